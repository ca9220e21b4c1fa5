import MVT from 'ol/format/MVT.js';
import VectorTileLayer from 'ol/layer/VectorTile.js';
import VectorTileSource from 'ol/source/VectorTile.js';
import type { StyleFunction } from 'ol/style/Style.js';
import type { MapEvent, ParcelTiles } from './map-context.ts';

/** Deepest zoom asked of the server: a pixel of its tile is then 15 cm; closer views enlarge these tiles. */
const DEEPEST_ZOOM = 18;
/** Above this the tiles of a whole province would be asked for to show a speck. */
const HIGHEST_ZOOM = 8;

/** The layer of one tile address. Every failure to load is counted and reported; `report` also hears of the queue. */
export function parcelLayer(
  context: ParcelTiles,
  style: StyleFunction,
  report: (event: MapEvent) => void,
): VectorTileLayer {
  let pending = 0;
  let failed = 0;
  const source = new VectorTileSource({
    format: new MVT({ layers: ['parcels', 'labels'] }),
    url: context.url,
    maxZoom: DEEPEST_ZOOM,
    minZoom: HIGHEST_ZOOM,
    tileSize: 512,
    wrapX: false,
  });
  source.on('tileloadstart', () => report({ kind: 'loading', pending: ++pending }));
  source.on('tileloadend', () => report({ kind: 'loading', pending: --pending }));
  source.on('tileloaderror', () => {
    report({ kind: 'loading', pending: --pending });
    report({ kind: 'failed', failed: ++failed });
  });
  return new VectorTileLayer({ source, style, declutter: true, properties: { id: context.id } });
}
