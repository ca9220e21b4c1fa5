import type pg from 'pg';
import { writeAudit } from '../../db/audit/write-audit.ts';
import { deleteLookup } from '../../db/lookup/lookups.ts';
import type { Actor } from '../../domain/actor.ts';
import { asStaff } from '../kit/as-staff.ts';
import { requireLookup } from './get-lookup.ts';

/** Takes a look-up away before its time, with all that was sent; a worker in the middle of it stops. What it used of the day is used. */
export async function forgetLookup(pool: pg.Pool, actor: Actor, lookupId: string): Promise<void> {
  await asStaff(pool, actor, async (trx) => {
    const { rows, done } = await requireLookup(trx, actor, lookupId);
    await deleteLookup(trx, lookupId);
    const body = { rows, done };
    await writeAudit(trx, {
      actor: actor.id,
      action: 'lookup.forgotten',
      subjectKind: 'lookup',
      subjectId: lookupId,
      body,
    });
  });
}
