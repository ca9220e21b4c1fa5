import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { deleteColumnProfileRow, findColumnProfile } from '../../db/staging/column-profiles.ts';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../kit/as-staff.ts';

/** Takes a name away; what it said stays in the audit log, and what was read by it as it is. Throws column_profile.not_found. */
export const deleteColumnProfile = (pool: pg.Pool, actor: Actor, profileId: string): Promise<void> =>
  asStaff(pool, actor, async (trx) => {
    const found = await findColumnProfile(trx, profileId);
    if (!found || !(await deleteColumnProfileRow(trx, profileId))) throw new Problem('column_profile.not_found');
    await writeAudit(trx, {
      actor: actor.id,
      action: 'column_profile.deleted',
      subjectKind: 'column_profile',
      subjectId: profileId,
      body: { name: found.name, columns: found.columns },
    });
  });
