import type pg from 'pg';
import { countSuperseded } from '../../db/document/papers.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DealingReply } from '../../domain/contract/dealing/dealings.ts';
import { registerOne } from './file/register-one.ts';
import { type SentStep, takeDealingStep } from './take-dealing-step.ts';

/** Registers a dealing that somebody else opened, with those that follow it in its file, whole or not at all. */
export function approveDealing(pool: pg.Pool, actor: Actor, dealingId: string, sent: SentStep): Promise<DealingReply> {
  return takeDealingStep(pool, actor, dealingId, 'approve', sent, async (trx, dealing) => {
    const { kind, proposedBy, entered } = dealing;
    const done = await registerOne(trx, actor, dealing, actor.id);
    return {
      action: 'dealing.registered',
      body: {
        kind,
        proposedBy,
        targets: done.subject.targets.map(({ parcelId }) => parcelId),
        raised: done.plan.land.map(({ parcelId }) => parcelId),
        ...(entered ? { enteredOn: entered.on } : {}),
        papersSuperseded: await countSuperseded(trx, dealing.dealingId),
      },
    };
  });
}
