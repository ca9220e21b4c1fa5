import type pg from 'pg';
import { moveDealing } from '../../db/dealing/dealings.ts';
import { countSuperseded } from '../../db/document/papers.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DealingReply } from '../../domain/contract/dealings.ts';
import { isParcelKind } from '../../domain/dealing/dealing-kind.ts';
import { keepProofs } from './carry/keep-proofs.ts';
import { registerWhole } from './frame/register-whole.ts';
import { parcelKind } from './kinds.ts';
import { planInHand } from './plan-in-hand.ts';
import { type SentStep, takeDealingStep } from './take-dealing-step.ts';

/** Registers a dealing that somebody else opened, whole or not at all. */
export function approveDealing(pool: pg.Pool, actor: Actor, dealingId: string, sent: SentStep): Promise<DealingReply> {
  return takeDealingStep(pool, actor, dealingId, 'approve', sent, async (trx, dealing) => {
    const { kind, status, communeCode, proposedBy } = dealing;
    if (!isParcelKind(kind)) throw new Error(`dealing ${dealingId} is decided on with its batch`);
    const done = await registerWhole(
      trx,
      parcelKind(kind),
      communeCode,
      () => planInHand(trx, actor, dealing),
      async ({ subject }) => {
        await moveDealing(trx, dealingId, status, 'approved', { approvedBy: actor.id });
        await keepProofs(trx, dealingId, subject);
        return dealingId;
      },
    );
    if (done === null) throw new Error(`dealing ${dealingId} was judged and not registered`);
    return {
      action: 'dealing.registered',
      body: {
        kind,
        proposedBy,
        targets: done.subject.targets.map(({ parcelId }) => parcelId),
        raised: done.plan.land.map(({ parcelId }) => parcelId),
        papersSuperseded: await countSuperseded(trx, dealingId),
      },
    };
  });
}
