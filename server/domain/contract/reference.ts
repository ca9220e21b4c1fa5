/** Dated code lists, as the public may read them. */
import Type, { type Static } from 'typebox';
import { defineContract } from './contract.ts';
import { At, Day, nullable, pageOf } from './fields.ts';

export const ReferenceEntry = Type.Object({
  code: Type.String(),
  labelVi: Type.String(),
  labelEn: nullable(Type.String()),
  validFrom: Day,
  validTo: nullable(Day),
  attributes: Type.Record(Type.String(), Type.Unknown()),
});
export type ReferenceEntry = Static<typeof ReferenceEntry>;

export const listReference = defineContract({
  id: 'listReference',
  path: '/api/reference/:list',
  tag: 'reference',
  summary: 'The entries of a code list in force now, or on a day',
  params: Type.Object(
    { list: Type.String({ pattern: '^[a-z][a-z0-9_-]{0,39}$', description: 'Name of the list, such as land-use' }) },
    { additionalProperties: false },
  ),
  query: Type.Object({ at: At }, { additionalProperties: false }),
  reply: pageOf(ReferenceEntry),
  problems: ['list.not_found', 'service.busy'],
  maxAge: 300,
});
