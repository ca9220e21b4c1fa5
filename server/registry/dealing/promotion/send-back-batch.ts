import type pg from 'pg';
import { refuseProposal } from '../../../db/promotion/import-dealings.ts';
import { setBatchState } from '../../../db/staging/batch-steps.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { StepReply } from '../../../domain/contract/batch-steps.ts';
import { isOwn } from '../../../domain/dealing/step-rule.ts';
import { type Sent, takeStep } from '../../review/take-step.ts';

/** Refuses the open proposal, or takes one's own back: the batch is again what it was before it was proposed. */
export function sendBackBatch(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  { body, key, version }: Sent<{ reason: string }>,
): Promise<StepReply> {
  const request = { batchId, step: 'sendBack', door: 'sendBackBatch', key, version, asked: body } as const;
  return takeStep(pool, actor, request, async (trx, batch) => {
    const { proposalDealingId: dealingId, status } = batch;
    if (dealingId === null) throw new Error(`batch ${batchId} is ${status} and has no proposal`);
    const to = isOwn(batch, actor) ? 'withdrawn' : 'refused';
    await refuseProposal(trx, dealingId, to, actor.id, body.reason);
    await setBatchState(trx, batchId, status, status === 'proposed' ? 'validated' : 'promoted', body);
    return { changed: 1, moved: true, dealingId, action: `batch.proposal_${to}`, body: { from: status } };
  });
}
