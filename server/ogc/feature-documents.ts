import type { OpenCollection } from '../domain/ogc/collections.ts';
import type { OgcDocument } from '../domain/ogc/ogc-document.ts';
import { ogcWords } from '../domain/ogc/ogc-words.ts';
import { formatMoment } from '../domain/words/format-day.ts';
import { html } from '../domain/words/html.ts';
import type { OgcFrame } from './describe-service.ts';
import { propertiesOf } from './feature-json.ts';
import { type ItemPage, itemJson } from './get-item.ts';
import { type ItemsPage, itemsJson } from './list-items.ts';
import { GEOJSON } from './ogc-links.ts';

const cell = (value: unknown) => (value === null || value === undefined ? '' : String(value));

/** A page of features. */
export function itemsDocument(collection: OpenCollection, page: ItemsPage, frame: OgcFrame): OgcDocument {
  const { publicUrl, language } = frame;
  const words = ogcWords(language);
  const base = `${publicUrl}/ogc/collections/${collection.id}/items`;
  return {
    type: GEOJSON,
    contentCrs: page.system.uri,
    json: () => itemsJson(collection, page),
    page: () => ({
      title: collection.title[language],
      lead: words('page.asOf', { moment: formatMoment(page.asOf, language) }),
      links: page.links,
      tables: [
        {
          title: words('link.items'),
          heads: [words('page.id'), ...collection.fields.map((field) => field.title[language])],
          rows: page.rows.map((row) => [
            html`<a href="${base}/${encodeURIComponent(row.id)}?f=html">${row.id}</a>`,
            ...Object.values(propertiesOf(collection, row)).map(cell),
          ]),
        },
      ],
      notes: page.rows.length === 0 ? [words('page.empty')] : [],
    }),
  };
}

/** One feature. */
export function itemDocument(collection: OpenCollection, item: ItemPage, { language }: OgcFrame): OgcDocument {
  const words = ogcWords(language);
  const values = propertiesOf(collection, item.row);
  return {
    type: GEOJSON,
    contentCrs: item.system.uri,
    json: () => itemJson(collection, item),
    page: () => ({
      title: `${collection.title[language]} ${item.row.id}`,
      lead: collection.description[language],
      links: item.links,
      tables: [
        {
          title: words('page.fields'),
          heads: [words('page.field'), words('page.meaning')],
          rows: collection.fields.map((field) => [field.title[language], cell(values[field.name])]),
        },
      ],
      notes: [],
    }),
  };
}
