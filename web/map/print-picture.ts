import OlMap from 'ol/Map.js';
import { fromLonLat } from 'ol/proj.js';
import { applyDiff } from './apply-diff.ts';
import { diffContext } from './diff-context.ts';
import { openLiveMap } from './live-map.ts';
import type { LonLat, MapContext } from './map-context.ts';
import type { FetchTile } from './tiles/tile-loader.ts';

/** Millimetres of a CSS pixel: 96 to the inch, whatever the screen. */
export const MM_PER_PX = 25.4 / 96;

export interface PictureOrder {
  /** What to draw; its projection, theme and focus are replaced. */
  readonly context: MapContext;
  readonly centre: LonLat;
  /** EPSG code of the TM-3 zone the paper is in. */
  readonly srid: number;
  /** Denominator. */
  readonly scale: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Picture pixels for a CSS pixel; 3 is 288 to the inch. */
  readonly density: number;
}

export interface Picture {
  readonly canvas: HTMLCanvasElement;
  /** Size on paper: at least what was ordered, with `centre` in its middle. */
  readonly widthMm: number;
  readonly heightMm: number;
}

/** Lays the canvases of a map over one another, as the browser does on the screen. */
function flatten(host: HTMLElement, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas for the sheet');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  for (const layer of host.querySelectorAll<HTMLCanvasElement>('.ol-layer canvas, canvas.ol-layer')) {
    if (layer.width > 0) pen.drawImage(layer, 0, 0, width, height);
  }
  return canvas;
}

/**
 * Draws a piece of the map for paper, in the projection of the law, where a metre is as long in each direction; in
 * Mercator the sheet would be 7 % wrong here. Rejects if any tile is missing: paper cannot be loaded again.
 */
export async function drawPicture(order: PictureOrder, fetchTile: FetchTile): Promise<Picture> {
  const [width, height] = [order.widthMm, order.heightMm].map((mm) => Math.ceil(mm / MM_PER_PX)) as [number, number];
  const host = document.createElement('div');
  host.className = 'print-drawing';
  host.style.width = `${width}px`;
  host.style.height = `${height}px`;
  document.body.append(host);
  const map = new OlMap({ target: host, controls: [], interactions: [], pixelRatio: order.density });
  try {
    const context: MapContext = {
      ...order.context,
      projection: order.srid,
      limits: null,
      theme: 'light',
      frame: null,
      focus: { kind: 'centre', centre: order.centre, zoom: 18 },
    };
    let miss: (why: Error) => void = () => undefined;
    const complete = new Promise<void>((done, fail) => {
      miss = fail;
      map.once('rendercomplete', () => done());
    });
    const open = openLiveMap(map, () => context, {
      fetchTile,
      still: () => true,
      report: (event) => {
        if (event.kind === 'failed') miss(new Error('the picture is not complete'));
      },
    });
    map.setSize([width, height]);
    applyDiff(open, diffContext(null, context), context);
    const view = map.getView();
    view.setCenter(fromLonLat([...order.centre], view.getProjection()));
    view.setResolution((order.scale * MM_PER_PX) / 1000);
    await complete;
    const canvas = flatten(host, width * order.density, height * order.density);
    return { canvas, widthMm: width * MM_PER_PX, heightMm: height * MM_PER_PX };
  } finally {
    map.setTarget(undefined);
    map.dispose();
    host.remove();
  }
}
