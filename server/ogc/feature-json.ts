import type { FeatureRow } from '../db/ogc/moments.ts';
import type { OgcField, OpenCollection } from '../domain/ogc/collections.ts';

/** A property as JSON has it: exact decimals come as text and are numbers of at most 15 digits. */
function jsonValue({ name, type }: OgcField, row: FeatureRow): unknown {
  const value = row[name] ?? null;
  return (type === 'number' || type === 'integer') && value !== null ? Number(value) : value;
}

/** The published properties of a feature. */
export const propertiesOf = (collection: OpenCollection, row: FeatureRow): Record<string, unknown> =>
  Object.fromEntries(collection.fields.map((field) => [field.name, jsonValue(field, row)]));

/** A feature as text: its shape comes as text from the database and is passed on unread. `more` is put behind, as text of members. */
export function featureJson(collection: OpenCollection, row: FeatureRow, more = ''): string {
  const properties = JSON.stringify(propertiesOf(collection, row));
  const geometry = collection.shown ? (row.geometry ?? 'null') : 'null';
  return `{"type":"Feature","id":${JSON.stringify(row.id)},"geometry":${geometry},"properties":${properties}${more}}`;
}
