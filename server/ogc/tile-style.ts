import { TILE_MATRIX_SET } from '../domain/ogc/tile-matrix-set.ts';
import type { OgcFrame } from './describe-service.ts';
import { layersOf, type TiledThing } from './tileset-documents.ts';

/** A land-use code and its colour on the map. */
export interface UseColour {
  readonly code: string;
  readonly fill: string;
}

const INK = '#1D2421';
const LINE = '#5A645F';

/** First code of `landUse`, as an expression of the style specification: what stands before "+". */
const FIRST_USE = [
  'let',
  'plus',
  ['index-of', '+', ['coalesce', ['get', 'landUse'], '']],
  [
    'case',
    ['<', ['var', 'plus'], 0],
    ['coalesce', ['get', 'landUse'], ''],
    ['slice', ['coalesce', ['get', 'landUse'], ''], 0, ['var', 'plus']],
  ],
];

const byUse = (colours: readonly UseColour[]): unknown =>
  colours.length === 0
    ? '#FFFFFF'
    : ['match', FIRST_USE, ...colours.flatMap(({ code, fill }) => [code, fill]), '#FFFFFF'];

/** Areas by their land use with hairlines, outlines from afar; drawn without letters, for which one would need a server of glyphs. */
export function tileStyle(thing: TiledThing, colours: readonly UseColour[], { publicUrl, language }: OgcFrame): string {
  const base = thing === null ? '/tiles' : `/collections/${thing.id}/tiles`;
  const has = new Set(layersOf(thing).map(({ id }) => id));
  const of = (layer: string, more: object) =>
    has.has(layer)
      ? [{ id: `${layer}-${'type' in more ? more.type : ''}`, source: 'land', 'source-layer': layer, ...more }]
      : [];
  return JSON.stringify({
    version: 8,
    name: thing?.title[language] ?? 'Địa Bạ',
    sources: { land: { type: 'vector', url: `${publicUrl}/ogc${base}/${TILE_MATRIX_SET}/tilejson` } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#FBF9F4' } },
      ...of('sheets', { type: 'fill', maxzoom: 13, paint: { 'fill-color': byUse(colours), 'fill-opacity': 0.6 } }),
      ...of('parcels', { type: 'fill', minzoom: 12, paint: { 'fill-color': byUse(colours), 'fill-opacity': 0.8 } }),
      ...of('parcels', {
        type: 'line',
        minzoom: 13,
        paint: { 'line-color': LINE, 'line-width': ['interpolate', ['linear'], ['zoom'], 13, 0.3, 18, 1.2] },
      }),
      ...of('features', {
        type: 'fill',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': '#0B6B4F', 'fill-opacity': 0.25 },
      }),
      ...of('features', { type: 'line', paint: { 'line-color': '#0B6B4F', 'line-width': 1.5 } }),
      ...of('features', {
        type: 'circle',
        filter: ['==', ['geometry-type'], 'Point'],
        paint: { 'circle-color': '#0B6B4F', 'circle-radius': 4 },
      }),
      ...of('communes', { type: 'line', paint: { 'line-color': INK, 'line-width': 1, 'line-dasharray': [4, 2] } }),
    ],
  });
}
