import type pg from 'pg';
import { readWorkCalendar } from '../../../db/request/request-rules.ts';
import { listRequestRows, readChangedAt } from '../../../db/request/requests.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { RequestQueue, RequestSummary } from '../../../domain/contract/paper/requests.ts';
import { decodeCursor, encodeCursor } from '../../../domain/page-cursor.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { asStaff } from '../../kit/as-staff.ts';
import { summariseRequest } from './describe-request.ts';

export interface RequestQuery {
  readonly queue?: RequestQueue;
  readonly commune?: string;
  readonly parcelId?: string;
  readonly reference?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function readCursor(cursor: string): [string, string] {
  const [key, id] = decodeCursor(cursor) ?? [];
  if (key === undefined || id === undefined || Number.isNaN(Date.parse(key)) || !UUID.test(id)) {
    throw new Problem('cursor.invalid');
  }
  return [key, id];
}

/** Requests that the actor may see, without who asks. A parcel or a reference is asked for among all of them. */
export function listRequests(
  pool: pg.Pool,
  actor: Actor,
  { queue, commune, parcelId, reference, limit = 50, cursor }: RequestQuery,
): Promise<{ items: RequestSummary[]; nextCursor: string | null }> {
  const asked = queue ?? (parcelId || reference ? null : 'open');
  const after = cursor === undefined ? undefined : readCursor(cursor);
  return asStaff(pool, actor, async (trx) => {
    const found = { queue: asked, commune, parcelId, reference: reference?.trim().toUpperCase(), me: actor.id, after };
    const rows = await listRequestRows(trx, found, limit + 1);
    const calendar = await readWorkCalendar(trx);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const byDue = asked === 'open' || asked === 'mine';
    return {
      items: rows.slice(0, limit).map((row) => summariseRequest(row, actor, calendar)),
      nextCursor: last
        ? encodeCursor([byDue ? last.dueOn : await readChangedAt(trx, last.requestId), last.requestId])
        : null,
    };
  });
}
