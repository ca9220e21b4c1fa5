import type pg from 'pg';
import { listAuditLines } from '../../db/audit/tree.ts';
import { inTransaction } from '../../db/kit/transaction.ts';
import type { Actor } from '../../domain/actor.ts';
import { pageOf, RECORD_NO, readCursor } from '../lists/page-cursor.ts';

/** Entries of the audit log, the newest first: ids, codes and counts, never a name. */
export function listAudit(
  pool: pg.Pool,
  actor: Actor,
  {
    subjectId,
    actorId,
    limit = 100,
    cursor,
  }: { subjectId?: string; actorId?: string; limit?: number; cursor?: string },
) {
  const before = readCursor(cursor, RECORD_NO)?.[0];
  return inTransaction(pool, actor, async (trx) => {
    const rows = await listAuditLines(
      trx,
      { before: before === undefined ? undefined : Number(before), subjectId, actor: actorId },
      limit + 1,
    );
    const { page, nextCursor } = pageOf(rows, limit, ({ seq }) => [String(seq)]);
    return { items: page.map(({ at, ...line }) => ({ ...line, at: at.toISOString() })), nextCursor };
  });
}
