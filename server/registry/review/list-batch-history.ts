import type pg from 'pg';
import { logRecordReading } from '../../db/audit/read-log.ts';
import { listHistoryRows } from '../../db/review/batch-history.ts';
import type { Actor } from '../../domain/actor.ts';
import type { BatchEvent, listBatchHistory as door } from '../../domain/contract/batch/batch-history.ts';
import type { Asked } from '../../domain/contract/contract.ts';
import { pageOf, readCursor } from '../lists/page-cursor.ts';
import { readBatch } from './read-batch.ts';
import { personalRecord, showEvent } from './show-event.ts';
import { seesPersons } from './show-record.ts';

const DEFAULT_LIMIT = 200;
const SEQ = /^\d{1,18}$/;

/** What happened to a batch, oldest first. Where a reason may be about a person, the look is logged before it is shown. */
export function listBatchHistory(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  asked: Asked<typeof door>['query'],
): Promise<{ items: BatchEvent[]; nextCursor: string | null }> {
  const limit = asked.limit ?? DEFAULT_LIMIT;
  const [after] = readCursor(asked.cursor, SEQ) ?? ['0'];
  const persons = seesPersons(actor);
  return readBatch(pool, actor, batchId, async (trx) => {
    const rows = await listHistoryRows(trx, batchId, after, limit + 1);
    const { page, nextCursor } = pageOf(rows, limit, ({ seq }) => [seq]);
    if (persons) {
      const recordNos = page.flatMap(personalRecord);
      await logRecordReading(trx, { actor: actor.id, batchId, recordNos, purpose: 'batch.history' });
    }
    return { items: page.map((row) => showEvent(row, persons)), nextCursor };
  });
}
