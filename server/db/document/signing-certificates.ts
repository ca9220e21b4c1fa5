/** Certificates that papers were signed with. */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { SigningCertificate } from '../../domain/contract/paper/paper-checks.ts';
import { queryRows } from '../kit/query-rows.ts';
import type { Trx } from '../kit/transaction.ts';

/** Noted with the first paper that bears it; the same again is nothing new. */
export async function noteSigningCertificate(
  trx: Trx,
  { name, der }: { readonly name: string; readonly der: Buffer },
  trial: boolean,
): Promise<void> {
  const sha256 = createHash('sha256').update(der).digest();
  await trx.query(
    'insert into document.signing_certificate (sha256, der, name, trial) values ($1, $2, $3, $4) on conflict do nothing',
    [sha256, der, name, trial],
  );
}

/** As role diaba_portal. */
export async function listSigningCertificates(portal: pg.Pool): Promise<SigningCertificate[]> {
  const rows = await queryRows<Omit<SigningCertificate, 'der' | 'notedAt'> & { der: Buffer; notedAt: Date }>(
    portal,
    'select sha256, der, name, trial, noted_at as "notedAt" from portal.signing_certificates()',
  );
  return rows.map(({ der, notedAt, ...row }) => ({
    ...row,
    der: der.toString('base64'),
    notedAt: notedAt.toISOString(),
  }));
}
