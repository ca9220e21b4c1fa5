/** Findings of a batch under review, by code and one by one. */
import type { FindingGroup, RecordFinding } from '../../domain/contract/batch/batch-shapes.ts';
import type { FindingCode } from '../../domain/finding/finding.ts';
import type { Trx } from '../kit/transaction.ts';

/** Uses finding_batch_idx. A finding of a record that is left out is not open. What lies between two records is found at both. */
export async function listFindingGroups(trx: Trx, batchId: string): Promise<FindingGroup[]> {
  const { rows } = await trx.query<FindingGroup>(
    `select f.code, f.severity, count(*)::int as count,
       (count(*) filter (where f.settled_by is null and r.status is distinct from 'ignored'))::int as open,
       count(distinct f.record_no)::int as records,
       (count(distinct f.record_no) filter (where f.settled_by is null and r.status is distinct from 'ignored'))::int as "openRecords",
       case when f.code like 'topology.%' then (count(*) filter (where f.settled_by is null and r.status is distinct from 'ignored'))::int / 2 end as pairs,
       (count(*) filter (where f.settled_by is not null))::int as settled,
       (count(*) filter (where f.settled_by is null and r.status = 'ignored'))::int as excluded, bool_and(f.record_no is null) as "ofFile",
       coalesce((select count(*)::int from staging.correction c where c.batch_id = $1 and c.rule = f.code), 0) as corrections, f.code as "sentenceKey",
       coalesce((array_agg(distinct f.record_no order by f.record_no) filter (where f.record_no is not null))[1:10], '{}') as samples,
       (array_agg(f.detail order by f.record_no nulls first, f.finding_id))[1] as detail
     from staging.finding f left join staging.record r using (batch_id, record_no)
     where f.batch_id = $1 group by f.code, f.severity
     order by case f.severity when 'refuse' then 0 when 'error' then 1 when 'warning' then 2 else 3 end, f.code`,
    [batchId],
  );
  return rows;
}

export interface FindingRow extends RecordFinding {
  readonly findingId: string;
}

/** Each finding of a code, by record; those of the file come first. */
export async function listFindingRows(
  trx: Trx,
  batchId: string,
  code: FindingCode,
  after: { readonly recordNo: number; readonly findingId: string } | undefined,
  limit: number,
): Promise<FindingRow[]> {
  const { rows } = await trx.query<FindingRow>(
    `select finding_id::text as "findingId", code, severity, record_no as "recordNo", detail, settled_by as "settledBy" from staging.finding
     where batch_id = $1 and code = $2 and (coalesce(record_no, 0), finding_id) > ($3::int, $4::bigint)
     order by coalesce(record_no, 0), finding_id limit $5`,
    [batchId, code, after?.recordNo ?? -1, after?.findingId ?? '0', limit],
  );
  return rows;
}
