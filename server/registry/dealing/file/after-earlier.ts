import type { DealingInHand } from '../../../db/dealing/dealings.ts';
import { lockEarlier } from '../../../db/dealing/file/members.ts';
import { rehearse } from '../../../db/kit/rehearse.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import type { Actor } from '../../../domain/actor.ts';
import { isDealing } from '../../../domain/dealing/dealing-state.ts';
import { registerOne } from './register-one.ts';

/** Who approves what is only rehearsed; never written for good. */
const NOBODY = 'rehearsal';

/**
 * Looks at the register as a dealing of a file will find it: those before it are registered, by the very function that does it,
 * the look is taken, and all of it is undone. One that is by itself finds the register as it is. Throws dealing.blocked where
 * one before it cannot be registered.
 */
export async function afterEarlier<T>(
  trx: Trx,
  actor: Actor,
  place: Pick<DealingInHand, 'fileId' | 'fileNo'>,
  look: () => Promise<T>,
): Promise<T> {
  if (place.fileNo === 1) return look();
  return rehearse(trx, async () => {
    // Held before the commune is, as every step holds them: else two could wait for each other.
    const earlier = await lockEarlier(trx, place);
    for (const dealing of earlier)
      if (isDealing(dealing.status, 'open')) await registerOne(trx, actor, dealing, NOBODY);
    return look();
  });
}
