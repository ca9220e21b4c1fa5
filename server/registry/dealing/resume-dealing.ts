import type pg from 'pg';
import { moveDealing } from '../../db/dealing/dealings.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DealingReply } from '../../domain/contract/dealing/dealings.ts';
import { type SentStep, takeDealingStep } from './take-dealing-step.ts';

/** Lets the clock run again. */
export function resumeDealing(pool: pg.Pool, actor: Actor, dealingId: string, sent: SentStep): Promise<DealingReply> {
  return takeDealingStep(pool, actor, dealingId, 'resume', sent, async (trx, { dealingId: id, kind, status }) => {
    await moveDealing(trx, id, status, status, { suspended: false });
    return { action: 'dealing.resumed', body: { kind } };
  });
}
