import { timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { confirmMail, countTry, findWatch } from '../../db/watch/watches.ts';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { MOST_TRIES } from '../../domain/watch/watch.ts';
import { asStaff } from '../kit/as-staff.ts';
import type { WatchCipher } from './watch-cipher.ts';

/**
 * Takes the code that was mailed: from now on changes are mailed too. A wrong one counts; after ten none is taken any more. Throws
 * watch.not_found, watch.code_wrong.
 */
export async function confirmWatch(
  pool: pg.Pool,
  cipher: WatchCipher,
  actor: Actor,
  watchId: string,
  code: string,
): Promise<void> {
  // A wrong code is written down, so it must not be thrown before the end.
  const right = await asStaff(pool, actor, async (trx) => {
    const row = await findWatch(trx, actor.id, watchId, true);
    if (!row?.mail) throw new Problem('watch.not_found');
    if (row.mailConfirmed) return true;
    const [given, known] = [Buffer.from(code.replace(/\D/g, '')), Buffer.from(cipher.codeOf(watchId))];
    if (row.mailTries >= MOST_TRIES || given.length !== known.length || !timingSafeEqual(given, known)) {
      await countTry(trx, watchId);
      return false;
    }
    await confirmMail(trx, watchId);
    await writeAudit(trx, {
      actor: actor.id,
      action: 'watch.confirmed',
      subjectKind: 'watch',
      subjectId: watchId,
      body: {},
    });
    return true;
  });
  if (!right) throw new Problem('watch.code_wrong');
}
