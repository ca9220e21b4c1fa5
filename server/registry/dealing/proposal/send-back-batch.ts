import type pg from 'pg';
import { moveDealing } from '../../../db/dealing/dealings.ts';
import { setBatchState } from '../../../db/staging/batch-steps.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { StepReply } from '../../../domain/contract/batch/batch-steps.ts';
import { batchKindRule, kindProposedIn } from '../../../domain/dealing/dealing-kind.ts';
import { isOwn } from '../../../domain/dealing/step-rule.ts';
import { byKey, type Sent, takeBatchStep } from '../../review/take-batch-step.ts';

/** Refuses the open proposal, or takes one's own back: the batch is again what it was before it was proposed. */
export function sendBackBatch(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  sent: Sent<{ reason: string }>,
): Promise<StepReply> {
  const { reason } = sent.body;
  return takeBatchStep(pool, actor, byKey(batchId, 'sendBack', 'sendBackBatch', sent), async (trx, batch) => {
    const { proposalDealingId: dealingId, status } = batch;
    const kind = kindProposedIn(status);
    if (dealingId === null || !kind) throw new Error(`batch ${batchId} is ${status} and has no proposal`);
    const to = isOwn(batch, actor) ? 'withdrawn' : 'refused';
    await moveDealing(trx, dealingId, 'lodged', to, { refusedBy: actor.id, reason });
    await setBatchState(trx, batchId, status, batchKindRule(kind).batch.before, { reason });
    return { changed: 1, moved: true, dealingId, action: `batch.proposal_${to}`, body: { from: status } };
  });
}
