import Feature from 'ol/Feature.js';
import Point from 'ol/geom/Point.js';
import { defaults as defaultInteractions } from 'ol/interaction/defaults.js';
import ImageLayer from 'ol/layer/Image.js';
import VectorLayer from 'ol/layer/Vector.js';
import OlMap from 'ol/Map.js';
import 'ol/ol.css';
import Projection from 'ol/proj/Projection.js';
import ImageStatic from 'ol/source/ImageStatic.js';
import VectorSource from 'ol/source/Vector.js';
import View from 'ol/View.js';
import type { Theme } from './map-context.ts';
import { picturePointStyle } from './style/picture-point-style.ts';

/** Points of the full picture, from its top left corner. */
export type PictureAt = readonly [x: number, y: number];

export interface PicturePointMark {
  readonly name: string;
  readonly at: PictureAt;
  readonly state: 'good' | 'odd' | 'unused';
  readonly chosen: boolean;
}

/** A picture to point at, as data. */
export interface PictureContext {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  /** Degrees by which it is turned to be read. */
  readonly turn: number;
  readonly points: readonly PicturePointMark[];
  /** Where to go; another object is another wish. */
  readonly focus: { readonly at: PictureAt } | null;
  readonly theme: Theme;
}

export interface PictureMapHandle {
  show(context: PictureContext): void;
  /** What lies under the middle. */
  centre(): PictureAt;
  zoomBy(levels: number): void;
  close(): void;
}

const ZOOM_MS = 200;
/** Points of the picture a pixel of the screen shows where a point is to be set. */
const NEAR = 0.5;
/** CSS pixels around the whole picture. */
const EDGE = 16;

/**
 * A picture in `target`, which must be focusable: arrows move it, + and − enlarge it. A click is told as a place on the picture. Nothing
 * of land is known here.
 */
export function createPictureMap(
  target: HTMLElement,
  { still, onPoint }: { readonly still: () => boolean; readonly onPoint: (at: PictureAt) => void },
): PictureMapHandle {
  const picture = new ImageLayer();
  const source = new VectorSource();
  const marks = new VectorLayer({ source, zIndex: 1, updateWhileInteracting: true });
  const map = new OlMap({
    target,
    controls: [],
    layers: [picture, marks],
    interactions: defaultInteractions({
      onFocusOnly: false,
      doubleClickZoom: false,
      altShiftDragRotate: false,
      pinchRotate: false,
      zoomDuration: still() ? 0 : ZOOM_MS,
    }),
  });
  let shown: PictureContext | null = null;
  const onPicture = ([x = 0, y = 0]: readonly number[]): PictureAt => [x, -y];
  map.on('click', ({ coordinate }) => {
    if (!shown) return;
    const at = onPicture(coordinate);
    if (at[0] >= 0 && at[1] >= 0 && at[0] <= shown.width && at[1] <= shown.height) onPoint(at);
  });
  const open = ({ url, width, height, turn }: PictureContext) => {
    const extent = [0, -height, width, 0];
    const projection = new Projection({ code: 'PICTURE', units: 'pixels', extent });
    picture.setSource(new ImageStatic({ url, projection, imageExtent: extent }));
    const view = new View({ projection, rotation: (turn * Math.PI) / 180, showFullExtent: true, minResolution: 1 / 8 });
    map.setView(view);
    map.updateSize();
    view.fit(extent, { padding: [EDGE, EDGE, EDGE, EDGE] });
  };
  return {
    show(context) {
      const before = shown;
      shown = context;
      if (before?.url !== context.url || before.turn !== context.turn) open(context);
      source.clear(true);
      source.addFeatures(
        context.points.map((mark) => {
          const feature = new Feature(new Point([mark.at[0], -mark.at[1]]));
          feature.setStyle(picturePointStyle(mark, context.theme));
          return feature;
        }),
      );
      if (context.focus && context.focus !== before?.focus) {
        const view = map.getView();
        const [x, y] = context.focus.at;
        const resolution = Math.min(view.getResolution() ?? NEAR, NEAR);
        view.cancelAnimations();
        if (still()) {
          view.setCenter([x, -y]);
          view.setResolution(resolution);
        } else view.animate({ center: [x, -y], resolution, duration: ZOOM_MS });
      }
    },
    centre: () => onPicture(map.getView().getCenter() ?? [0, 0]),
    zoomBy(levels) {
      const view = map.getView();
      view.cancelAnimations();
      view.animate({ resolution: (view.getResolution() ?? 1) / 2 ** levels, duration: still() ? 0 : ZOOM_MS });
    },
    close() {
      map.setTarget(undefined);
      map.dispose();
    },
  };
}
