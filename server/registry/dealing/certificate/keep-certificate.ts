import { CERTIFICATE_VERSIONS } from '../../../../templates/certificates/certificate/versions.ts';
import { findIssuingOffice, findProvinceCode, readCertificateLand } from '../../../db/document/certificate-content.ts';
import { insertCertificate, takeCertificateNumber } from '../../../db/document/certificates.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import type { CertificateKind } from '../../../domain/dealing/certificate-kinds.ts';
import { shareText } from '../../../domain/dealing/share.ts';
import { dayOf } from '../../../domain/legal-day.ts';
import { templateOn } from '../../../domain/paper-template.ts';
import { makeCode } from '../../store/make-code.ts';
import type { Subject } from '../dealing-kind-interface.ts';
import { namedRights } from './plan-certificate.ts';

/** Where no office is on record for a commune. */
const NO_OFFICE = 'Cơ quan đăng ký đất đai';

/** Writes the certificate with what the register says at this moment: that is what its blank is printed with. */
export async function keepCertificate(
  trx: Trx,
  dealingId: string,
  subject: Subject<CertificateKind>,
  { serial, replaces, rightIds }: { serial: string; replaces: string | null; rightIds: readonly string[] },
): Promise<void> {
  const { communeCode, standing } = subject;
  const named = namedRights(subject);
  const issuedOn = dayOf(new Date());
  const parcels = standing.map(({ parcelId }) => parcelId);
  const lands = await readCertificateLand(trx, parcels);
  if (lands.length < parcels.length) throw new Error(`land of certificate ${serial} is not all current`);
  const office = await findIssuingOffice(trx, communeCode, issuedOn);
  const termOf = new Map(named.map(({ parcelId, right }) => [parcelId, right.until]));
  const holders = new Map(
    named.map(({ right }) => [
      `${right.partyId} ${shareText(right)}`,
      { partyId: right.partyId, name: right.holder, share: shareText(right) },
    ]),
  );
  await insertCertificate(trx, dealingId, communeCode, {
    serial,
    code: makeCode(),
    bookNo: `VP${String(await takeCertificateNumber(trx)).padStart(5, '0')}`,
    office: office?.office ?? NO_OFFICE,
    issuedOn,
    templateVersion: (templateOn(CERTIFICATE_VERSIONS, issuedOn) ?? CERTIFICATE_VERSIONS.at(-1)!).version,
    replaces,
    rightIds,
    content: {
      provinceCode: (await findProvinceCode(trx, communeCode, issuedOn)) ?? '',
      signatory: office?.signatory ?? null,
      holders: [...holders.values()],
      // The term of the purpose, or that of the right where the purpose has none.
      lands: lands.map((land) => ({
        ...land,
        purposes: land.purposes.map((one) => ({ ...one, until: one.until ?? termOf.get(land.parcelId) ?? null })),
      })),
      notes: [],
    },
  });
}
