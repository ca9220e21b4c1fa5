import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { deleteWatch } from '../../db/watch/watches.ts';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../kit/as-staff.ts';

/** Watches no longer: what was to be told and what was told goes with it. Throws watch.not_found. */
export const endWatch = (pool: pg.Pool, actor: Actor, watchId: string): Promise<void> =>
  asStaff(pool, actor, async (trx) => {
    if (!(await deleteWatch(trx, actor.id, watchId))) throw new Problem('watch.not_found');
    await writeAudit(trx, {
      actor: actor.id,
      action: 'watch.ended',
      subjectKind: 'watch',
      subjectId: watchId,
      body: {},
    });
  });
