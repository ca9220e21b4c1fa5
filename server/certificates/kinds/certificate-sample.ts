import { CERTIFICATE_1 } from '../../../templates/certificates/certificate/1/template.ts';
import { findCertificate } from '../../db/document/certificate-rows.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { layOutSample } from '../certificate/lay-out-certificate.ts';
import { readCertificateFacts } from '../certificate/print-certificate.ts';
import { renderCertificatePaper } from '../certificate/render-certificate.ts';
import type { PaperKindMaker } from './paper-kind.ts';

/** Both sides of a certificate on white paper, marked MẪU: an extract of what it says, never the certificate. Identity numbers are masked. */
export const CERTIFICATE_SAMPLE: PaperKindMaker = {
  template: CERTIFICATE_1,
  most: 0,
  async read(trx, { actor, request, personalDataKey, publicUrl }) {
    const { certificateSerial } = request;
    if (certificateSerial === undefined) throw new Problem('paper.request_unfit');
    const { row, facts } = await readCertificateFacts(
      { personalDataKey, publicUrl },
      trx,
      actor,
      certificateSerial,
      'masked',
    );
    return {
      communeCode: row.communeCode,
      office: row.office,
      partyIds: row.content.holders.map(({ partyId }) => partyId),
      parcels: row.content.lands.map(({ parcelId, version }) => ({ parcelId, version, state: 'any', rightIds: [] })),
      parcelCode: null,
      stillSo: async (again) => (await findCertificate(again, row.serial))?.status === 'valid',
      render: ({ serial, code, link, qr, moment, trialSignature }) =>
        renderCertificatePaper({
          moment,
          // The QR of the sample leads to the sample: the paper in hand is what is checked.
          layOut: (measure) =>
            layOutSample({ ...facts, link, qr }, measure, [
              serial,
              code,
              ...(trialSignature ? [CERTIFICATE_1.words.trial] : []),
            ]),
        }),
    };
  },
};
