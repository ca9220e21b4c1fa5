import type pg from 'pg';
import { actAs } from '../../db/kit/act-as.ts';
import type { Scope, Trx } from '../../db/kit/transaction.ts';
import { type BatchProgressRow, listBatchProgress } from '../../db/staging/batch-progress.ts';
import { Problem } from '../../domain/problem/problem.ts';

/** How far one batch is; one that is not the actor's to see is not found. */
export async function readProgress(trx: Trx, batchId: string): Promise<BatchProgressRow> {
  const [row] = await listBatchProgress(trx, [batchId]);
  if (!row) throw new Problem('batch.not_found');
  return row;
}

export const getProgress = (pool: pg.Pool, actor: Scope, batchId: string): Promise<BatchProgressRow> =>
  actAs(pool, actor, (trx) => readProgress(trx, batchId));
