import { followRights } from '../../../db/dealing/leases.ts';
import { endRights, insertRight } from '../../../db/dealing/rights.ts';
import { insertMove, moveBlanks } from '../../../db/document/blanks.ts';
import { endCertificate } from '../../../db/document/certificates.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import {
  CERTIFICATE_KIND_RULES,
  CERTIFICATE_KINDS,
  type CertificateKind,
} from '../../../domain/dealing/certificate-kinds.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { derivedId } from '../carry/derived-id.ts';
import type { ParcelKind, Subject } from '../dealing-kind-interface.ts';
import { keepCertificate } from './keep-certificate.ts';
import { blankOf, namedRights, planCertificate, presentSerial } from './plan-certificate.ts';

/** A blank is used by one dealing: of two at once in different communes the second finds it gone and is asked to look again. */
async function spendBlank(trx: Trx, dealingId: string, serial: string): Promise<void> {
  if ((await moveBlanks(trx, 'used', [serial], null)) !== 1) throw new Problem('service.busy', { retryAfter: 1 });
  await insertMove(trx, {
    kind: 'used',
    firstSerial: serial,
    lastSerial: serial,
    quantity: 1,
    givenTo: null,
    reason: null,
    document: null,
    dealingId,
    movedBy: 'register',
    requestKey: null,
    asked: null,
  });
}

/** The rights end and are raised anew with another serial or none; what burdens them goes on. */
async function moveRights(trx: Trx, dealingId: string, subject: Subject<CertificateKind>, serial: string | null) {
  const named = namedRights(subject);
  const former = named.map(({ right }) => right.rightId);
  await endRights(trx, dealingId, former);
  const raised: string[] = [];
  for (const { parcelId, right } of named) {
    const rightId = derivedId(dealingId, 'right', right.rightId);
    await insertRight(trx, dealingId, subject.communeCode, {
      rightId,
      parcelId,
      partyId: right.partyId,
      kind: right.kind,
      share: { numerator: right.numerator, denominator: right.denominator },
      certificateSerial: serial,
      verified: right.verified || subject.payload.proof !== undefined,
      until: right.until,
    });
    await followRights(trx, dealingId, [right.rightId], [rightId]);
    raised.push(rightId);
  }
  return { former, raised };
}

async function register(trx: Trx, dealingId: string, subject: Subject<CertificateKind>): Promise<void> {
  const { kind, payload, communeCode } = subject;
  const rule = CERTIFICATE_KIND_RULES[kind];
  const serial = blankOf(payload);
  // Confirmed on the certificate that is out: the dealing is the record of it.
  if (serial === null && rule.blank === 'allowed') return;
  const present = presentSerial(namedRights(subject)) ?? null;
  if (serial !== null) await spendBlank(trx, dealingId, serial);
  const { former, raised } = await moveRights(trx, dealingId, subject, serial);
  if (present !== null)
    await endCertificate(trx, dealingId, communeCode, { serial: present, status: rule.becomes, rightIds: former });
  if (serial !== null) await keepCertificate(trx, dealingId, subject, { serial, replaces: present, rightIds: raised });
}

const kindOf = <K extends CertificateKind>(kind: K): ParcelKind<K> =>
  ({ kind, plan: planCertificate, register }) as unknown as ParcelKind<K>;

/** Cấp mới, cấp đổi, cấp lại, đính chính, thu hồi, huỷ giấy chứng nhận. */
export const CERTIFICATE_DEALINGS = Object.fromEntries(CERTIFICATE_KINDS.map((kind) => [kind, kindOf(kind)])) as {
  readonly [K in CertificateKind]: ParcelKind<K>;
};
