import type { FeatureLike } from 'ol/Feature.js';
import MVT from 'ol/format/MVT.js';
import VectorTileLayer from 'ol/layer/VectorTile.js';
import VectorTileSource from 'ol/source/VectorTile.js';
import type { StyleFunction } from 'ol/style/Style.js';
import type { LayerContext } from '../map-context.ts';
import type { MapEvent } from '../map-event.ts';
import { fitLabels } from '../style/fit-labels.ts';
import { createSheetNames, type SheetNames } from '../style/sheet-names.ts';
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
  'record-tiles': { layers: ['records'], highest: 10, deepest: 18 },
  'theme-tiles': { layers: ['features'], highest: 9, deepest: 16 },
} as const;

/** Coarsest Mercator resolution at which parcels are shown and can be picked: tiles of zoom 12. */
export const PARCELS_WITHIN = 156_543.033_928 / 2 ** 12.5;

/** Fills under the parcels, parcels, what lies over land, lines and names over them: in this order, whatever came first. */
const STACK = { ground: 0, parcels: 1, theme: 2, 'record-fills': 3, records: 4, lines: 5 } as const;

/** Tiles overlap by their edges; fills that let the land through do so as a layer, or the edges would show as stripes. */
const FILLS_LET_THROUGH = 0.25;

export interface LiveLayer {
  /** Layers over one source, so that a tile is asked for once. The last holds what can be seen as features. */
  readonly layers: readonly VectorTileLayer[];
  readonly source: VectorTileSource;
  readonly loader: TileLoader;
}

/** How the kinds of tiles are drawn. */
export interface TileStyles {
  readonly theme: StyleFunction;
  readonly parcels: StyleFunction;
  readonly 'record-fills': StyleFunction;
  readonly records: StyleFunction;
  readonly ground: StyleFunction;
  readonly lines: StyleFunction;
}

export interface TileLayerParts {
  /** `names`: which part of a sheet or record carries its name. */
  readonly stylesFor: (names: SheetNames, context: LayerContext) => TileStyles;
  readonly fetchTile: FetchTile;
  /** Hears from which layer something comes. */
  readonly report: (layer: string, event: MapEvent) => void;
}

/** The layer of one tile address. Whatever fails to load is counted and reported, as is the queue. */
export function tileLayer(context: LayerContext, { stylesFor, fetchTile, report }: TileLayerParts): LiveLayer {
  const kind = KINDS[context.kind];
  const names = createSheetNames();
  const styles = stylesFor(names, context);
  const learn = (features: FeatureLike[], tileExtent: readonly number[]) => {
    if (names.learn(features, tileExtent)) for (const layer of layers) layer.changed();
  };
  const loader = createTileLoader(fetchTile, context.kind === 'parcel-tiles' ? fitLabels : learn, {
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
    // Between two levels outlines come from the finer one, so that sheets are there when parcels are not yet.
    zDirection: context.kind === 'outline-tiles' ? -1 : 1,
  });
  const layer = (name: keyof typeof STACK, maxResolution = Number.POSITIVE_INFINITY) =>
    new VectorTileLayer({
      source,
      style: styles[name],
      zIndex: STACK[name],
      declutter: name !== 'ground' && name !== 'record-fills',
      properties: { kind: context.kind },
      maxResolution,
      opacity: name === 'record-fills' ? FILLS_LET_THROUGH : 1,
    });
  const makeLayers = {
    'parcel-tiles': () => [layer('parcels', PARCELS_WITHIN)],
    'record-tiles': () => [layer('record-fills'), layer('records')],
    'theme-tiles': () => [layer('theme')],
    'outline-tiles': () => [layer('ground'), layer('lines')],
  };
  const layers = makeLayers[context.kind]();
  return { layers, source, loader };
}
