import type { OpenCollection } from '../domain/ogc/collections.ts';
import type { OgcDocument } from '../domain/ogc/ogc-document.ts';
import { type OgcWordKey, ogcWords } from '../domain/ogc/ogc-words.ts';
import { FEATURE_LAYERS, OUTLINE_LAYERS, PARCEL_LAYERS, type TileLayer } from '../domain/ogc/tile-layers.ts';
import {
  TILE_MATRIX_SET,
  TILE_MATRIX_SET_URI,
  tileMatrixLimits,
  tileMatrixSet,
  WEB_MERCATOR_URI,
} from '../domain/ogc/tile-matrix-set.ts';
import { MAX_ZOOM } from '../domain/tile-address.ts';
import { html } from '../domain/words/html.ts';
import type { Extent } from './describe-collection.ts';
import type { OgcFrame } from './describe-service.ts';
import { JSON_TYPE, type Link, linksOf, MVT, STYLE_JSON, selfLinks, TILES_REL } from './ogc-links.ts';

/** What tiles are of: the whole dataset (null), or one collection. */
export type TiledThing = OpenCollection | null;

/** Whether tiles of a collection are made. */
export const isTiled = ({ id, layer, shown }: Pick<OpenCollection, 'id' | 'layer' | 'shown'>): boolean =>
  shown && (id === 'parcels' || layer !== undefined);

const pathOf = (thing: TiledThing) => (thing === null ? '/tiles' : `/collections/${thing.id}/tiles`);
export const layersOf = (thing: TiledThing): readonly TileLayer[] => {
  if (thing === null) return [...OUTLINE_LAYERS, ...PARCEL_LAYERS];
  return thing.layer === undefined ? PARCEL_LAYERS : FEATURE_LAYERS;
};
const titleOf = (thing: TiledThing, { language }: OgcFrame) => thing?.title[language] ?? ogcWords(language)('title');

/** Where the list of tilesets of something is, as JSON and as a page. */
export const tilesLinks = (thing: TiledThing, { publicUrl, language }: OgcFrame): Link[] => {
  const link = linksOf(publicUrl, language);
  const path = pathOf(thing);
  return [
    link(`${path}?f=json`, TILES_REL, JSON_TYPE, 'link.tiles'),
    link(`${path}?f=html`, TILES_REL, 'text/html', 'link.tiles'),
  ];
};

function tilesetOf(thing: TiledThing, extent: Extent, frame: OgcFrame) {
  const { publicUrl, language } = frame;
  const link = linksOf(publicUrl, language);
  const path = `${pathOf(thing)}/${TILE_MATRIX_SET}`;
  const [west, south, east, north] = extent.box ?? [];
  return {
    title: titleOf(thing, frame),
    dataType: 'vector',
    crs: WEB_MERCATOR_URI,
    tileMatrixSetId: TILE_MATRIX_SET,
    tileMatrixSetURI: TILE_MATRIX_SET_URI,
    tileMatrixSetLimits: tileMatrixLimits(),
    ...(extent.box === null
      ? {}
      : {
          boundingBox: {
            lowerLeft: [west, south],
            upperRight: [east, north],
            crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
          },
        }),
    layers: layersOf(thing).map(({ id, dimension, fields }) => ({
      id,
      dataType: 'vector',
      geometryDimension: dimension,
      propertiesSchema: {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(fields).map(([name, type]) => [name, { type: type === 'Number' ? 'number' : 'string' }]),
        ),
      },
    })),
    links: [
      ...selfLinks(link, path, JSON_TYPE, frame.form),
      { ...link(`${path}/{tileMatrix}/{tileRow}/{tileCol}`, 'item', MVT, 'link.tile'), templated: true },
      link(
        `/tileMatrixSets/${TILE_MATRIX_SET}?f=json`,
        'http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme',
        JSON_TYPE,
        'link.scheme',
      ),
      link(`${path}/tilejson`, 'describedby', JSON_TYPE, 'link.tilejson'),
      link(`${path}/style`, 'stylesheet', STYLE_JSON, 'link.style'),
    ],
  };
}

/** A page of a document about tiles: a title and where it leads. */
const page = (
  title: string,
  links: readonly Link[],
  frame: OgcFrame,
  rows: readonly string[][],
  head: OgcWordKey,
): ReturnType<OgcDocument['page']> => {
  const words = ogcWords(frame.language);
  return {
    title,
    lead: words('page.tiles'),
    // A template is for programs; a page leads only to addresses.
    links: links.filter(({ href }) => !href.includes('{')),
    tables: [{ title: words(head), heads: [words(head), words('page.meaning')], rows }],
    notes: [],
  };
};

/** The tilesets of the dataset or of a collection (Tiles Part 1, 8 to 10): one, in WebMercatorQuad. */
export function tilesetsDocument(thing: TiledThing, extent: Extent, frame: OgcFrame): OgcDocument {
  const { publicUrl, language } = frame;
  const tileset = tilesetOf(thing, extent, frame);
  const links = selfLinks(linksOf(publicUrl, language), pathOf(thing), JSON_TYPE, frame.form);
  const words = ogcWords(language);
  return {
    type: JSON_TYPE,
    json: () => JSON.stringify({ links, tilesets: [tileset] }),
    page: () => ({
      ...page(`${tileset.title}: ${words('link.tiles')}`, links, frame, [], 'link.tiles'),
      tables: [
        {
          title: words('link.tiles'),
          heads: [words('link.tiles'), words('page.meaning')],
          rows: [
            [
              html`<a href="${publicUrl}/ogc${pathOf(thing)}/${TILE_MATRIX_SET}?f=html">${TILE_MATRIX_SET}</a>`,
              tileset.title,
            ],
          ],
        },
      ],
    }),
  };
}

export function tilesetDocument(thing: TiledThing, extent: Extent, frame: OgcFrame): OgcDocument {
  const tileset = tilesetOf(thing, extent, frame);
  return {
    type: JSON_TYPE,
    json: () => JSON.stringify(tileset),
    page: () =>
      page(
        `${tileset.title}: ${TILE_MATRIX_SET}`,
        tileset.links,
        frame,
        layersOf(thing).map(({ id, fields }) => [id, Object.keys(fields).join(', ')]),
        'page.layers',
      ),
  };
}

/** TileJSON 3.0 of a tileset, for MapLibre, QGIS and others. */
export function tileJson(thing: TiledThing, extent: Extent, frame: OgcFrame): string {
  return JSON.stringify({
    tilejson: '3.0.0',
    name: titleOf(thing, frame),
    scheme: 'xyz',
    tiles: [`${frame.publicUrl}/ogc${pathOf(thing)}/${TILE_MATRIX_SET}/{z}/{y}/{x}`],
    minzoom: 0,
    maxzoom: MAX_ZOOM,
    ...(extent.box === null ? {} : { bounds: extent.box }),
    vector_layers: layersOf(thing).map(({ id, minzoom, fields }) => ({ id, minzoom, maxzoom: MAX_ZOOM, fields })),
  });
}

/** All tile matrix sets, or rather the one. */
export function tileMatrixSetsDocument(frame: OgcFrame): OgcDocument {
  const { publicUrl, language } = frame;
  const link = linksOf(publicUrl, language);
  const words = ogcWords(language);
  const links = selfLinks(link, '/tileMatrixSets', JSON_TYPE, frame.form);
  const path = `/tileMatrixSets/${TILE_MATRIX_SET}`;
  const one = {
    id: TILE_MATRIX_SET,
    title: words('scheme.title'),
    uri: TILE_MATRIX_SET_URI,
    crs: WEB_MERCATOR_URI,
    links: selfLinks(link, path, JSON_TYPE, 'json'),
  };
  return {
    type: JSON_TYPE,
    json: () => JSON.stringify({ links, tileMatrixSets: [one] }),
    page: () => ({
      ...page(words('link.scheme'), links, frame, [], 'link.scheme'),
      tables: [
        {
          title: words('link.scheme'),
          heads: [words('link.scheme'), words('page.meaning')],
          rows: [[html`<a href="${publicUrl}/ogc${path}?f=html">${TILE_MATRIX_SET}</a>`, words('scheme.title')]],
        },
      ],
    }),
  };
}

export function tileMatrixSetDocument(frame: OgcFrame): OgcDocument {
  const title = ogcWords(frame.language)('scheme.title');
  const definition = tileMatrixSet(title);
  const links = selfLinks(
    linksOf(frame.publicUrl, frame.language),
    `/tileMatrixSets/${TILE_MATRIX_SET}`,
    JSON_TYPE,
    frame.form,
  );
  return {
    type: JSON_TYPE,
    json: () => JSON.stringify({ ...definition, links }),
    page: () =>
      page(
        title,
        links,
        frame,
        definition.tileMatrices.map(({ id, scaleDenominator }) => [id, `1 : ${Math.round(scaleDenominator)}`]),
        'page.matrix',
      ),
  };
}
