import type pg from 'pg';
import type { Actor } from '../../domain/actor.ts';
import type { DealingDraft } from '../../domain/contract/dealing/dealing-draft.ts';
import type { DealingPreview } from '../../domain/contract/dealing/dealings.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../kit/as-staff.ts';
import type { IdentityCipher } from '../store/identity-cipher.ts';
import { previewAfter } from './describe-dealing.ts';
import { placeAfter } from './file/place-after.ts';
import { isStale, makePlan, readTargets } from './make-plan.ts';
import { storePayload } from './store-payload.ts';

/** What a dealing would do, before anybody opens it: nothing is kept. */
export function previewDraft(
  pool: pg.Pool,
  actor: Actor,
  cipher: IdentityCipher,
  { kind, targets, payload, after, entered }: DealingDraft,
): Promise<DealingPreview> {
  return asStaff(pool, actor, async (trx) => {
    const place = after === undefined ? null : await placeAfter(trx, actor, after);
    const { standing: _, ...preview } = await previewAfter(trx, actor, place ?? { fileId: '', fileNo: 1 }, async () => {
      const standing = await readTargets(trx, actor, kind, targets);
      if (isStale(targets, standing)) throw new Problem('version.stale');
      const { stored } = storePayload(payload, cipher);
      const asked = {
        kind,
        dealingId: null,
        fileId: place?.fileId ?? null,
        targets,
        standing,
        payload: stored,
        kept: [],
        entered: place ? place.entered : (entered ?? null),
      };
      return { plan: (await makePlan(trx, asked)).plan, standing };
    });
    return preview;
  });
}
