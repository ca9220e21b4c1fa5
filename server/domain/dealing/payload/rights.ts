/** What dealings say that change rights and what burdens them. */
import Type, { type Static } from 'typebox';
import { Day } from '../../contract/fields.ts';
import { ShareText } from '../share.ts';
import { closed, DocumentReference, PartyChoice, Proof, Text, Uuid } from './parts.ts';

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
    proof: Proof,
  },
  closed,
);
export type TransferPayload = Static<typeof TransferPayload>;

export const MortgageRegistrationPayload = Type.Object(
  {
    rightIds: Type.Array(Uuid, { minItems: 1, maxItems: 100 }),
    mortgagee: PartyChoice,
    document: DocumentReference,
    proof: Proof,
  },
  closed,
);
export type MortgageRegistrationPayload = Static<typeof MortgageRegistrationPayload>;

export const TermExtensionPayload = Type.Object(
  { rightId: Uuid, until: Day, document: DocumentReference, proof: Proof },
  closed,
);
export type TermExtensionPayload = Static<typeof TermExtensionPayload>;

export const MortgageReleasePayload = Type.Object({ mortgageId: Uuid, document: DocumentReference }, closed);
export type MortgageReleasePayload = Static<typeof MortgageReleasePayload>;

export const ReversalPayload = Type.Object({ dealingId: Uuid, reason: Type.Optional(Text(500)) }, closed);
export type ReversalPayload = Static<typeof ReversalPayload>;

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
