/** What the audit log says of one batch, with the reasons that people gave, which it does not hold. */
import { BATCH_ACTIONS } from '../../domain/batch/batch-event.ts';
import type { StaffMember } from '../../domain/contract/batch/batch-shapes.ts';
import type { Trx } from '../kit/transaction.ts';
import { staff } from '../staging/staff.ts';

export interface HistoryRow {
  readonly seq: string;
  readonly at: Date;
  readonly action: string;
  readonly by: StaffMember;
  readonly dealingId: string | null;
  /** Codes, ids and counts; without the list of records, which can be long. */
  readonly body: Readonly<Record<string, unknown>>;
  /** How many records are listed; null where the act lists none. */
  readonly records: number | null;
  readonly firstRecord: number | null;
  readonly reason: string | null;
  readonly sourceName: string | null;
}

/** Tied by the transaction that wrote the audit row. */
const ofFirstRecord = (table: string, step: string) =>
  `(select s.reason from ${table} s where s.batch_id = $1 and s.record_no = (e.body #>> '{recordNos,0}')::int and s.xid = e.xid
     and ${step} limit 1)`;

const REASON = `case e.action
    when 'batch.proposed' then (select p.note from dealing.proposal p where p.dealing_id = e.subject_id::uuid)
    when 'batch.reversal_proposed' then (select p.note from dealing.proposal p where p.dealing_id = e.subject_id::uuid)
    when 'batch.proposal_refused' then (select d.reason from dealing.dealing d where d.dealing_id = e.subject_id::uuid)
    when 'batch.proposal_withdrawn' then (select d.reason from dealing.dealing d where d.dealing_id = e.subject_id::uuid)
    when 'batch.cancelled' then (select b.reason from staging.batch b where b.batch_id = $1)
    when 'batch.rejected' then (select b.reason from staging.batch b where b.batch_id = $1)
    when 'batch.records_excluded' then ${ofFirstRecord('staging.exclusion_step', `s.step = 'exclude'`)}
    when 'batch.corrected' then ${ofFirstRecord('staging.correction_step', `s.decision = 'edit'`)}
  end`;

/**
 * Up to `limit` events after `after`, in their order (entry_batch_idx). The audit log has no row-level security of its
 * own: without the batch, which has, there is nothing.
 */
export async function listHistoryRows(trx: Trx, batchId: string, after: string, limit: number): Promise<HistoryRow[]> {
  const { rows } = await trx.query<HistoryRow>(
    `select e.seq::text as seq, e.at, e.action, ${staff('e.actor')} as by,
       case when e.subject_kind = 'dealing' then e.subject_id end as "dealingId", e.body - 'recordNos' as body,
       jsonb_array_length(e.body -> 'recordNos') as records, (e.body #>> '{recordNos,0}')::int as "firstRecord",
       ${REASON} as reason,
       case when e.action = 'batch.received' then (select b.source_name from staging.batch b where b.batch_id = $1) end as "sourceName"
     from audit.entry e
     where exists (select from staging.batch b where b.batch_id = $1)
       and e.subject_kind in ('batch', 'dealing') and e.action like 'batch.%' and e.action = any ($2)
       and lower(coalesce(e.body ->> 'batchId', e.subject_id)) = $1::uuid::text and e.seq > $3
     order by e.seq limit $4`,
    [batchId, BATCH_ACTIONS, after, limit],
  );
  return rows;
}
