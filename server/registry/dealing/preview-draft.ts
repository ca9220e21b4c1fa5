import type pg from 'pg';
import { describePlannedParcels } from '../../db/dealing/land.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DealingDraft, DealingPreview } from '../../domain/contract/dealings.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../kit/as-staff.ts';
import type { IdentityCipher } from '../store/identity-cipher.ts';
import { isStale, makePlan, readTargets } from './make-plan.ts';
import { storePayload } from './store-payload.ts';

/** What a dealing would do, before anybody opens it: nothing is kept. */
export function previewDraft(
  pool: pg.Pool,
  actor: Actor,
  cipher: IdentityCipher,
  { kind, targets, payload }: DealingDraft,
): Promise<DealingPreview> {
  return asStaff(pool, actor, async (trx) => {
    const standing = await readTargets(trx, actor, kind, targets);
    if (isStale(targets, standing)) throw new Problem('version.stale');
    const { stored } = storePayload(payload, cipher);
    const { plan } = await makePlan(trx, { kind, dealingId: null, targets, standing, payload: stored, kept: [] });
    const raises = await describePlannedParcels(trx, plan.land);
    return { raises, rights: [...plan.rights], changes: [...(plan.changes ?? [])], verdicts: [...plan.verdicts] };
  });
}
