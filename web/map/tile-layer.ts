import MVT from 'ol/format/MVT.js';
import VectorTileLayer from 'ol/layer/VectorTile.js';
import VectorTileSource from 'ol/source/VectorTile.js';
import type { StyleFunction } from 'ol/style/Style.js';
import { fitLabels } from './fit-labels.ts';
import type { LayerContext } from './map-context.ts';
import type { MapEvent } from './map-event.ts';
import { createTileLoader, type FetchTile, type TileLoader } from './tile-loader.ts';

/** What each kind of tiles holds, and from which zoom to which it is asked for. */
const KINDS = {
  'parcel-tiles': {
    layers: ['parcels', 'labels'],
    /** Above this, sheets by their main land use stand for the parcels. */
    highest: 12,
    /** A pixel of such a tile is 15 cm; closer views enlarge it. */
    deepest: 18,
  },
  'outline-tiles': { layers: ['communes', 'commune-labels', 'sheets', 'places'], highest: 5, deepest: 16 },
} as const;

/** Coarsest Mercator resolution at which parcels are shown and can be picked: tiles of zoom 12. */
export const PARCELS_WITHIN = 156_543.033_928 / 2 ** 12.5;

export interface LiveLayer {
  readonly layer: VectorTileLayer;
  readonly loader: TileLoader;
}

/** The layer of one tile address. Whatever fails to load is counted and reported, as is the queue. */
export function tileLayer(
  context: LayerContext,
  style: StyleFunction,
  fetchTile: FetchTile,
  report: (layer: string, event: MapEvent) => void,
): LiveLayer {
  const kind = KINDS[context.kind];
  const loader = createTileLoader(fetchTile, context.kind === 'parcel-tiles' ? fitLabels : () => {}, {
    loading: (pending) => report(context.id, { kind: 'loading', pending }),
    failed: (failed) => report(context.id, { kind: 'failed', failed }),
  });
  const source = new VectorTileSource({
    format: new MVT({ layers: [...kind.layers] }),
    url: context.url,
    minZoom: kind.highest,
    maxZoom: kind.deepest,
    tileSize: 512,
    wrapX: false,
    tileLoadFunction: loader.load,
  });
  const layer = new VectorTileLayer({
    source,
    style,
    declutter: true,
    properties: { id: context.id, kind: context.kind },
    ...(context.kind === 'parcel-tiles' ? { maxResolution: PARCELS_WITHIN } : {}),
  });
  return { layer, loader };
}
