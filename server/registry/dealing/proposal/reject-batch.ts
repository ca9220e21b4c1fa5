import type pg from 'pg';
import { moveDealing } from '../../../db/dealing/dealings.ts';
import { setBatchState } from '../../../db/staging/batch-steps.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { StepReply } from '../../../domain/contract/batch/batch-steps.ts';
import { byKey, type Sent, takeBatchStep } from '../../review/take-batch-step.ts';

/** Ends a batch of which nothing shall be registered; an open proposal ends with it. */
export function rejectBatch(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  sent: Sent<{ reason: string }>,
): Promise<StepReply> {
  const { reason } = sent.body;
  return takeBatchStep(pool, actor, byKey(batchId, 'reject', 'rejectBatch', sent), async (trx, batch) => {
    const { proposalDealingId: dealingId, status } = batch;
    if (dealingId !== null) await moveDealing(trx, dealingId, 'lodged', 'refused', { refusedBy: actor.id, reason });
    await setBatchState(trx, batchId, status, 'rejected', { reason });
    return { changed: 1, moved: true, action: 'batch.rejected', body: { from: status, dealingId } };
  });
}
