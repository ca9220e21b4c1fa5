import type { ImportCounts, ReportedFinding } from '../../domain/batch/import-report.ts';
import type { Trx } from '../kit/transaction.ts';

/** Records by status; `read` is their sum. */
export async function countRecords(trx: Trx, batchId: string): Promise<ImportCounts> {
  const { rows } = await trx.query<ImportCounts>(
    `select count(*)::int as read, (count(*) filter (where status = 'valid'))::int as valid,
       (count(*) filter (where status = 'warned'))::int as warned, (count(*) filter (where status = 'blocked'))::int as blocked,
       (count(*) filter (where status = 'refused'))::int as refused, (count(*) filter (where status = 'ignored'))::int as ignored
     from staging.record where batch_id = $1`,
    [batchId],
  );
  return rows[0]!;
}

/** Findings by code with up to ten sample records each; `refuse` reads as error, since it is one for its record. */
export async function listFindings(trx: Trx, batchId: string): Promise<ReportedFinding[]> {
  const { rows } = await trx.query<ReportedFinding>(
    `select code, case severity when 'refuse' then 'error' else severity end as severity, count(*)::int as count,
       coalesce((array_agg(distinct record_no order by record_no) filter (where record_no is not null))[1:10], '{}') as samples,
       (array_agg(detail order by record_no nulls first, finding_id))[1] as detail
     from staging.finding where batch_id = $1 and settled_by is null group by code, severity
     order by case severity when 'refuse' then 0 when 'error' then 1 when 'warning' then 2 else 3 end, code`,
    [batchId],
  );
  return rows;
}

/** Whether a fact about the whole file blocks the batch. */
export async function hasBlockingFileFinding(trx: Trx, batchId: string): Promise<boolean> {
  const { rows } = await trx.query(
    `select from staging.finding where batch_id = $1 and record_no is null and severity in ('error', 'refuse') limit 1`,
    [batchId],
  );
  return rows.length > 0;
}

export async function listFiles(
  trx: Trx,
  batchId: string,
): Promise<
  { name: string; kind: string; status: 'read' | 'ignored' | 'refused'; reason: string | null; records: number }[]
> {
  const { rows } = await trx.query(
    'select name, kind, status, reason, records from staging.file where batch_id = $1 order by file_no',
    [batchId],
  );
  return rows;
}
