import type pg from 'pg';
import { moveDealing } from '../../../db/dealing/dealings.ts';
import { setBatchState } from '../../../db/staging/batch-steps.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { StepReply } from '../../../domain/contract/batch/batch-steps.ts';
import { type BatchDealingKind, batchKindRule } from '../../../domain/dealing/dealing-kind.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { byDealing, type SentDealing, takeBatchStep } from '../../review/take-batch-step.ts';
import { batchKind } from '../all-dealing-kinds.ts';
import { registerWhole } from '../frame/register-whole.ts';
import { batchSubject } from './batch-subject.ts';
import { stoppedProblem } from './stopped-problem.ts';

/** Registers what somebody else proposed on a batch: that dealing and no other, whole, in one transaction. */
export function approve(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  kind: BatchDealingKind,
  door: string,
  sent: SentDealing,
): Promise<StepReply> {
  const { dealingId } = sent.body;
  const { steps, batch: states } = batchKindRule(kind);
  const made = batchKind(kind);
  return takeBatchStep(pool, actor, byDealing(batchId, steps.approve, door, sent), async (trx, batch) => {
    if (batch.proposalDealingId !== dealingId) throw new Problem('proposal.not_found');
    const subject = batchSubject(batch);
    const done = await registerWhole(
      trx,
      made,
      subject.communeCode,
      async () => {
        const plan = await made.plan(trx, subject);
        return plan.stopped ? null : { subject, plan };
      },
      async () => {
        await moveDealing(trx, dealingId, 'lodged', 'approved', { approvedBy: actor.id });
        return dealingId;
      },
    );
    if (done === null) return { problem: stoppedProblem(batch, actor, steps.approve) };
    const { changed, facts } = done.written;
    await setBatchState(trx, batchId, states.proposed, states.registered, made.onBatch(dealingId, null).registered);
    return {
      changed,
      moved: true,
      dealingId,
      action: made.actions.registered,
      body: { ...facts, proposedBy: batch.proposedBy },
    };
  });
}
