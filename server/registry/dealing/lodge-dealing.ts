import type pg from 'pg';
import { moveDealing, setVerdicts } from '../../db/dealing/dealings.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DealingReply } from '../../domain/contract/dealing/dealings.ts';
import { parcelKind } from './all-dealing-kinds.ts';
import { afterEarlier } from './file/after-earlier.ts';
import { planInHand } from './plan-in-hand.ts';
import { type SentStep, takeDealingStep } from './take-dealing-step.ts';

/** Lodges a draft: its rules are checked, what it needs is taken (numbers), and from then on what it says is fixed. */
export function lodgeDealing(pool: pg.Pool, actor: Actor, dealingId: string, sent: SentStep): Promise<DealingReply> {
  return takeDealingStep(pool, actor, dealingId, 'lodge', sent, async (trx, dealing) => {
    const { subject, plan } = await afterEarlier(trx, actor, dealing, () => planInHand(trx, actor, dealing));
    await parcelKind(subject.kind).keep?.(trx, dealing.dealingId, subject, plan);
    await setVerdicts(trx, dealing.dealingId, plan.verdicts);
    await moveDealing(trx, dealing.dealingId, 'draft', 'lodged');
    return {
      action: 'dealing.lodged',
      body: { kind: subject.kind, verdicts: plan.verdicts.map(({ code }) => code) },
    };
  });
}
