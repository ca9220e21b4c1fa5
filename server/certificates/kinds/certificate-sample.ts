import { findCertificate } from '../../db/document/certificate-rows.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { layOutSample } from '../certificate/lay-out-certificate.ts';
import { readCertificateFacts } from '../certificate/print-certificate.ts';
import { renderCertificatePaper } from '../certificate/render-certificate.ts';
import type { PaperKindMaker } from './paper-kind.ts';

/** Both sides of a certificate on white paper, marked MẪU: an extract of what it says, never the certificate. Identity numbers are masked. */
export const CERTIFICATE_SAMPLE: PaperKindMaker = {
  most: 0,
  async read(trx, { actor, request, personalDataKey, publicUrl, templates }) {
    const { certificateSerial } = request;
    if (certificateSerial === undefined) throw new Problem('paper.request_unfit');
    const { row, facts } = await readCertificateFacts(
      { personalDataKey, publicUrl, templates },
      trx,
      actor,
      certificateSerial,
      'masked',
    );
    return {
      // Of the day on which the certificate was issued: it shows what is out.
      template: facts.template,
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
              ...(trialSignature ? [facts.template.words.trial] : []),
            ]),
        }),
    };
  },
};
