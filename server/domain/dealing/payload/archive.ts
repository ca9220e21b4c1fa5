/** What dealings say that register what papers of the archive bear out. */
import Type, { type Static } from 'typebox';
import { closed, Uuid } from './parts.ts';

/** Scanned certificates that were confirmed, each with the parcel that it stands with; the parcels are the targets. */
export const CertificateConfirmationPayload = Type.Object(
  {
    documents: Type.Array(Type.Object({ documentId: Uuid, parcelId: Uuid }, closed), {
      minItems: 1,
      maxItems: 200,
      uniqueItems: true,
    }),
  },
  closed,
);
export type CertificateConfirmationPayload = Static<typeof CertificateConfirmationPayload>;
