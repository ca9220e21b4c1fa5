/** What the public may know of a paper, as role diaba_portal: the function answers for a whole code only. */
import type pg from 'pg';
import type { PaperCheck } from '../../domain/contract/paper/paper-checks.ts';
import { queryRows } from '../kit/query-rows.ts';

type Row = Omit<PaperCheck, 'issuedAt' | 'supersededAt'> & {
  readonly issuedAt: Date;
  readonly supersededAt: Date | null;
};

async function askPortal(portal: pg.Pool, call: string, value: string): Promise<PaperCheck | undefined> {
  const [row] = await queryRows<Row>(
    portal,
    `select state, kind, serial, issued_at as "issuedAt", office, sha256, superseded_at as "supersededAt", trial_signature as "trialSignature"
     from ${call}`,
    [value],
  );
  return row && { ...row, issuedAt: row.issuedAt.toISOString(), supersededAt: row.supersededAt?.toISOString() ?? null };
}

export const findPaperByCode = (portal: pg.Pool, code: string): Promise<PaperCheck | undefined> =>
  askPortal(portal, 'portal.verify_paper($1)', code);

/** By the digest of its file, hex. */
export const findPaperByDigest = (portal: pg.Pool, sha256: string): Promise<PaperCheck | undefined> =>
  askPortal(portal, `portal.verify_file(decode($1, 'hex'))`, sha256);
