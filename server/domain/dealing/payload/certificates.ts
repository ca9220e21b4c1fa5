/** What dealings say of certificates: on which rights, which blank is used, which certificate came back, by what paper. */
import Type, { type Static } from 'typebox';
import { closed, DocumentReference, Proof, Uuid } from './parts.ts';

/** Serial of a blank of the QR form: two letters, eight digits. */
export const BLANK_SERIAL = '^[A-Za-z]{2} ?[0-9]{8}$';

export const CertificatePayload = Type.Object(
  {
    rightIds: Type.Array(Uuid, {
      minItems: 1,
      maxItems: 200,
      uniqueItems: true,
      description: 'Rights on the targets that the certificate shows, as one',
    }),
    blankSerial: Type.Optional(
      Type.String({ pattern: BLANK_SERIAL, description: 'Blank on which it is printed: given out, and not used yet' }),
    ),
    returnedSerial: Type.Optional(
      Type.String({ minLength: 1, maxLength: 60, description: 'Certificate that was handed back' }),
    ),
    document: Type.Optional(DocumentReference),
    proof: Proof,
  },
  closed,
);
export type CertificatePayload = Static<typeof CertificatePayload>;
