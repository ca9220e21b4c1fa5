import VectorLayer from 'ol/layer/Vector.js';
import type OlMap from 'ol/Map.js';
import type { FrameState } from 'ol/Map.js';
import { toLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import { getUid } from 'ol/util.js';
import type { LiveMap } from './apply-diff.ts';
import { sridOf } from './apply-view.ts';
import type { MapContext } from './map-context.ts';
import type { MapEvent } from './map-event.ts';
import { layerStyle } from './style/layer-style.ts';
import { groundStyle, outlineStyle } from './style/outline-style.ts';
import { type Look, parcelStyle } from './style/parcel-style.ts';
import { recordFills, recordStyle } from './style/record-style.ts';
import { neededTiles } from './tiles/needed-tiles.ts';
import { type LiveLayer, type TileLayerParts, tileLayer } from './tiles/tile-layer.ts';
import type { FetchTile } from './tiles/tile-loader.ts';
import { mercatorStretch } from './view-scale.ts';

const ALWAYS_ABOVE = 10;

/** How the tiles look now; read at each drawing. */
function lookOf(map: OlMap, context: () => MapContext | null): () => Look {
  let hidden: { of: readonly string[] | undefined; ids: ReadonlySet<string> } = { of: undefined, ids: new Set() };
  return () => {
    const now = context();
    const { theme = 'light', selected = [], language = 'vi', emphasis = null, recordNumbers = true } = now ?? {};
    if (hidden.of !== now?.without) hidden = { of: now?.without, ids: new Set(now?.without) };
    return {
      theme,
      selected,
      language,
      emphasis,
      recordNumbers,
      without: hidden.ids,
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

/** Tells each layer's loader which of its tiles the frame that was just drawn needs. */
function siftTiles(frame: FrameState, live: ReadonlyMap<string, LiveLayer>): void {
  for (const { source, loader } of live.values()) {
    if (!loader.isBusy()) continue;
    const wanted = Object.keys(frame.wantedTiles[getUid(source)] ?? {});
    const needed = neededTiles(source, frame.viewState.projection, wanted);
    loader.sift((tileCoord) => needed.has(tileCoord.join()));
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
  const stylesFor: TileLayerParts['stylesFor'] = (names, of) => ({
    theme: layerStyle(of.kind === 'theme-tiles' ? of.theme : 'other', look),
    'record-fills': recordFills(look),
    records: recordStyle(look, names.isNamed),
    parcels: parcelStyle(look),
    ground: groundStyle(look),
    lines: outlineStyle(look, names),
  });
  const pending = new Map<string, number>();
  const hear = (id: string, event: MapEvent) => {
    if (event.kind !== 'loading') return report(event);
    pending.set(id, event.pending);
    report({ kind: 'loading', pending: [...pending.values()].reduce((sum, n) => sum + n, 0) });
  };
  map.on('postrender', ({ frameState }) => {
    if (frameState) siftTiles(frameState, live);
  });
  return {
    map,
    live,
    sketch,
    still,
    make: (wanted) => tileLayer(wanted, { stylesFor, fetchTile, report: hear }),
  };
}
