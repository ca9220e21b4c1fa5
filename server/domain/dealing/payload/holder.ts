/** What a dealing says that corrects the details of a holder. */
import Type, { type Static } from 'typebox';
import { closed, DocumentReference, IdentityNumber, Proof, Text, Uuid } from './parts.ts';

export const HolderCorrectionPayload = Type.Object(
  {
    partyId: Uuid,
    changes: Type.Object(
      {
        name: Type.Optional(Text(200)),
        identityNumber: Type.Optional(IdentityNumber),
        address: Type.Optional(Text(300)),
      },
      { ...closed, minProperties: 1, description: 'Details that hold from then on; what is left out stays' },
    ),
    document: DocumentReference,
    proof: Proof,
  },
  closed,
);
export type HolderCorrectionPayload = Static<typeof HolderCorrectionPayload>;
