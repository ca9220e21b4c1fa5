/** OGC API - Features: Part 1 (core, GeoJSON, HTML, OpenAPI 3.0), Part 2 (coordinate reference systems) and Part 3 (filtering). */
import Type from 'typebox';
import { FILTER_BOUNDS } from '../ogc/filter/filter.ts';
import { defineContract } from './contract.ts';
import { Instant, nullable } from './fields.ts';

/** What every address takes: in which form, and in which language. */
const FORM = {
  f: Type.Optional(
    Type.Unsafe<'json' | 'html'>({ type: 'string', enum: ['json', 'html'], description: 'Form; default by Accept' }),
  ),
  lang: Type.Optional(Type.Unsafe<'vi' | 'en'>({ type: 'string', enum: ['vi', 'en'], description: 'Language' })),
};
export const form = Type.Object(FORM, { additionalProperties: false });
const Crs = Type.Optional(
  Type.String({ maxLength: 200, description: 'System of the coordinates, one of those of the collection' }),
);
export const Collection = Type.String({ pattern: '^[a-z][a-z0-9_-]{0,62}$', description: 'Id of a collection' });

export const OgcLink = Type.Object({
  href: Type.String(),
  rel: Type.String(),
  type: Type.Optional(Type.String()),
  title: Type.Optional(Type.String()),
  hreflang: Type.Optional(Type.String()),
});
const Links = Type.Array(OgcLink);

const shared = { tag: 'ogc', alsoMedia: ['text/html'], maxAge: null } as const;
const found = ['collection.not_found', 'publication.closed', 'service.busy'] as const;
/** What a token, where one is sent, can be refused for. */
const asked = ['token.refused', 'session.expired', 'identity.unavailable'] as const;

export const getOgcLanding = defineContract({
  ...shared,
  id: 'getOgcLanding',
  path: '/ogc',
  summary: 'OGC API: landing page',
  query: form,
  reply: Type.Object({ title: Type.String(), description: Type.String(), links: Links }),
});

/** The same where a program puts the slash that its base address lacks. */
export const getOgcRoot = defineContract({
  ...getOgcLanding,
  id: 'getOgcRoot',
  path: '/ogc/',
  summary: 'OGC API: landing page, for programs that close the address by a slash',
});

export const getOgcConformance = defineContract({
  ...shared,
  id: 'getOgcConformance',
  path: '/ogc/conformance',
  summary: 'OGC API: what it conforms to',
  query: form,
  reply: Type.Object({ conformsTo: Type.Array(Type.String()) }),
});

export const getOgcApi = defineContract({
  ...shared,
  id: 'getOgcApi',
  path: '/ogc/api',
  summary: 'OGC API: its own description (OpenAPI 3.0, whole in one document), or the way to read it',
  query: form,
  reply: Type.Object({ openapi: Type.String() }, { additionalProperties: true }),
  media: 'application/vnd.oai.openapi+json;version=3.0',
  problems: asked,
});

const OgcCollectionReply = Type.Object(
  {
    id: Type.String(),
    title: Type.String(),
    description: Type.String(),
    links: Links,
    crs: Type.Array(Type.String()),
    storageCrs: Type.String(),
  },
  { additionalProperties: true },
);

export const listOgcCollections = defineContract({
  ...shared,
  id: 'listOgcCollections',
  path: '/ogc/collections',
  summary:
    'OGC API: collections that the publication policy (channel "ogc") opens, or all for a token that may see them',
  query: form,
  reply: Type.Object({ links: Links, collections: Type.Array(OgcCollectionReply) }),
  problems: asked,
});

export const getOgcCollection = defineContract({
  ...shared,
  id: 'getOgcCollection',
  path: '/ogc/collections/:collection',
  summary: 'OGC API: one collection',
  params: Type.Object({ collection: Collection }, { additionalProperties: false }),
  query: form,
  reply: OgcCollectionReply,
  problems: [...found, ...asked],
});

export const getOgcQueryables = defineContract({
  ...shared,
  id: 'getOgcQueryables',
  path: '/ogc/collections/:collection/queryables',
  summary: 'OGC API: properties that a filter may name, as JSON Schema; of collections that are filtered',
  params: Type.Object({ collection: Collection }, { additionalProperties: false }),
  query: form,
  reply: Type.Object(
    {
      $id: Type.String(),
      type: Type.Literal('object'),
      properties: Type.Record(Type.String(), Type.Object({}, { additionalProperties: true })),
      additionalProperties: Type.Literal(false),
    },
    { additionalProperties: true },
  ),
  media: 'application/schema+json',
  problems: [...found, ...asked],
});

const Feature = Type.Object(
  {
    type: Type.Literal('Feature'),
    id: Type.String(),
    geometry: nullable(Type.Object({ type: Type.String() }, { additionalProperties: true })),
    properties: Type.Object({}, { additionalProperties: true }),
  },
  { additionalProperties: true },
);

/** Properties by which features are found, of any collection; which of them one has its description says. */
const PROPERTIES = {
  code: Type.Optional(Type.String({ maxLength: 100 })),
  communeCode: Type.Optional(Type.String({ maxLength: 100 })),
  sheet: Type.Optional(Type.String({ maxLength: 100 })),
  no: Type.Optional(Type.String({ maxLength: 100 })),
};

export const listOgcItems = defineContract({
  ...shared,
  id: 'listOgcItems',
  path: '/ogc/collections/:collection/items',
  summary:
    'OGC API: features of a collection, in pages by key and as of one moment, so that a read of all pages is of one state however much is registered meanwhile',
  params: Type.Object({ collection: Collection }, { additionalProperties: false }),
  query: Type.Object(
    {
      ...FORM,
      limit: Type.Optional(
        Type.Integer({
          minimum: 1,
          description: 'Features of a page; at most 5,000 (more counts as that), default 100',
        }),
      ),
      bbox: Type.Optional(Type.String({ maxLength: 200, description: 'Four or six numbers' })),
      'bbox-crs': Crs,
      crs: Crs,
      datetime: Type.Optional(Type.String({ maxLength: 100, description: 'RFC 3339 instant, day or interval' })),
      filter: Type.Optional(
        Type.String({
          maxLength: FILTER_BOUNDS.letters,
          description: 'CQL2 over the queryables, where the collection has some',
        }),
      ),
      'filter-lang': Type.Optional(
        Type.Unsafe<'cql2-text' | 'cql2-json'>({
          type: 'string',
          enum: ['cql2-text', 'cql2-json'],
          description: 'How filter is written; default cql2-text',
        }),
      ),
      'filter-crs': Crs,
      asOf: Type.Optional(Type.String({ maxLength: 40, description: 'Moment of the state, of the first page' })),
      after: Type.Optional(Type.String({ maxLength: 100, description: 'Id after which the page begins' })),
      ...PROPERTIES,
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({
    type: Type.Literal('FeatureCollection'),
    timeStamp: Instant,
    numberMatched: Type.Optional(Type.Integer({ description: 'On the first page, where counting is worth it' })),
    numberReturned: Type.Integer(),
    links: Links,
    features: Type.Array(Feature),
  }),
  media: 'application/geo+json',
  problems: [...found, ...asked],
});

export const getOgcItem = defineContract({
  ...shared,
  id: 'getOgcItem',
  path: '/ogc/collections/:collection/items/:featureId',
  summary: 'OGC API: one feature',
  params: Type.Object(
    { collection: Collection, featureId: Type.String({ minLength: 1, maxLength: 100 }) },
    { additionalProperties: false },
  ),
  query: Type.Object({ ...FORM, crs: Crs }, { additionalProperties: false }),
  reply: Feature,
  media: 'application/geo+json',
  problems: [...found, 'feature.not_found', ...asked],
});
