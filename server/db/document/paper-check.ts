/** What the public may know of a paper, as role diaba_portal: the function answers for a whole code only. */
import type pg from 'pg';
import type { PaperCheck } from '../../domain/contract/papers.ts';
import { queryRows } from '../kit/query-rows.ts';

type Row = Omit<PaperCheck, 'issuedAt' | 'supersededAt'> & {
  readonly issuedAt: Date;
  readonly supersededAt: Date | null;
};

export async function findPaperByCode(portal: pg.Pool, code: string): Promise<PaperCheck | undefined> {
  const [row] = await queryRows<Row>(
    portal,
    `select state, kind, serial, issued_at as "issuedAt", office, sha256, superseded_at as "supersededAt", trial_signature as "trialSignature"
     from portal.verify_paper($1)`,
    [code],
  );
  return row && { ...row, issuedAt: row.issuedAt.toISOString(), supersededAt: row.supersededAt?.toISOString() ?? null };
}
