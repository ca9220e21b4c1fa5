import type { BatchStatus } from '../../domain/batch/batch-state.ts';
import type { ImportCounts } from '../../domain/batch/import-report.ts';
import type { Trx } from '../kit/transaction.ts';

export interface BatchProgressRow {
  readonly batchId: string;
  readonly status: BatchStatus;
  readonly counts: ImportCounts | null;
  readonly work: {
    readonly state: 'queued' | 'running' | 'done' | 'failed';
    readonly attempts: number;
    readonly stage: string | null;
    readonly done: number;
    readonly total: number;
    readonly error: string | null;
  } | null;
}

/** How far batches are, as far as the acting person may see them. */
export async function listBatchProgress(trx: Trx, batchIds: readonly string[]): Promise<BatchProgressRow[]> {
  const { rows } = await trx.query<BatchProgressRow>(
    `select b.batch_id as "batchId", b.status, b.report -> 'counts' as counts,
       case when w.batch_id is not null then jsonb_build_object('state', w.state, 'attempts', w.attempts, 'stage', w.stage,
         'done', w.records_done, 'total', w.records_total, 'error', w.last_error) end as work
     from staging.batch b left join staging.batch_work w using (batch_id) where b.batch_id = any ($1::uuid[])`,
    [batchIds],
  );
  return rows;
}
