import type pg from 'pg';
import { logRecordReading } from '../../db/audit/read-log.ts';
import { listCorrectionRows } from '../../db/review/batch-corrections.ts';
import { findColumnRoles } from '../../db/review/batch-list.ts';
import { findRecordRow } from '../../db/review/batch-records.ts';
import type { Actor } from '../../domain/actor.ts';
import type { BatchRecordDetail } from '../../domain/contract/batch/batch-shapes.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { readBatch } from './read-batch.ts';
import { showDifference } from './show-difference.ts';
import { seesPersons, showRecord } from './show-record.ts';

const MOST_CORRECTIONS = 100;

/** One record with its geometry. Where persons are shown, the look is logged first. Throws record.not_found. */
export function getBatchRecord(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  recordNo: number,
): Promise<BatchRecordDetail> {
  const persons = seesPersons(actor);
  return readBatch(pool, actor, batchId, async (trx) => {
    const found = await findRecordRow(trx, batchId, recordNo);
    if (!found) throw new Problem('record.not_found');
    if (persons) {
      await logRecordReading(trx, { actor: actor.id, batchId, recordNos: [recordNo], purpose: 'batch.record' });
    }
    const { geometry, geometryLegal, srid, ...row } = found;
    const corrections = await listCorrectionRows(trx, batchId, { recordNos: [recordNo] }, MOST_CORRECTIONS);
    return {
      ...showRecord(row, corrections, await findColumnRoles(trx, batchId), persons),
      difference: await showDifference(trx, actor, batchId, recordNo, persons),
      geometry,
      geometryLegal: geometryLegal === null || srid === null ? null : { srid, ...geometryLegal },
    };
  });
}
