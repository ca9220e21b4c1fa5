import type pg from 'pg';
import { listCorrectionRows } from '../../db/batch-corrections.ts';
import { logRecordReading } from '../../db/read-log.ts';
import type { Actor } from '../../domain/actor.ts';
import type { RecordCorrection } from '../../domain/contract/batch-shapes.ts';
import type { listBatchCorrections as door } from '../../domain/contract/batches.ts';
import type { Asked } from '../../domain/contract/contract.ts';
import { decodeCursor, encodeCursor } from '../../domain/page-cursor.ts';
import { Problem } from '../../domain/problem.ts';
import { readBatch } from './read-batch.ts';
import { isPersonal, seesPersons, showCorrection } from './show-record.ts';

const DEFAULT_LIMIT = 100;

function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const [no = '', field, rule, ...more] = decodeCursor(cursor) ?? [];
  if (more.length > 0 || !/^\d{1,9}$/.test(no) || field === undefined || rule === undefined) {
    throw new Problem('cursor.invalid');
  }
  return { recordNo: Number(no), field, rule };
}

/** Corrections with their decisions. Where one shows a person, the look is logged first. */
export function listBatchCorrections(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  asked: Asked<typeof door>['query'],
): Promise<{ items: RecordCorrection[]; nextCursor: string | null }> {
  const limit = asked.limit ?? DEFAULT_LIMIT;
  const persons = seesPersons(actor);
  const filter = {
    status: asked.status,
    rule: asked.rule,
    recordNos: asked.recordNo === undefined ? undefined : [asked.recordNo],
    after: readCursor(asked.cursor),
  };
  return readBatch(pool, actor, batchId, async (trx) => {
    const rows = await listCorrectionRows(trx, batchId, filter, limit + 1);
    const page = rows.slice(0, limit);
    if (persons) {
      const recordNos = page.filter(isPersonal).map(({ recordNo }) => recordNo);
      await logRecordReading(trx, { actor: actor.id, batchId, recordNos, purpose: 'batch.corrections' });
    }
    const last = page.at(-1);
    return {
      items: page.map((row) => showCorrection(row, persons)),
      nextCursor: rows.length > limit && last ? encodeCursor([String(last.recordNo), last.field, last.rule]) : null,
    };
  });
}
