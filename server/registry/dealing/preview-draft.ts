import type pg from 'pg';
import { describePlannedParcels } from '../../db/dealing/land.ts';
import { inTransaction } from '../../db/kit/transaction.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DealingDraft, DealingPreview } from '../../domain/contract/dealings.ts';
import { Problem } from '../../domain/problem/problem.ts';
import type { IdentityCipher } from '../store/identity-cipher.ts';
import { dealingProblem } from './dealing-problem.ts';
import { isStale, makePlan, readTargets } from './make-plan.ts';
import { storePayload } from './store-payload.ts';

/** What a dealing would do, before anybody opens it: nothing is kept. */
export async function previewDraft(
  pool: pg.Pool,
  actor: Actor,
  cipher: IdentityCipher,
  { kind, targets, payload }: DealingDraft,
): Promise<DealingPreview> {
  try {
    return await inTransaction(pool, actor, async (trx) => {
      const standing = await readTargets(trx, actor, kind, targets);
      if (isStale(targets, standing)) throw new Problem('version.stale');
      const { stored } = storePayload(payload, cipher);
      const { plan } = await makePlan(trx, { kind, dealingId: null, targets, standing, payload: stored, kept: [] });
      const raises = await describePlannedParcels(trx, plan.land);
      return { raises, rights: [...plan.rights], verdicts: [...plan.verdicts] };
    });
  } catch (error) {
    throw dealingProblem(error);
  }
}
