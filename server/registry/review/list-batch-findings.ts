import type pg from 'pg';
import { listFindingGroups, listFindingRows } from '../../db/review/batch-findings.ts';
import type { Actor } from '../../domain/actor.ts';
import type { FindingGroup, RecordFinding } from '../../domain/contract/batch/batch-shapes.ts';
import type { listBatchFindings as door } from '../../domain/contract/batch/batches.ts';
import type { Asked } from '../../domain/contract/contract.ts';
import { pageOf, RECORD_NO, readCursor } from '../lists/page-cursor.ts';
import { readBatch } from './read-batch.ts';

const DEFAULT_LIMIT = 200;
const FINDING_ID = /^\d{1,18}$/;

/** Findings by code; those of one code also one by one. */
export function listBatchFindings(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  asked: Asked<typeof door>['query'],
): Promise<{ groups: FindingGroup[]; items: RecordFinding[]; nextCursor: string | null }> {
  const from = readCursor(asked.cursor, RECORD_NO, FINDING_ID);
  const after = from && { recordNo: Number(from[0]), findingId: from[1] };
  const limit = asked.limit ?? DEFAULT_LIMIT;
  return readBatch(pool, actor, batchId, async (trx) => {
    const groups = await listFindingGroups(trx, batchId);
    if (asked.code === undefined) return { groups, items: [], nextCursor: null };
    const rows = await listFindingRows(trx, batchId, asked.code, after, limit + 1);
    const { page, nextCursor } = pageOf(rows, limit, (last) => [String(last.recordNo ?? 0), last.findingId]);
    return { groups, items: page, nextCursor };
  });
}
