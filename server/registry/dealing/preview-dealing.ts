import type pg from 'pg';
import { findDealingRow } from '../../db/dealing/dealing-list.ts';
import type { Actor } from '../../domain/actor.ts';
import { hasRole } from '../../domain/actor.ts';
import type { DealingPreview } from '../../domain/contract/dealing/dealings.ts';
import { isDealing } from '../../domain/dealing/dealing-state.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { STAFF_ROLES } from '../../domain/role.ts';
import { asStaff } from '../kit/as-staff.ts';
import { planOf } from './describe-dealing.ts';

/** What an open dealing would do if it were registered now. Holders' names are left out for who may not see persons. */
export function previewDealing(pool: pg.Pool, actor: Actor, dealingId: string): Promise<DealingPreview> {
  return asStaff(pool, actor, async (trx) => {
    const row = await findDealingRow(trx, dealingId);
    if (!row) throw new Problem('dealing.not_found');
    if (!isDealing(row.status, 'open')) throw new Problem('dealing.step_refused', { state: row.status });
    const { standing: _, ...preview } = await planOf(trx, row, actor);
    return hasRole(actor, STAFF_ROLES) ? preview : { ...preview, rights: [], changes: [] };
  });
}
