/** What payloads of dealings are made of (contract section 6). */
import Type, { type Static } from 'typebox';
import { PARCEL_NO, PLAIN_TEXT } from '../../batch/correction.ts';
import { Day } from '../../contract/fields.ts';

export const closed = { additionalProperties: false } as const;
export const Uuid = Type.String({ format: 'uuid' });
export const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: PLAIN_TEXT });

/** A paper that a dealing rests on; the number and date by which the archive finds it. */
export const DocumentReference = Type.Object({ no: Text(100), date: Day, place: Type.Optional(Text(200)) }, closed);
export type DocumentReference = Static<typeof DocumentReference>;

/** Beside the paper of the dealing itself: what proves legacy rights that it rests on. */
export const Proof = Type.Optional(
  Type.Object(
    { no: Text(100), date: Day, place: Type.Optional(Text(200)) },
    { ...closed, description: 'Paper that proves rights which only repeat a legacy record; needed while they do' },
  ),
);

export const PARTY_KINDS = ['person', 'couple', 'household', 'organisation', 'community', 'group'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

export const IdentityNumber = Type.String({
  pattern: '^[0-9A-Z-]{6,20}$',
  description: 'Personal number, or registration number of an organisation',
});

/** A party that the register knows, or one that is entered with this dealing. */
export const PartyChoice = Type.Union([
  Type.Object({ partyId: Uuid }, closed),
  Type.Object(
    {
      kind: Type.Unsafe<PartyKind>({ type: 'string', enum: [...PARTY_KINDS] }),
      name: Text(200),
      identityNumber: Type.Optional(IdentityNumber),
      address: Type.Optional(Text(300)),
    },
    closed,
  ),
]);
export type PartyChoice = Static<typeof PartyChoice>;

export const Position = Type.Array(Type.Number({ minimum: -1e8, maximum: 1e8 }), { minItems: 2, maxItems: 2 });
/** To 0.01 m², as registered; finer is refused by the rule of the sum. */
export const AreaM2 = Type.Number({ exclusiveMinimum: 0, maximum: 1e9 });
export const ParcelNumber = Type.String({ pattern: PARCEL_NO, maxLength: 40 });
