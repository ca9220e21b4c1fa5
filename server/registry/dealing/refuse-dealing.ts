import type pg from 'pg';
import { moveDealing } from '../../db/dealing/dealings.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DealingReply } from '../../domain/contract/dealing/dealings.ts';
import { type SentStep, takeDealingStep } from './take-dealing-step.ts';

/** Refuses a dealing. Nothing that was registered changes, because nothing was; its numbers are not given again. */
export function refuseDealing(
  pool: pg.Pool,
  actor: Actor,
  dealingId: string,
  sent: SentStep<{ reason: string }>,
): Promise<DealingReply> {
  return takeDealingStep(
    pool,
    actor,
    dealingId,
    'refuse',
    sent,
    async (trx, { dealingId: id, kind, status, proposedBy }) => {
      await moveDealing(trx, id, status, 'refused', { refusedBy: actor.id, reason: sent.body.reason });
      return { action: 'dealing.refused', body: { kind, proposedBy } };
    },
  );
}
