import { buffer } from 'ol/extent.js';
import VectorLayer from 'ol/layer/Vector.js';
import type OlMap from 'ol/Map.js';
import { toLonLat, transformExtent } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import type { LiveMap } from './apply-diff.ts';
import { sridOf } from './apply-view.ts';
import type { MapContext } from './map-context.ts';
import type { MapEvent } from './map-event.ts';
import { groundStyle, outlineStyle } from './outline-style.ts';
import { type Look, parcelStyle } from './parcel-style.ts';
import { recordFills, recordStyle } from './record-style.ts';
import { type LiveLayer, type TileLayerParts, tileLayer } from './tile-layer.ts';
import { type FetchTile, sourceZoom } from './tile-loader.ts';
import { mercatorStretch } from './view-scale.ts';

const ALWAYS_ABOVE = 10;
/** Most pixels a tile is wide in a view that is not in Mercator: 256, up to twice enlarged. */
const REPROJECTED_TILE = 512;

/** How the tiles look now; read at each drawing. */
function lookOf(map: OlMap, context: () => MapContext | null): () => Look {
  return () => {
    const { theme = 'light', selected = [], language = 'vi', emphasis = null } = context() ?? {};
    return {
      theme,
      selected,
      language,
      emphasis,
      // Found only when asked for: most features do without, and in the legal system it is a transformation.
      get perMercatorMetre() {
        return 1 / viewStretch(map);
      },
    };
  };
}

/** Mercator metres a unit of the view is, at its centre. */
function viewStretch(map: OlMap): number {
  const view = map.getView();
  if (sridOf(view) === 3857) return 1;
  return mercatorStretch(toLonLat(view.getCenter() ?? [0, 0], view.getProjection())[1] ?? 0);
}

/** Tells each layer's loader which of its tiles are still looked at. */
function siftTiles(map: OlMap, live: ReadonlyMap<string, LiveLayer>): void {
  const view = map.getView();
  const [size, resolution] = [map.getSize(), view.getResolution()];
  if (!size || !resolution || !view.isDef()) return;
  // A view in another projection is drawn in tiles of its own, each of which needs every source tile it touches.
  const around = sridOf(view) === 3857 ? 0 : REPROJECTED_TILE * resolution;
  const seen = buffer(view.calculateExtent(size), around);
  const extent = transformExtent(seen, view.getProjection(), 'EPSG:3857', 8);
  for (const { source, loader } of live.values()) {
    loader.sift(extent, sourceZoom(source, resolution * viewStretch(map)));
  }
}

export interface LiveOptions {
  readonly fetchTile: FetchTile;
  readonly still: () => boolean;
  readonly report: (event: MapEvent) => void;
}

/** Gives a map its sketch layer and the making of tile layers; counts what all layers together wait for or miss. */
export function openLiveMap(
  map: OlMap,
  context: () => MapContext | null,
  { fetchTile, still, report }: LiveOptions,
): LiveMap {
  const live = new Map<string, LiveLayer>();
  const sketch = new VectorSource();
  const layer = new VectorLayer({ source: sketch, zIndex: ALWAYS_ABOVE, updateWhileInteracting: true });
  // Outside the collection of the context's layers, which come and go.
  layer.setMap(map);
  const look = lookOf(map, context);
  const stylesFor: TileLayerParts['stylesFor'] = (isNamed) => ({
    'record-fills': recordFills(look),
    records: recordStyle(look, isNamed),
    parcels: parcelStyle(look),
    ground: groundStyle(look),
    lines: outlineStyle(look, isNamed),
  });
  const pending = new Map<string, number>();
  const hear = (id: string, event: MapEvent) => {
    if (event.kind !== 'loading') return report(event);
    pending.set(id, event.pending);
    report({ kind: 'loading', pending: [...pending.values()].reduce((sum, n) => sum + n, 0) });
  };
  map.on('postrender', () => siftTiles(map, live));
  return {
    map,
    live,
    sketch,
    still,
    make: (wanted) => tileLayer(wanted, { stylesFor, fetchTile, report: hear }),
  };
}
