/** What a dealing of each kind says (contract section 6). Coordinates are [east, north] in metres of `srid`, the sheet's own system. */
import Type, { type Static } from 'typebox';
import { PARCEL_NO, PLAIN_TEXT } from '../batch/correction.ts';
import { Day } from '../contract/fields.ts';
import type { ParcelDealingKind } from './dealing-kind.ts';
import { ShareText } from './share.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: PLAIN_TEXT });

/** A paper that a dealing rests on; the number and date by which the archive finds it. */
export const DocumentReference = Type.Object({ no: Text(100), date: Day, place: Type.Optional(Text(200)) }, closed);
export type DocumentReference = Static<typeof DocumentReference>;

export const PARTY_KINDS = ['person', 'couple', 'household', 'organisation', 'community', 'group'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** A party that the register knows, or one that is entered with this dealing. */
export const PartyChoice = Type.Union([
  Type.Object({ partyId: Uuid }, closed),
  Type.Object(
    {
      kind: Type.Unsafe<PartyKind>({ type: 'string', enum: [...PARTY_KINDS] }),
      name: Text(200),
      identityNumber: Type.Optional(
        Type.String({
          pattern: '^[0-9A-Z-]{6,20}$',
          description: 'Personal number, or registration number of an organisation',
        }),
      ),
      address: Type.Optional(Text(300)),
    },
    closed,
  ),
]);
export type PartyChoice = Static<typeof PartyChoice>;

const Position = Type.Array(Type.Number({ minimum: -1e8, maximum: 1e8 }), { minItems: 2, maxItems: 2 });
/** To 0.01 m², as registered; finer is refused by the rule of the sum. */
const AreaM2 = Type.Number({ exclusiveMinimum: 0, maximum: 1e9 });

export const SplitPayload = Type.Object(
  {
    srid: Type.Integer(),
    lines: Type.Array(Type.Array(Position, { minItems: 2, maxItems: 500 }), { minItems: 1, maxItems: 50 }),
    numbers: Type.Optional(
      Type.Array(Type.String({ pattern: PARCEL_NO, maxLength: 40 }), { minItems: 2, maxItems: 200 }),
    ),
    legalAreasM2: Type.Optional(Type.Array(AreaM2, { minItems: 2, maxItems: 200 })),
    reason: Type.Optional(Text(500)),
  },
  closed,
);
export type SplitPayload = Static<typeof SplitPayload>;

export const TRANSFER_CAUSES = ['sale', 'gift', 'inheritance', 'exchange', 'contribution', 'court', 'auction'] as const;
export type TransferCause = (typeof TRANSFER_CAUSES)[number];

export const TransferPayload = Type.Object(
  {
    cause: Type.Unsafe<TransferCause>({ type: 'string', enum: [...TRANSFER_CAUSES] }),
    from: Type.Array(Type.Object({ rightId: Uuid, share: Type.Optional(ShareText) }, closed), {
      minItems: 1,
      maxItems: 100,
      description: 'Rights given away, whole or by a share of the parcel',
    }),
    to: Type.Array(Type.Object({ party: PartyChoice, share: ShareText }, closed), {
      minItems: 1,
      maxItems: 100,
      description: 'New holders with their shares of the parcel',
    }),
    document: DocumentReference,
  },
  closed,
);
export type TransferPayload = Static<typeof TransferPayload>;

export const MortgageRegistrationPayload = Type.Object(
  {
    rightIds: Type.Array(Uuid, { minItems: 1, maxItems: 100 }),
    mortgagee: PartyChoice,
    document: DocumentReference,
  },
  closed,
);
export type MortgageRegistrationPayload = Static<typeof MortgageRegistrationPayload>;

export const MortgageReleasePayload = Type.Object({ mortgageId: Uuid, document: DocumentReference }, closed);
export type MortgageReleasePayload = Static<typeof MortgageReleasePayload>;

export const CAVEAT_EFFECTS = ['transfer', 'mortgage', 'split'] as const;
export type CaveatEffect = (typeof CAVEAT_EFFECTS)[number];

export const CaveatPlacementPayload = Type.Object(
  {
    effects: Type.Array(Type.Unsafe<CaveatEffect>({ type: 'string', enum: [...CAVEAT_EFFECTS] }), {
      minItems: 1,
      maxItems: 3,
      uniqueItems: true,
    }),
    document: DocumentReference,
    until: Type.Optional(Day),
  },
  closed,
);
export type CaveatPlacementPayload = Static<typeof CaveatPlacementPayload>;

export const CaveatReleasePayload = Type.Object({ caveatId: Uuid, document: DocumentReference }, closed);
export type CaveatReleasePayload = Static<typeof CaveatReleasePayload>;

export const PAYLOADS = {
  split: SplitPayload,
  transfer: TransferPayload,
  mortgage_registration: MortgageRegistrationPayload,
  mortgage_release: MortgageReleasePayload,
  caveat_placement: CaveatPlacementPayload,
  caveat_release: CaveatReleasePayload,
} as const satisfies Record<ParcelDealingKind, unknown>;

export type PayloadOf<K extends ParcelDealingKind> = Static<(typeof PAYLOADS)[K]>;
