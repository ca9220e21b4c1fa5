import type pg from 'pg';
import { refuseProposal } from '../../../db/promotion/import-dealings.ts';
import { setBatchState } from '../../../db/staging/batch-steps.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { StepReply } from '../../../domain/contract/batch-steps.ts';
import { type Sent, takeStep } from '../../review/take-step.ts';

/** Ends a batch of which nothing shall be registered; an open proposal ends with it. */
export function rejectBatch(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  { body, key, version }: Sent<{ reason: string }>,
): Promise<StepReply> {
  const request = { batchId, step: 'reject', door: 'rejectBatch', key, version, asked: body } as const;
  return takeStep(pool, actor, request, async (trx, batch) => {
    const { proposalDealingId: dealingId, status } = batch;
    if (dealingId !== null) await refuseProposal(trx, dealingId, 'refused', actor.id, body.reason);
    await setBatchState(trx, batchId, status, 'rejected', body);
    return { changed: 1, moved: true, action: 'batch.rejected', body: { from: status, dealingId } };
  });
}
