import type pg from 'pg';
import { moveDealing } from '../../db/dealing/dealings.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DealingReply } from '../../domain/contract/dealing/dealings.ts';
import { type SentStep, takeDealingStep } from './take-dealing-step.ts';

/** Marks a lodged dealing as examined: who prepares the decision has been through it. */
export function examineDealing(pool: pg.Pool, actor: Actor, dealingId: string, sent: SentStep): Promise<DealingReply> {
  return takeDealingStep(pool, actor, dealingId, 'examine', sent, async (trx, { dealingId: id, kind, status }) => {
    await moveDealing(trx, id, status, 'examined', { examinedBy: actor.id });
    return { action: 'dealing.examined', body: { kind } };
  });
}
