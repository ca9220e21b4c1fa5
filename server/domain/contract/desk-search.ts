/** The question box of the desk: the same question as the public one, answered whatever is published. Never a person. */
import Type, { type Static } from 'typebox';
import { BATCH_READERS } from '../batch/batch-step.ts';
import { AnyBox } from './batch-shapes.ts';
import { defineContract } from './contract.ts';
import { nullable } from './fields.ts';
import { Suggestion } from './portal/portal-search.ts';

export const FoundLand = Type.Object({
  kind: Suggestion.properties.kind,
  label: Type.String(),
  detail: Type.String(),
  parcelId: nullable(Type.String({ description: 'For a parcel' })),
  bbox: AnyBox,
});
export type FoundLand = Static<typeof FoundLand>;

export const searchDesk = defineContract({
  id: 'searchDesk',
  path: '/api/desk/search',
  tag: 'parcels',
  right: { roles: BATCH_READERS },
  summary: 'What a person types, as places on the map: parcels, then communes, hamlets, points; at most 8',
  query: Type.Object(
    {
      q: Type.String({ maxLength: 400, description: 'What a person typed' }),
      lang: Type.Optional(Type.Unsafe<'vi' | 'en'>({ type: 'string', enum: ['vi', 'en'] })),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({ items: Type.Array(FoundLand) }),
  problems: ['service.busy'],
  maxAge: null,
});
