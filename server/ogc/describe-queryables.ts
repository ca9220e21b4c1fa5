import type { OgcField, OpenCollection } from '../domain/ogc/collections.ts';
import type { OgcFrame } from './describe-service.ts';

const TYPES: Readonly<Record<OgcField['type'], Readonly<Record<string, string>>>> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  date: { type: 'string', format: 'date' },
  'date-time': { type: 'string', format: 'date-time' },
};

/** What a filter may name, as JSON Schema (Part 3, 6): the fields that this asker sees, and the shape where it is shown. */
export function describeQueryables(collection: OpenCollection, { publicUrl, language }: OgcFrame): object {
  const fields = collection.fields.map(({ name, type, title }) => [name, { title: title[language], ...TYPES[type] }]);
  const shape = { 'x-ogc-role': 'primary-geometry', format: 'geometry-polygon' };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${publicUrl}/ogc/collections/${collection.id}/queryables`,
    type: 'object',
    title: collection.title[language],
    description: collection.description[language],
    properties: { ...(collection.shown ? { geometry: shape } : {}), ...Object.fromEntries(fields) },
    additionalProperties: false,
  };
}
