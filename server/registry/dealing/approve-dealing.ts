import type pg from 'pg';
import { moveDealing } from '../../db/dealing/dealings.ts';
import { countSuperseded } from '../../db/document/papers.ts';
import { lockCommune, touchTiles } from '../../db/promotion/promotion.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DealingReply } from '../../domain/contract/dealings.ts';
import { kindOf } from './kinds.ts';
import { planInHand } from './plan-in-hand.ts';
import { type SentStep, takeDealingStep } from './take-dealing-step.ts';

/**
 * Registers a dealing that somebody else opened, whole or not at all. With the commune held, everything is judged again: the
 * world has moved since it was lodged.
 */
export function approveDealing(pool: pg.Pool, actor: Actor, dealingId: string, sent: SentStep): Promise<DealingReply> {
  return takeDealingStep(pool, actor, dealingId, 'approve', sent, async (trx, dealing) => {
    await lockCommune(trx, dealing.communeCode);
    const { subject, plan } = await planInHand(trx, actor, dealing);
    await moveDealing(trx, dealingId, 'approved', { approvedBy: actor.id });
    await kindOf(subject.kind).register(trx, dealingId, subject, plan);
    await touchTiles(trx, dealingId);
    await moveDealing(trx, dealingId, 'registered');
    return {
      action: 'dealing.registered',
      body: {
        kind: subject.kind,
        proposedBy: dealing.proposedBy,
        targets: subject.targets.map(({ parcelId }) => parcelId),
        raised: plan.land.map(({ parcelId }) => parcelId),
        papersSuperseded: await countSuperseded(trx, dealingId),
      },
    };
  });
}
