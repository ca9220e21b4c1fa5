/** What dealings say of what burdens rights and parcels: mortgages that change, leases, restrictions. */
import Type, { type Static } from 'typebox';
import { Day } from '../../contract/fields.ts';
import { closed, DocumentReference, PartyChoice, Position, Proof, Uuid } from './parts.ts';

export const MortgageChangePayload = Type.Object(
  {
    mortgageId: Uuid,
    changes: Type.Object(
      {
        mortgagee: Type.Optional(PartyChoice),
        rightIds: Type.Optional(
          Type.Array(Uuid, {
            maxItems: 100,
            uniqueItems: true,
            description: 'Rights on the targets that are under it from then on; what it burdens elsewhere stays',
          }),
        ),
        replacesContract: Type.Optional(
          Type.Literal(true, { description: 'The document of this dealing is the contract from then on' }),
        ),
      },
      { ...closed, minProperties: 1 },
    ),
    document: DocumentReference,
  },
  closed,
);
export type MortgageChangePayload = Static<typeof MortgageChangePayload>;

export const LeaseRegistrationPayload = Type.Object(
  { rightId: Uuid, lessee: PartyChoice, until: Day, document: DocumentReference, proof: Proof },
  closed,
);
export type LeaseRegistrationPayload = Static<typeof LeaseRegistrationPayload>;

export const LeaseEndPayload = Type.Object({ leaseId: Uuid, document: DocumentReference }, closed);
export type LeaseEndPayload = Static<typeof LeaseEndPayload>;

export const RESTRICTION_KINDS = [
  'access',
  'drainage',
  'irrigation',
  'line',
  'corridor',
  'construction',
  'other',
] as const;
export type RestrictionKind = (typeof RESTRICTION_KINDS)[number];

const Ring = Type.Array(Position, { minItems: 4, maxItems: 2000 });
const srid = Type.Integer();
const Shape = Type.Union(
  [
    Type.Object({ srid, type: Type.Literal('Point'), coordinates: Position }, closed),
    Type.Object(
      { srid, type: Type.Literal('LineString'), coordinates: Type.Array(Position, { minItems: 2, maxItems: 2000 }) },
      closed,
    ),
    Type.Object(
      { srid, type: Type.Literal('Polygon'), coordinates: Type.Array(Ring, { minItems: 1, maxItems: 20 }) },
      closed,
    ),
  ],
  {
    description:
      'Where on the parcel, [east, north] in metres of `srid`, the sheet’s own system; left out: on all of it',
  },
);

/** A restriction is placed, or one that holds is lifted by a second paper. */
export const RestrictionPayload = Type.Union([
  Type.Object(
    {
      kind: Type.Unsafe<RestrictionKind>({ type: 'string', enum: [...RESTRICTION_KINDS] }),
      geometry: Type.Optional(Shape),
      document: DocumentReference,
    },
    closed,
  ),
  Type.Object({ lifts: Uuid, document: DocumentReference }, closed),
]);
export type RestrictionPayload = Static<typeof RestrictionPayload>;
