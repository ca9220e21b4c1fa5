/** Communes and wards, each for the time it existed. */
import Type, { type Static } from 'typebox';
import { defineContract } from './contract.ts';
import { At, CommuneCode, Day, nullable, pageOf } from './fields.ts';

export const Commune = Type.Object({
  code: CommuneCode,
  name: Type.String(),
  kind: Type.String({ description: 'xã, phường, thị trấn or đặc khu' }),
  validFrom: Day,
  validTo: nullable(Type.String({ format: 'date', description: 'First day on which the unit no longer existed' })),
  oldCodes: Type.Array(Type.String(), { description: 'Units it was made of' }),
  successorCodes: Type.Array(Type.String(), { description: 'Units that took it over' }),
  bbox: Type.Unsafe<[number, number, number, number] | null>({
    type: ['array', 'null'],
    items: { type: 'number' },
    description: 'West, south, east, north in degrees (CRS84); null where unknown',
  }),
});
export type Commune = Static<typeof Commune>;

export const listCommunes = defineContract({
  id: 'listCommunes',
  path: '/api/communes',
  tag: 'reference',
  summary: 'Communes and wards that exist, or existed on a day',
  query: Type.Object({ at: At }, { additionalProperties: false }),
  reply: pageOf(Commune),
  problems: ['service.busy'],
  maxAge: 300,
});
