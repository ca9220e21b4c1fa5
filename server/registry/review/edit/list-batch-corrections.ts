import type pg from 'pg';
import { logRecordReading } from '../../../db/audit/read-log.ts';
import { listCorrectionRows } from '../../../db/review/batch-corrections.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { RecordCorrection } from '../../../domain/contract/batch/batch-shapes.ts';
import type { listBatchCorrections as door } from '../../../domain/contract/batch/batches.ts';
import type { Asked } from '../../../domain/contract/contract.ts';
import { pageOf, RECORD_NO, readCursor } from '../../lists/page-cursor.ts';
import { readBatch } from '../read-batch.ts';
import { isPersonal, seesPersons, showCorrection } from '../show-record.ts';

const DEFAULT_LIMIT = 100;
/** Of a field's or a rule's name. */
const ANY = /^/;

/** Corrections with their decisions. Where one shows a person, the look is logged first. */
export function listBatchCorrections(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  asked: Asked<typeof door>['query'],
): Promise<{ items: RecordCorrection[]; nextCursor: string | null }> {
  const limit = asked.limit ?? DEFAULT_LIMIT;
  const persons = seesPersons(actor);
  const from = readCursor(asked.cursor, RECORD_NO, ANY, ANY);
  const filter = {
    status: asked.status,
    rule: asked.rule,
    recordNos: asked.recordNo === undefined ? undefined : [asked.recordNo],
    after: from && { recordNo: Number(from[0]), field: from[1], rule: from[2] },
  };
  return readBatch(pool, actor, batchId, async (trx) => {
    const rows = await listCorrectionRows(trx, batchId, filter, limit + 1);
    const { page, nextCursor } = pageOf(rows, limit, ({ recordNo, field, rule }) => [String(recordNo), field, rule]);
    if (persons) {
      const recordNos = page.filter(isPersonal).map(({ recordNo }) => recordNo);
      await logRecordReading(trx, { actor: actor.id, batchId, recordNos, purpose: 'batch.corrections' });
    }
    return { items: page.map((row) => showCorrection(row, persons)), nextCursor };
  });
}
