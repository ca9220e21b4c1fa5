/** Corrections: listed under row-level security, changed only by the definer functions of the review. */

import type { CorrectionStatus, Decision } from '../../domain/batch/correction.ts';
import type { RecordCorrection } from '../../domain/contract/batch/batch-shapes.ts';
import type { Trx } from '../kit/transaction.ts';
import { staff } from '../staging/staff.ts';

export interface CorrectionRow extends Omit<RecordCorrection, 'decidedAt'> {
  readonly decidedAt: Date;
}

export interface CorrectionFilter {
  readonly status?: CorrectionStatus | undefined;
  readonly rule?: string | undefined;
  readonly recordNos?: readonly number[] | undefined;
  readonly after?: { readonly recordNo: number; readonly field: string; readonly rule: string } | undefined;
}

/** Up to `limit` corrections by record (correction_pkey), each with every decision on it. */
export async function listCorrectionRows(
  trx: Trx,
  batchId: string,
  filter: CorrectionFilter,
  limit: number,
): Promise<CorrectionRow[]> {
  const values: unknown[] = [batchId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = ['c.batch_id = $1'];
  if (filter.status !== undefined) where.push(`c.status = ${bind(filter.status)}`);
  if (filter.rule !== undefined) where.push(`c.rule = ${bind(filter.rule)}`);
  if (filter.recordNos !== undefined) where.push(`c.record_no = any(${bind(filter.recordNos)}::int[])`);
  if (filter.after) {
    const { recordNo, field, rule } = filter.after;
    where.push(`(c.record_no, c.field, c.rule) > (${bind(recordNo)}::int, ${bind(field)}, ${bind(rule)})`);
  }
  const { rows } = await trx.query<CorrectionRow>(
    `select c.record_no as "recordNo", c.field, c.rule, c.before, c.after, c.status, c.reason, ${staff('c.decided_by')} as "decidedBy",
       c.decided_at as "decidedAt",
       coalesce((select json_agg(json_build_object('decision', s.decision, 'by', ${staff('s.decided_by')}, 'at', s.decided_at, 'reason', s.reason) order by s.step_id)
         from staging.correction_step s where s.batch_id = c.batch_id and s.record_no = c.record_no and s.field = c.field and s.rule = c.rule), '[]') as history
     from staging.correction c where ${where.join(' and ')} order by c.record_no, c.field, c.rule limit ${bind(limit)}`,
    values,
  );
  return rows;
}

/** Edits one field by hand; false where the batch has no such record that takes part. */
export async function editRecord(
  trx: Trx,
  batchId: string,
  recordNo: number,
  field: string,
  value: unknown,
  reason: string,
): Promise<boolean> {
  const { rows } = await trx.query<{ edited: boolean }>('select staging.edit_record($1, $2, $3, $4, $5) as edited', [
    batchId,
    recordNo,
    field,
    JSON.stringify(value),
    reason,
  ]);
  return rows[0]!.edited;
}

/** Holders of a record as they stand, with the papers that belong to each. */
export async function findPresentHolders(
  trx: Trx,
  batchId: string,
  recordNo: number,
): Promise<{ readonly identities: number[] }[]> {
  const { rows } = await trx.query<{ holders: { identities: number[] }[] | null }>(
    `select candidate -> 'holders' as holders from staging.record where batch_id = $1 and record_no = $2`,
    [batchId, recordNo],
  );
  return rows[0]?.holders ?? [];
}

export interface Carried {
  /** Batch in which it was decided; null where there is none. */
  readonly source: string | null;
  readonly corrected: number[];
  readonly excluded: number[];
}

/** Decides again what was decided on the last reading of the same file that was taken back or rejected. */
export async function carryDecisions(trx: Trx, batchId: string): Promise<Carried> {
  const { rows } = await trx.query<Carried>('select source, corrected, excluded from staging.carry_decisions($1)', [
    batchId,
  ]);
  return rows[0] ?? { source: null, corrected: [], excluded: [] };
}

export interface CorrectionKey {
  readonly recordNo: number | null;
  readonly field: string | null;
  readonly rule: string;
}

/** Decides on one correction, or on all by a rule: how many there were, and the records that changed. */
export async function decideCorrections(
  trx: Trx,
  batchId: string,
  which: CorrectionKey,
  decision: Decision,
): Promise<{ matched: number; changed: number[] }> {
  const { rows } = await trx.query<{ matched: number; changed: number[] }>(
    'select matched, changed from staging.decide_corrections($1, $2, $3, $4, $5)',
    [batchId, which.recordNo, which.field, which.rule, decision],
  );
  return rows[0]!;
}

/** Corrections in effect, and how many of them by hand. */
export async function countCorrections(trx: Trx, batchId: string): Promise<{ inEffect: number; byHand: number }> {
  const { rows } = await trx.query<{ inEffect: number; byHand: number }>(
    `select count(*)::int as "inEffect", (count(*) filter (where rule = 'officer'))::int as "byHand" from staging.correction
     where batch_id = $1 and status in ('applied', 'accepted')`,
    [batchId],
  );
  return rows[0]!;
}
