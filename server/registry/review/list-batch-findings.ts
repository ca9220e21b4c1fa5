import type pg from 'pg';
import { listFindingGroups, listFindingRows } from '../../db/batch-findings.ts';
import type { Actor } from '../../domain/actor.ts';
import type { FindingGroup, RecordFinding } from '../../domain/contract/batch-shapes.ts';
import type { listBatchFindings as door } from '../../domain/contract/batches.ts';
import type { Asked } from '../../domain/contract/contract.ts';
import { decodeCursor, encodeCursor } from '../../domain/page-cursor.ts';
import { Problem } from '../../domain/problem.ts';
import { readBatch } from './read-batch.ts';

const DEFAULT_LIMIT = 200;

function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const [recordNo = '', findingId = '', ...more] = decodeCursor(cursor) ?? [];
  if (more.length > 0 || !/^\d{1,9}$/.test(recordNo) || !/^\d{1,18}$/.test(findingId))
    throw new Problem('cursor.invalid');
  return { recordNo: Number(recordNo), findingId };
}

/** Findings by code; those of one code also one by one. */
export function listBatchFindings(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  asked: Asked<typeof door>['query'],
): Promise<{ groups: FindingGroup[]; items: RecordFinding[]; nextCursor: string | null }> {
  const after = readCursor(asked.cursor);
  const limit = asked.limit ?? DEFAULT_LIMIT;
  return readBatch(pool, actor, batchId, async (trx) => {
    const groups = await listFindingGroups(trx, batchId);
    if (asked.code === undefined) return { groups, items: [], nextCursor: null };
    const rows = await listFindingRows(trx, batchId, asked.code, after, limit + 1);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const more = rows.length > limit && last;
    return { groups, items, nextCursor: more ? encodeCursor([String(last.recordNo ?? 0), last.findingId]) : null };
  });
}
