import type pg from 'pg';
import { countRequestRows } from '../../../db/request/request-counts.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { RequestCounts, RequestStatistics } from '../../../domain/contract/paper/request-statistics.ts';
import { dayOf, endOfDay } from '../../../domain/legal-day.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { asStaff } from '../../kit/as-staff.ts';

const DAY_MS = 86_400_000;
const NOTHING: RequestCounts = { opened: 0, fulfilled: 0, refused: 0, late: 0, open: 0, overdue: 0 };
const NAMES = Object.keys(NOTHING) as (keyof RequestCounts)[];

/** Requests opened, closed and overdue in the actor's communes, from the first to the last day; this month where none is named. */
export async function countRequests(
  pool: pg.Pool,
  actor: Actor,
  asked: { readonly from?: string; readonly to?: string; readonly commune?: string },
): Promise<RequestStatistics> {
  const today = dayOf(new Date());
  const to = asked.to ?? today;
  const from = asked.from ?? `${to.slice(0, 8)}01`;
  if (from > to) throw new Problem('request.invalid', { errors: [{ field: 'to', message: 'is before "from"' }] });
  const since = new Date(endOfDay(from).getTime() - DAY_MS);
  const items = await asStaff(pool, actor, (trx) =>
    countRequestRows(trx, { since, before: endOfDay(to), today, commune: asked.commune }),
  );
  const total = { ...NOTHING };
  for (const item of items) for (const name of NAMES) total[name] += item[name];
  return { from, to, items, total };
}
