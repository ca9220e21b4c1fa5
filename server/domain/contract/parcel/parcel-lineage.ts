/** Where a parcel came from and what became of it, over generations. */
import Type, { type Static } from 'typebox';
import { DEALING_KINDS, type DealingKind } from '../../dealing/dealing-kind.ts';
import { STAFF_ROLES } from '../../role.ts';
import { choice } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';

const Uuid = Type.String({ format: 'uuid' });

export const ParcelLineage = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Uuid,
      sheet: Type.String(),
      no: Type.String(),
      areaM2: Type.Number({ description: 'Registered where there is one, else computed' }),
      isLegalArea: Type.Boolean(),
      state: choice(['current', 'historic'] as const),
      generation: Type.Integer({
        description: '0 is the parcel itself, below what came before, above what came after',
      }),
    }),
    { description: 'From the oldest generation to the latest' },
  ),
  links: Type.Array(
    Type.Object({
      parentId: Uuid,
      childId: Uuid,
      dealingId: Uuid,
      kind: Type.Unsafe<DealingKind | null>({
        type: ['string', 'null'],
        enum: [...DEALING_KINDS, null],
        description: 'Null where the dealing is of a commune that one does not serve',
      }),
      registeredAt: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' }),
    }),
  ),
  more: Type.Boolean({ description: 'Whether there is more behind: 12 generations and 300 links are told' }),
});
export type ParcelLineage = Static<typeof ParcelLineage>;

export const getParcelLineage = defineContract({
  tag: 'parcels',
  right: { roles: STAFF_ROLES, scope: 'commune' },
  maxAge: null,
  id: 'getParcelLineage',
  path: '/api/parcels/:id/lineage',
  summary: 'Everything a parcel came out of and that came out of it, with the dealings between',
  params: Type.Object({ id: Uuid }, { additionalProperties: false }),
  reply: ParcelLineage,
  problems: ['parcel.not_found', 'service.busy'],
});
