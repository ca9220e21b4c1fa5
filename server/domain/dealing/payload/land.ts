/** What dealings say that change the shape of land. Coordinates are [east, north] in metres of `srid`, the sheet's own system. */
import Type, { type Static } from 'typebox';
import { PURPOSE_CODE } from '../../batch/correction.ts';
import { Day } from '../../contract/fields.ts';
import { ShareText } from '../share.ts';
import { AreaM2, closed, DocumentReference, ParcelNumber, Position, Proof, Text, Uuid } from './parts.ts';

export const SplitPayload = Type.Object(
  {
    srid: Type.Integer(),
    lines: Type.Array(Type.Array(Position, { minItems: 2, maxItems: 500 }), { minItems: 1, maxItems: 50 }),
    numbers: Type.Optional(Type.Array(ParcelNumber, { minItems: 2, maxItems: 200 })),
    legalAreasM2: Type.Optional(
      Type.Array(AreaM2, {
        minItems: 2,
        maxItems: 200,
        description: 'Instead of shares in proportion, in the order of the parts; with the reason',
      }),
    ),
    reason: Type.Optional(Text(500)),
  },
  closed,
);
export type SplitPayload = Static<typeof SplitPayload>;

const Line = Type.Array(Position, { minItems: 2, maxItems: 500 });

export const BoundaryAdjustmentPayload = Type.Object(
  {
    srid: Type.Integer(),
    line: Line,
    moreLines: Type.Optional(
      Type.Array(Line, { minItems: 1, maxItems: 20, description: 'Between three parcels or more: one boundary each' }),
    ),
    legalAreasM2: Type.Optional(
      Type.Array(AreaM2, {
        minItems: 2,
        maxItems: 20,
        description: 'Instead of shares in proportion, in the order of the targets; with the reason',
      }),
    ),
    reason: Type.Optional(Text(500)),
  },
  closed,
);
export type BoundaryAdjustmentPayload = Static<typeof BoundaryAdjustmentPayload>;

export const ResurveyPayload = Type.Object(
  {
    srid: Type.Integer(),
    rings: Type.Array(Type.Array(Position, { minItems: 3, maxItems: 2000 }), {
      minItems: 1,
      maxItems: 20,
      description: 'The outer boundary, then yards inside that are not of it; a ring closes by itself',
    }),
    survey: DocumentReference,
    legalAreaM2: Type.Optional(AreaM2),
  },
  closed,
);
export type ResurveyPayload = Static<typeof ResurveyPayload>;

export const PurposeChangePayload = Type.Object(
  {
    purposes: Type.Array(
      Type.Object({ code: Type.String({ pattern: PURPOSE_CODE }), areaM2: AreaM2, until: Type.Optional(Day) }, closed),
      { minItems: 1, maxItems: 12, description: 'All purposes of the parcel from then on; their areas add up to it' },
    ),
    document: DocumentReference,
    proof: Proof,
  },
  closed,
);
export type PurposeChangePayload = Static<typeof PurposeChangePayload>;

/** Several parties merge their land: what each holds of the whole, by an agreement. */
const Agreement = Type.Object(
  {
    holders: Type.Array(
      Type.Object(
        {
          partyId: Uuid,
          share: ShareText,
          also: Type.Optional(
            Type.Array(Uuid, {
              maxItems: 20,
              uniqueItems: true,
              description: 'Further entries of the same person: legacy records enter a holder once for each parcel',
            }),
          ),
        },
        closed,
      ),
      { minItems: 1, maxItems: 100 },
    ),
    document: DocumentReference,
  },
  closed,
);

export const MergePayload = Type.Object(
  {
    number: Type.Optional(ParcelNumber),
    legalAreaM2: Type.Optional(AreaM2),
    carries: Type.Optional(
      Type.Array(Uuid, {
        maxItems: 200,
        uniqueItems: true,
        description: 'Mortgages and caveats that go on on the whole parcel: each that holds on a part has to be named',
      }),
    ),
    agreement: Type.Optional(Agreement),
    reason: Type.Optional(Text(500)),
  },
  closed,
);
export type MergePayload = Static<typeof MergePayload>;
