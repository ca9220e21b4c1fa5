import type pg from 'pg';
import { findLookupUse } from '../../db/lookup/lookup-use.ts';
import { listLookups as listRows } from '../../db/lookup/lookups.ts';
import { type Actor, hasRole } from '../../domain/actor.ts';
import type { LookupQuota, LookupSummary } from '../../domain/contract/lookups.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { STAFF_ROLES } from '../../domain/role.ts';
import { asStaff } from '../kit/as-staff.ts';
import { pageOf, readCursor } from '../lists/page-cursor.ts';
import { describeLookup } from './describe-lookup.ts';
import type { LookupCipher } from './lookup-cipher.ts';

const DEFAULT_LIMIT = 20;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Own look-ups, the latest first. */
export async function listLookups(
  pool: pg.Pool,
  cipher: LookupCipher,
  actor: Actor,
  asked: { readonly limit?: number | undefined; readonly cursor?: string | undefined },
): Promise<{ items: LookupSummary[]; nextCursor: string | null }> {
  const limit = asked.limit ?? DEFAULT_LIMIT;
  const key = readCursor(asked.cursor, INSTANT, UUID);
  return asStaff(pool, actor, async (trx) => {
    const after = key ? { askedAt: key[0], lookupId: key[1] } : null;
    const rows = await listRows(trx, actor.id, limit + 1, after);
    const { page, nextCursor } = pageOf(rows, limit, (row) => [row.askedAt.toISOString(), row.lookupId]);
    return { items: page.map((row) => describeLookup(cipher, row)), nextCursor };
  });
}

/** Rows of today that an account may ask for, and has; staff has no bound. */
export function getLookupQuota(pool: pg.Pool, actor: Actor): Promise<LookupQuota> {
  const day = dayOf(new Date());
  return asStaff(pool, actor, async (trx) => {
    const { allowed, used } = await findLookupUse(trx, actor.id, day);
    return { day, rowsUsed: used, rowsADay: hasRole(actor, STAFF_ROLES) ? null : allowed };
  });
}
