import type pg from 'pg';
import { listCommunesOn } from '../../db/portal/communes.ts';
import { hasReferenceList, listReferenceOn } from '../../db/portal/reference.ts';
import type { Commune } from '../../domain/contract/communes.ts';
import type { ReferenceEntry } from '../../domain/contract/reference.ts';
import { dayOf } from '../../domain/legal-day.ts';
import { Problem } from '../../domain/problem/problem.ts';

/** The communes that exist today, or existed on a day: a hundred rows, so always one page. */
export async function listPortalCommunes(pool: pg.Pool, at: string | undefined) {
  const items: Commune[] = await listCommunesOn(pool, at ?? dayOf(new Date()));
  return { items, nextCursor: null };
}

/** A code list in force today or on a day, as one page. Throws list.not_found for a name that is no list. */
export async function listPortalReference(pool: pg.Pool, list: string, at: string | undefined) {
  const items: ReferenceEntry[] = await listReferenceOn(pool, list, at ?? dayOf(new Date()));
  if (items.length === 0 && !(await hasReferenceList(pool, list))) throw new Problem('list.not_found');
  return { items, nextCursor: null };
}
