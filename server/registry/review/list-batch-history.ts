import type pg from 'pg';
import { listHistoryRows } from '../../db/batch-history.ts';
import { logRecordReading } from '../../db/read-log.ts';
import type { Actor } from '../../domain/actor.ts';
import type { BatchEvent, listBatchHistory as door } from '../../domain/contract/batch-history.ts';
import type { Asked } from '../../domain/contract/contract.ts';
import { decodeCursor, encodeCursor } from '../../domain/page-cursor.ts';
import { Problem } from '../../domain/problem.ts';
import { readBatch } from './read-batch.ts';
import { personalRecord, showEvent } from './show-event.ts';
import { seesPersons } from './show-record.ts';

const DEFAULT_LIMIT = 200;

function readCursor(cursor: string | undefined): string {
  if (cursor === undefined) return '0';
  const [seq = '', ...more] = decodeCursor(cursor) ?? [];
  if (more.length > 0 || !/^\d{1,18}$/.test(seq)) throw new Problem('cursor.invalid');
  return seq;
}

/** What happened to a batch, oldest first. Where a reason may be about a person, the look is logged before it is shown. */
export function listBatchHistory(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  asked: Asked<typeof door>['query'],
): Promise<{ items: BatchEvent[]; nextCursor: string | null }> {
  const limit = asked.limit ?? DEFAULT_LIMIT;
  const after = readCursor(asked.cursor);
  const persons = seesPersons(actor);
  return readBatch(pool, actor, batchId, async (trx) => {
    const rows = await listHistoryRows(trx, batchId, after, limit + 1);
    const page = rows.slice(0, limit);
    if (persons) {
      const recordNos = page.flatMap(personalRecord);
      await logRecordReading(trx, { actor: actor.id, batchId, recordNos, purpose: 'batch.history' });
    }
    const last = page.at(-1);
    return {
      items: page.map((row) => showEvent(row, persons)),
      nextCursor: rows.length > limit && last ? encodeCursor([last.seq]) : null,
    };
  });
}
