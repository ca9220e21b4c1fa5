import type pg from 'pg';
import { insertDealing, isDealingKnown } from '../../../db/dealing/dealings.ts';
import { setBatchState } from '../../../db/staging/batch-steps.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { StepReply } from '../../../domain/contract/batch/batch-steps.ts';
import { type BatchDealingKind, batchKindRule } from '../../../domain/dealing/dealing-kind.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { byDealing, type SentDealing, takeBatchStep } from '../../review/take-batch-step.ts';
import { batchKind } from '../all-dealing-kinds.ts';
import type { BatchSubject } from '../dealing-kind-interface.ts';
import { batchSubject } from './batch-subject.ts';
import { stoppedProblem } from './stopped-problem.ts';

/**
 * Proposes a dealing about a batch to a second person. What stops it is found out before, against the register as it is now;
 * until she decides, nothing in the batch changes.
 */
export function propose(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  kind: BatchDealingKind,
  door: string,
  sent: SentDealing,
  { note, survey }: Pick<BatchSubject, 'note' | 'survey'>,
): Promise<StepReply> {
  const { dealingId } = sent.body;
  const { steps, batch: states } = batchKindRule(kind);
  const { plan: work, keep, actions, onBatch } = batchKind(kind);
  return takeBatchStep(pool, actor, byDealing(batchId, steps.propose, door, sent), async (trx, batch) => {
    const subject = batchSubject(batch, { note, survey });
    const plan = await work(trx, subject);
    if (plan.stopped) return { problem: stoppedProblem(batch, actor, steps.propose) };
    if (await isDealingKnown(trx, dealingId)) throw new Problem('dealing.id_taken');
    await insertDealing(trx, {
      dealingId,
      kind,
      status: 'lodged',
      communeCode: subject.communeCode,
      communeValidFrom: subject.communeValidFrom,
      proposedBy: actor.id,
      batchId,
      reason: note,
      reverses: kind === 'import_reversal' ? batch.promotionDealingId : null,
    });
    await keep(trx, dealingId, subject, plan);
    await setBatchState(trx, batchId, states.before, states.proposed, {
      ...onBatch(dealingId, note).proposed,
      proposalDealingId: dealingId,
    });
    return { changed: plan.changed, moved: true, dealingId, action: actions.proposed, body: plan.facts };
  });
}
