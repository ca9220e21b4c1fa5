import type { OpenCollection } from '../domain/ogc/collections.ts';
import type { OgcDocument } from '../domain/ogc/ogc-document.ts';
import { ogcWords } from '../domain/ogc/ogc-words.ts';
import { html } from '../domain/words/html.ts';
import { describeApi } from './describe-api.ts';
import { type CollectionExtents, describeCollection } from './describe-collection.ts';
import { describeQueryables } from './describe-queryables.ts';
import { CONFORMS_TO, describeLanding, type OgcFrame } from './describe-service.ts';
import { JSON_TYPE, linksOf, OPENAPI, SCHEMA_JSON, selfLinks } from './ogc-links.ts';

export function landingDocument(frame: OgcFrame): OgcDocument {
  const landing = describeLanding(frame);
  const use = ogcWords(frame.language)('page.use', { url: `${frame.publicUrl}/ogc` });
  return {
    type: JSON_TYPE,
    json: () => JSON.stringify(landing),
    page: () => ({ title: landing.title, lead: landing.description, links: landing.links, tables: [], notes: [use] }),
  };
}

export function conformanceDocument({ publicUrl, language }: OgcFrame): OgcDocument {
  const words = ogcWords(language);
  const title = words('link.conformance');
  return {
    type: JSON_TYPE,
    json: () => JSON.stringify({ conformsTo: CONFORMS_TO }),
    page: () => ({
      title,
      lead: words('description'),
      links: selfLinks(linksOf(publicUrl, language), '/conformance', JSON_TYPE, 'html'),
      tables: [{ title, heads: [title], rows: CONFORMS_TO.map((uri) => [uri]) }],
      notes: [],
    }),
  };
}

/** The fields of a collection as a table. */
function fieldTable(collection: OpenCollection, title: string, { language }: OgcFrame) {
  const words = ogcWords(language);
  return {
    title,
    heads: [words('page.field'), words('page.meaning')],
    rows: collection.fields.map((field) => [field.name, field.title[language]]),
  };
}

export function apiDocument(collections: readonly OpenCollection[], frame: OgcFrame): OgcDocument {
  const { publicUrl, language } = frame;
  const words = ogcWords(language);
  return {
    type: OPENAPI,
    json: () => JSON.stringify(describeApi(collections, frame)),
    page: () => ({
      title: words('link.doc'),
      lead: words('page.use', { url: `${publicUrl}/ogc` }),
      links: selfLinks(linksOf(publicUrl, language), '/api', OPENAPI, 'html'),
      tables: collections.map((collection) => fieldTable(collection, collection.title[language], frame)),
      notes: [],
    }),
  };
}

export function collectionsDocument(
  collections: readonly OpenCollection[],
  extents: CollectionExtents,
  registrySrid: number,
  frame: OgcFrame,
): OgcDocument {
  const { publicUrl, language } = frame;
  const words = ogcWords(language);
  const links = selfLinks(linksOf(publicUrl, language), '/collections', JSON_TYPE, frame.form);
  const described = collections.map((one) => describeCollection(one, extents, registrySrid, frame));
  const title = words('link.data');
  const rows = described.map((one) => [
    html`<a href="${publicUrl}/ogc/collections/${one.id}?f=html">${one.title}</a>`,
    one.description,
  ]);
  return {
    type: JSON_TYPE,
    json: () => JSON.stringify({ links, collections: described }),
    page: () => ({
      title,
      lead: words('description'),
      links,
      tables: [{ title, heads: [title, words('page.meaning')], rows }],
      notes: described.length === 0 ? [words('page.none')] : [],
    }),
  };
}

export function collectionDocument(
  collection: OpenCollection,
  extents: CollectionExtents,
  registrySrid: number,
  frame: OgcFrame,
): OgcDocument {
  const words = ogcWords(frame.language);
  const described = describeCollection(collection, extents, registrySrid, frame);
  const systems = words('page.systems');
  return {
    type: JSON_TYPE,
    json: () => JSON.stringify(described),
    page: () => ({
      title: described.title,
      lead: described.description,
      links: described.links,
      tables: [
        fieldTable(collection, words('page.fields'), frame),
        { title: systems, heads: [systems], rows: described.crs.map((uri) => [uri]) },
      ],
      notes: [],
    }),
  };
}

export function queryablesDocument(collection: OpenCollection, frame: OgcFrame): OgcDocument {
  const words = ogcWords(frame.language);
  const title = words('link.queryables');
  return {
    type: SCHEMA_JSON,
    json: () => JSON.stringify(describeQueryables(collection, frame)),
    page: () => ({
      title: `${collection.title[frame.language]}: ${title}`,
      lead: words('page.filter'),
      links: selfLinks(
        linksOf(frame.publicUrl, frame.language),
        `/collections/${collection.id}/queryables`,
        SCHEMA_JSON,
        'html',
      ),
      tables: [fieldTable(collection, title, frame)],
      notes: [],
    }),
  };
}
