/** Which records of a batch take part. */
import type { FindingCode } from '../../domain/finding/finding.ts';
import type { Trx } from '../kit/transaction.ts';

/** Records that take part and have an open finding of this code. */
export async function listRecordsWithCode(trx: Trx, batchId: string, code: FindingCode): Promise<number[]> {
  const { rows } = await trx.query<{ no: number }>(
    `select r.record_no as no from staging.record r where r.batch_id = $1 and r.status <> 'ignored'
       and exists (select from staging.finding f where f.batch_id = r.batch_id and f.record_no = r.record_no and f.code = $2 and f.settled_by is null)
     order by 1`,
    [batchId, code],
  );
  return rows.map((row) => row.no);
}

/** Records that were left out by this code, by a person or by --exclude-errors. */
export async function listExcludedByCode(trx: Trx, batchId: string, code: FindingCode): Promise<number[]> {
  const { rows } = await trx.query<{ no: number }>(
    `select r.record_no as no from staging.record r
     left join lateral (select s.step_id, s.code from staging.exclusion_step s where s.batch_id = r.batch_id and s.record_no = r.record_no
       order by s.step_id desc limit 1) last on true
     where r.batch_id = $1 and r.status = 'ignored'
       and case when last.step_id is null then $2 = any(string_to_array(substr(r.exclusion_reason, 11), ', ')) else last.code = $2 end
     order by 1`,
    [batchId, code],
  );
  return rows.map((row) => row.no);
}

export interface Membership {
  readonly recordNos: readonly number[];
  /** By which they were chosen together. */
  readonly code: FindingCode | null;
  readonly by: string;
}

/** Leaves records that take part out; returns those it did. */
export async function excludeFromBatch(
  trx: Trx,
  batchId: string,
  { recordNos, code, by }: Membership,
  reason: string,
): Promise<number[]> {
  const { rows } = await trx.query<{ no: number }>(
    `with out as (
       update staging.record set status = 'ignored', exclusion_reason = 'excluded: ' || $3
       where batch_id = $1 and record_no = any($2) and status <> 'ignored' returning batch_id, record_no)
     insert into staging.exclusion_step (batch_id, record_no, step, code, reason, decided_by) select batch_id, record_no, 'exclude', $4, $3, $5 from out
     returning record_no as no`,
    [batchId, recordNos, reason, code, by],
  );
  return rows.map((row) => row.no);
}

/** Takes records that a person or --exclude-errors left out back in; what was deleted in the source stays out. */
export async function includeInBatch(
  trx: Trx,
  batchId: string,
  { recordNos, code, by }: Membership,
): Promise<number[]> {
  const { rows } = await trx.query<{ no: number }>(
    `with back as (
       update staging.record set status = 'valid', exclusion_reason = null
       where batch_id = $1 and record_no = any($2) and status = 'ignored' and exclusion_reason like 'excluded:%' returning batch_id, record_no)
     insert into staging.exclusion_step (batch_id, record_no, step, code, decided_by) select batch_id, record_no, 'include', $3, $4 from back
     returning record_no as no`,
    [batchId, recordNos, code, by],
  );
  return rows.map((row) => row.no);
}
