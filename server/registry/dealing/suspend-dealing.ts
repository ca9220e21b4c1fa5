import type pg from 'pg';
import { moveDealing } from '../../db/dealing/dealings.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DealingReply } from '../../domain/contract/dealing/dealings.ts';
import { type SentStep, takeDealingStep } from './take-dealing-step.ts';

/** Stops the clock: something is awaited from outside (tax office, posting, a paper). */
export function suspendDealing(
  pool: pg.Pool,
  actor: Actor,
  dealingId: string,
  sent: SentStep<{ reason: string }>,
): Promise<DealingReply> {
  return takeDealingStep(pool, actor, dealingId, 'suspend', sent, async (trx, { dealingId: id, kind, status }) => {
    await moveDealing(trx, id, status, status, { suspended: true, reason: sent.body.reason });
    return { action: 'dealing.suspended', body: { kind } };
  });
}
