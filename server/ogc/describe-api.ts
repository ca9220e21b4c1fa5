import type { OpenCollection } from '../domain/ogc/collections.ts';
import { FILTER_BOUNDS } from '../domain/ogc/filter/filter.ts';
import { ogcWords } from '../domain/ogc/ogc-words.ts';
import { TILE_MATRIX_SET } from '../domain/ogc/tile-matrix-set.ts';
import { isFiltered, systemsOf } from './describe-collection.ts';
import type { OgcFrame } from './describe-service.ts';
import { GEOJSON, HTML_TYPE, JSON_TYPE, MVT, OPENAPI, SCHEMA_JSON, STYLE_JSON } from './ogc-links.ts';
import { DEFAULT_FEATURES, MOST_FEATURES } from './read-question.ts';
import { isTiled } from './tileset-documents.ts';

type Json = Record<string, unknown>;

const ref = (kind: string, name: string): Json => ({ $ref: `#/components/${kind}/${name}` });

const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: ref('schemas', 'problem') } },
});
const PROBLEMS = {
  400: problem('A parameter is not right'),
  401: problem('The token was refused'),
  404: problem('No such collection or feature'),
  429: problem('Too many requests'),
  500: problem('The server failed'),
  503: problem('Busy: ask again later'),
};

const answer = (schema: Json, type: string, headers?: Json): Json => ({
  description: 'OK',
  ...(headers ? { headers } : {}),
  content: { [type]: { schema }, [HTML_TYPE]: { schema: { type: 'string' } } },
});

function get(id: string, tag: string, summary: string, parameters: readonly Json[], reply: Json): Json {
  return {
    get: {
      operationId: id,
      tags: [tag],
      summary,
      parameters: [...parameters, ref('parameters', 'f'), ref('parameters', 'lang')],
      responses: { 200: reply, ...PROBLEMS },
    },
  };
}

const query = (name: string, description: string, schema: Json, more: Json = {}): Json => ({
  name,
  in: 'query',
  description,
  required: false,
  schema,
  ...more,
});
const LIST = { style: 'form', explode: false };

const PARAMETERS: Json = {
  f: query('f', 'Form of the answer; default by Accept', { type: 'string', enum: ['json', 'html'] }),
  lang: query('lang', 'Language of titles and pages', { type: 'string', enum: ['vi', 'en'] }),
  limit: query(
    'limit',
    'Features of a page',
    { type: 'integer', minimum: 1, maximum: MOST_FEATURES, default: DEFAULT_FEATURES },
    LIST,
  ),
  bbox: query(
    'bbox',
    'Features that touch this box: minimum and maximum of each axis, four or six numbers (heights do not count)',
    { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } },
    LIST,
  ),
  datetime: query(
    'datetime',
    'Features that held at an instant, or at some time of an interval (RFC 3339): a, a/b, ../b, a/..',
    { type: 'string' },
    LIST,
  ),
  asOf: query('asOf', 'Moment of the state, as "next" gives it', { type: 'string', format: 'date-time' }),
  after: query('after', 'Id after which the page begins, as "next" gives it', { type: 'string' }),
  featureId: { name: 'featureId', in: 'path', required: true, schema: { type: 'string' } },
};

const text = { type: 'string' };
const SCHEMAS: Json = {
  link: {
    type: 'object',
    required: ['href', 'rel'],
    properties: { href: text, rel: text, type: text, title: text, hreflang: text },
  },
  links: { type: 'array', items: ref('schemas', 'link') },
  landing: {
    type: 'object',
    required: ['links'],
    properties: { title: text, description: text, links: ref('schemas', 'links') },
  },
  conformance: {
    type: 'object',
    required: ['conformsTo'],
    properties: { conformsTo: { type: 'array', items: text } },
  },
  collection: {
    type: 'object',
    required: ['id', 'links'],
    properties: {
      id: text,
      title: text,
      description: text,
      itemType: text,
      links: ref('schemas', 'links'),
      extent: { type: 'object' },
      crs: { type: 'array', items: text },
      storageCrs: text,
    },
  },
  collections: {
    type: 'object',
    required: ['links', 'collections'],
    properties: {
      links: ref('schemas', 'links'),
      collections: { type: 'array', items: ref('schemas', 'collection') },
    },
  },
  feature: {
    type: 'object',
    required: ['type', 'geometry', 'properties'],
    properties: {
      type: { type: 'string', enum: ['Feature'] },
      id: text,
      geometry: { type: 'object', nullable: true },
      properties: { type: 'object', nullable: true },
      links: ref('schemas', 'links'),
    },
  },
  features: {
    type: 'object',
    required: ['type', 'features'],
    properties: {
      type: { type: 'string', enum: ['FeatureCollection'] },
      timeStamp: { type: 'string', format: 'date-time' },
      numberMatched: { type: 'integer', minimum: 0 },
      numberReturned: { type: 'integer', minimum: 0 },
      links: ref('schemas', 'links'),
      features: { type: 'array', items: ref('schemas', 'feature') },
    },
  },
  problem: {
    type: 'object',
    properties: { type: text, title: text, status: { type: 'integer' }, code: text, detail: text },
  },
};

const CONTENT_CRS = { 'Content-Crs': { description: 'System of the coordinates, in <>', schema: text } };

const filterParameters = (systems: Json): Json[] => [
  query('filter', 'CQL2 over the queryables', { type: 'string', maxLength: FILTER_BOUNDS.letters }),
  query('filter-lang', 'How filter is written', {
    type: 'string',
    enum: ['cql2-text', 'cql2-json'],
    default: 'cql2-text',
  }),
  query('filter-crs', 'System of coordinates in filter', systems),
];

const TILE_PARAMETERS: Json = Object.fromEntries(
  ['tileMatrix', 'tileRow', 'tileCol'].map((name) => [
    name,
    {
      name,
      in: 'path',
      required: true,
      schema: name === 'tileMatrix' ? { type: 'string' } : { type: 'integer', minimum: 0 },
    },
  ]),
);

/** Tiles of the dataset or of a collection; ids of operations are those of the standard (Tiles Part 1, table 11). */
function tilePaths(base: string, tag: string, operation: string, name: string): Json {
  const set = `${base}/${TILE_MATRIX_SET}`;
  const object = { type: 'object' };
  return {
    [base]: get(`${operation}.getTileSetsList`, tag, `${name}: tilesets`, [], answer(object, JSON_TYPE)),
    [set]: get(`${operation}.getTileSet`, tag, `${name}: tileset`, [], answer(object, JSON_TYPE)),
    [`${set}/tilejson`]: get(`${operation}.getTileJson`, tag, `${name}: TileJSON`, [], answer(object, JSON_TYPE)),
    [`${set}/style`]: get(`${operation}.getStyle`, tag, `${name}: style`, [], answer(object, STYLE_JSON)),
    [`${set}/{tileMatrix}/{tileRow}/{tileCol}`]: {
      get: {
        operationId: `${operation}.getTile`,
        tags: [tag],
        summary: `${name}: one vector tile`,
        parameters: Object.keys(TILE_PARAMETERS).map((parameter) => ref('parameters', parameter)),
        responses: {
          200: { description: 'OK', content: { [MVT]: { schema: { type: 'string', format: 'binary' } } } },
          204: { description: 'Nothing lies in this tile' },
          304: { description: 'Not changed since the reply with this ETag' },
          ...PROBLEMS,
        },
      },
    },
  };
}

/** The paths of one collection, written out: what it can be asked by differs from one to the next. */
function collectionPaths(collection: OpenCollection): Json {
  const { id, title } = collection;
  const systems = { type: 'string', format: 'uri', enum: systemsOf(collection).map(({ uri }) => uri) };
  const crs = query('crs', 'System of the coordinates that come', systems);
  const properties = collection.fields
    .filter((field) => field.asked)
    .map((field) => query(field.name, field.title.en, { type: 'string' }));
  const items = [
    ref('parameters', 'limit'),
    ref('parameters', 'bbox'),
    ref('parameters', 'datetime'),
    query('bbox-crs', 'System of bbox', systems),
    crs,
    ref('parameters', 'asOf'),
    ref('parameters', 'after'),
    ...properties,
    ...(isFiltered(collection) ? filterParameters(systems) : []),
  ];
  const base = `/collections/${id}`;
  return {
    [base]: get(
      `describe_${id}`,
      id,
      `${title.en}: the collection`,
      [],
      answer(ref('schemas', 'collection'), JSON_TYPE),
    ),
    ...(isFiltered(collection)
      ? {
          [`${base}/queryables`]: get(
            `queryables_${id}`,
            id,
            `${title.en}: properties to filter by`,
            [],
            answer({ type: 'object' }, SCHEMA_JSON),
          ),
        }
      : {}),
    [`${base}/items`]: get(
      `list_${id}`,
      id,
      `${title.en}: features`,
      items,
      answer(ref('schemas', 'features'), GEOJSON, CONTENT_CRS),
    ),
    ...(isTiled(collection) ? tilePaths(`${base}/tiles`, id, `${id}.collection.vector`, title.en) : {}),
    [`${base}/items/{featureId}`]: get(
      `get_${id}`,
      id,
      `${title.en}: one feature`,
      [ref('parameters', 'featureId'), crs],
      answer(ref('schemas', 'feature'), GEOJSON, CONTENT_CRS),
    ),
  };
}

/** The description in OpenAPI 3.0, whole in one document: test suites and programs do not follow references out of it. */
export function describeApi(collections: readonly OpenCollection[], { publicUrl, language }: OgcFrame): Json {
  const words = ogcWords(language);
  const document = (id: string, name: string, type = JSON_TYPE) =>
    get(id, 'service', name, [], answer(ref('schemas', id), type));
  return {
    openapi: '3.0.3',
    info: {
      title: words('title'),
      description: words('description'),
      version: '1.0.0',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: `${publicUrl}/ogc` }],
    tags: ['service', ...collections.map(({ id }) => id)].map((name) => ({ name })),
    paths: {
      '/': document('landing', 'Landing page'),
      '/conformance': document('conformance', 'Conformance classes'),
      '/api': get('api', 'service', 'This description', [], answer({ type: 'object' }, OPENAPI)),
      '/collections': document('collections', 'Collections'),
      ...tilePaths('/tiles', 'service', 'dataset.vector', 'The dataset'),
      '/tileMatrixSets': get(
        'getTileMatrixSetsList',
        'service',
        'Tile matrix sets',
        [],
        answer({ type: 'object' }, JSON_TYPE),
      ),
      [`/tileMatrixSets/${TILE_MATRIX_SET}`]: get(
        'getTileMatrixSet',
        'service',
        'WebMercatorQuad',
        [],
        answer({ type: 'object' }, JSON_TYPE),
      ),
      ...Object.assign({}, ...collections.map(collectionPaths)),
    },
    components: { parameters: { ...PARAMETERS, ...TILE_PARAMETERS }, schemas: SCHEMAS },
  };
}
