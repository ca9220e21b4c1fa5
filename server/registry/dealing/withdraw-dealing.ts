import type pg from 'pg';
import { moveDealing } from '../../db/dealing/dealings.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DealingReply } from '../../domain/contract/dealing/dealings.ts';
import { type SentStep, takeDealingStep } from './take-dealing-step.ts';

/** Takes one's own dealing back before it is decided. */
export function withdrawDealing(
  pool: pg.Pool,
  actor: Actor,
  dealingId: string,
  sent: SentStep<{ reason: string }>,
): Promise<DealingReply> {
  return takeDealingStep(pool, actor, dealingId, 'withdraw', sent, async (trx, { dealingId: id, kind, status }) => {
    await moveDealing(trx, id, status, 'withdrawn', { refusedBy: actor.id, reason: sent.body.reason });
    return { action: 'dealing.withdrawn', body: { kind, from: status } };
  });
}
