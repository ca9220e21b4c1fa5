import type pg from 'pg';
import { listDealingRows } from '../../db/dealing/dealing-list.ts';
import type { Actor } from '../../domain/actor.ts';
import type { DealingSummary } from '../../domain/contract/dealing/dealings.ts';
import type { DealingKind } from '../../domain/dealing/dealing-kind.ts';
import type { DealingQueue } from '../../domain/dealing/dealing-queue.ts';
import type { DealingStatus } from '../../domain/dealing/dealing-state.ts';
import { decodeCursor, encodeCursor } from '../../domain/page-cursor.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../kit/as-staff.ts';
import { summariseDealing } from './describe-dealing.ts';

export interface DealingQuery {
  readonly state?: DealingStatus;
  readonly kind?: DealingKind;
  readonly commune?: string;
  readonly parcelId?: string;
  readonly queue?: DealingQueue;
  readonly limit?: number;
  readonly cursor?: string;
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function readCursor(cursor: string): [string, string] {
  const [at, id] = decodeCursor(cursor) ?? [];
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at)) || !UUID.test(id)) {
    throw new Problem('cursor.invalid');
  }
  return [at, id];
}

/** Dealings that the actor may see, those that changed last first. */
export function listDealings(
  pool: pg.Pool,
  actor: Actor,
  { state, kind, commune, parcelId, queue, limit = 50, cursor }: DealingQuery,
): Promise<{ items: DealingSummary[]; nextCursor: string | null }> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  return asStaff(pool, actor, async (trx) => {
    const rows = await listDealingRows(trx, { state, kind, commune, parcelId, after, queue, me: actor.id }, limit + 1);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map((row) => summariseDealing(row, actor)),
      nextCursor: last ? encodeCursor([last.changedAt.toISOString(), last.dealingId]) : null,
    };
  });
}
