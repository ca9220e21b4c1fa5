/** Keys that sign what the QR codes of papers state. */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { StatementKey } from '../../domain/contract/paper/paper-checks.ts';
import { queryRows } from '../kit/query-rows.ts';
import type { Trx } from '../kit/transaction.ts';

/** Noted with the first paper that bears a statement of it; the same again is nothing new. */
export async function noteStatementKey(
  trx: Trx,
  { spki, endorsement, trial }: { readonly spki: Buffer; readonly endorsement: string; readonly trial: boolean },
): Promise<void> {
  const fingerprint = createHash('sha256').update(spki).digest();
  await trx.query(
    'insert into document.statement_key (fingerprint, spki, endorsement, trial) values ($1, $2, $3, $4) on conflict do nothing',
    [fingerprint, spki, endorsement, trial],
  );
}

/** As role diaba_portal; the first one first. */
export async function listStatementKeys(portal: pg.Pool): Promise<StatementKey[]> {
  const rows = await queryRows<Omit<StatementKey, 'spki' | 'notedAt'> & { spki: Buffer; notedAt: Date }>(
    portal,
    'select fingerprint, spki, endorsement, trial, noted_at as "notedAt" from portal.statement_keys()',
  );
  return rows.map(({ spki, notedAt, ...row }) => ({
    ...row,
    spki: spki.toString('base64'),
    notedAt: notedAt.toISOString(),
  }));
}
