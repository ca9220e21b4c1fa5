/** OGC API - Tiles: vector tiles of the dataset and of its collections in WebMercatorQuad, as the publication policy lets tiles tell. */
import Type from 'typebox';
import { TILE_MATRIX_SET } from '../ogc/tile-matrix-set.ts';
import { defineContract } from './contract.ts';
import { Collection, form, OgcLink } from './ogc.ts';

const closed = { additionalProperties: false } as const;
const loose = { additionalProperties: true } as const;
const MatrixSet = Type.Literal(TILE_MATRIX_SET);
const whole = (maximum: number) => Type.Integer({ minimum: 0, maximum });
const Address = { z: whole(22), y: whole(2 ** 22 - 1), x: whole(2 ** 22 - 1) };
const Links = Type.Array(OgcLink);

const shared = { tag: 'ogc', maxAge: null } as const;
const document = { ...shared, alsoMedia: ['text/html'], query: form } as const;
const asked = ['token.refused', 'session.expired', 'identity.unavailable'] as const;
const found = ['collection.not_found', 'publication.closed', 'service.busy', ...asked] as const;
const closedTiles = ['publication.closed', 'service.busy'] as const;

const Tilesets = Type.Object({ links: Links, tilesets: Type.Array(Type.Object({}, loose)) });
const Tileset = Type.Object({ title: Type.String(), links: Links }, loose);
const Params = Type.Object({ collection: Collection }, closed);
const OfSet = Type.Object({ tileMatrixSet: MatrixSet }, closed);
const OfCollection = Type.Object({ collection: Collection, tileMatrixSet: MatrixSet }, closed);

export const listOgcTilesets = defineContract({
  ...document,
  id: 'listOgcTilesets',
  path: '/ogc/tiles',
  summary: 'OGC API: tilesets of the dataset: parcels, outlines and names',
  reply: Tilesets,
  problems: closedTiles,
});
export const getOgcTileset = defineContract({
  ...document,
  id: 'getOgcTileset',
  path: '/ogc/tiles/:tileMatrixSet',
  summary: 'OGC API: the tileset of the dataset',
  params: OfSet,
  reply: Tileset,
  problems: closedTiles,
});
export const listOgcCollectionTilesets = defineContract({
  ...document,
  id: 'listOgcCollectionTilesets',
  path: '/ogc/collections/:collection/tiles',
  summary: 'OGC API: tilesets of a collection: parcels and thematic layers have one',
  params: Params,
  reply: Tilesets,
  problems: found,
});
export const getOgcCollectionTileset = defineContract({
  ...document,
  id: 'getOgcCollectionTileset',
  path: '/ogc/collections/:collection/tiles/:tileMatrixSet',
  summary: 'OGC API: the tileset of a collection',
  params: OfCollection,
  reply: Tileset,
  problems: found,
});

const tileJson = { ...shared, reply: Type.Object({ tilejson: Type.String() }, loose) } as const;
export const getOgcTileJson = defineContract({
  ...tileJson,
  id: 'getOgcTileJson',
  path: '/ogc/tiles/:tileMatrixSet/tilejson',
  summary: 'TileJSON 3.0 of the tiles of the dataset',
  params: OfSet,
  problems: closedTiles,
});
export const getOgcCollectionTileJson = defineContract({
  ...tileJson,
  id: 'getOgcCollectionTileJson',
  path: '/ogc/collections/:collection/tiles/:tileMatrixSet/tilejson',
  summary: 'TileJSON 3.0 of the tiles of a collection',
  params: OfCollection,
  problems: found,
});

const style = {
  ...shared,
  reply: Type.Object({ version: Type.Literal(8) }, loose),
  media: 'application/vnd.mapbox.style+json',
} as const;
export const getOgcTileStyle = defineContract({
  ...style,
  id: 'getOgcTileStyle',
  path: '/ogc/tiles/:tileMatrixSet/style',
  summary: 'How the tiles of the dataset are drawn: Mapbox style, version 8',
  params: OfSet,
  problems: closedTiles,
});
export const getOgcCollectionTileStyle = defineContract({
  ...style,
  id: 'getOgcCollectionTileStyle',
  path: '/ogc/collections/:collection/tiles/:tileMatrixSet/style',
  summary: 'How the tiles of a collection are drawn: Mapbox style, version 8',
  params: OfCollection,
  problems: found,
});

const tile = {
  tag: 'ogc',
  reply: Type.String({ format: 'binary' }),
  media: 'application/vnd.mapbox-vector-tile',
  otherReplies: {
    204: { description: 'Nothing lies in this tile' },
    304: { description: 'Not changed since the reply with this ETag' },
  },
} as const;
export const getOgcTile = defineContract({
  ...tile,
  id: 'getOgcTile',
  path: '/ogc/tiles/:tileMatrixSet/:z/:y/:x',
  summary: 'OGC API: vector tile of the dataset (level, row, column): layers of outlines and of parcels',
  params: Type.Object({ tileMatrixSet: MatrixSet, ...Address }, closed),
  problems: ['tile.out_of_range', ...closedTiles, ...asked],
  maxAge: null,
});
export const getOgcCollectionTile = defineContract({
  ...tile,
  id: 'getOgcCollectionTile',
  path: '/ogc/collections/:collection/tiles/:tileMatrixSet/:z/:y/:x',
  summary: 'OGC API: vector tile of a collection (level, row, column)',
  params: Type.Object({ collection: Collection, tileMatrixSet: MatrixSet, ...Address }, closed),
  problems: ['tile.out_of_range', 'layer.not_found', ...found],
  maxAge: null,
});

export const listOgcTileMatrixSets = defineContract({
  ...document,
  id: 'listOgcTileMatrixSets',
  path: '/ogc/tileMatrixSets',
  summary: 'OGC API: tile matrix sets: WebMercatorQuad',
  reply: Type.Object({ links: Links, tileMatrixSets: Type.Array(Type.Object({}, loose)) }),
});
export const getOgcTileMatrixSet = defineContract({
  ...document,
  id: 'getOgcTileMatrixSet',
  path: '/ogc/tileMatrixSets/:tileMatrixSet',
  summary: 'OGC API: definition of WebMercatorQuad',
  params: OfSet,
  reply: Type.Object({ id: MatrixSet, links: Links }, loose),
});

/** All of them, in the order in which the description lists them. */
export const OGC_TILE_DOORS = [
  listOgcTilesets,
  getOgcTileset,
  listOgcCollectionTilesets,
  getOgcCollectionTileset,
  getOgcTileJson,
  getOgcCollectionTileJson,
  getOgcTileStyle,
  getOgcCollectionTileStyle,
  getOgcTile,
  getOgcCollectionTile,
  listOgcTileMatrixSets,
  getOgcTileMatrixSet,
];
