import type pg from 'pg';
import { listOutlineRows } from '../../db/batch-records.ts';
import type { Actor } from '../../domain/actor.ts';
import type { getBatchGeometry as door } from '../../domain/contract/batches.ts';
import type { Asked } from '../../domain/contract/contract.ts';
import { decodeCursor, encodeCursor } from '../../domain/page-cursor.ts';
import { Problem } from '../../domain/problem.ts';
import { readBatch } from './read-batch.ts';

const DEFAULT_LIMIT = 1000;

/** The record after which a page begins. */
function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const [no = '', ...more] = decodeCursor(cursor) ?? [];
  if (more.length > 0 || !/^\d{1,9}$/.test(no)) throw new Problem('cursor.invalid');
  return Number(no);
}

/** Outlines of a batch's records as GeoJSON, page by page; never a person. */
export function getBatchGeometry(pool: pg.Pool, actor: Actor, batchId: string, asked: Asked<typeof door>['query']) {
  const after = readCursor(asked.cursor);
  const limit = asked.limit ?? DEFAULT_LIMIT;
  return readBatch(pool, actor, batchId, async (trx) => {
    const rows = await listOutlineRows(trx, batchId, after, limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      type: 'FeatureCollection' as const,
      features: page.map(({ geometry, ...properties }) => ({
        type: 'Feature' as const,
        id: properties.recordNo,
        geometry,
        properties,
      })),
      nextCursor: rows.length > limit && last ? encodeCursor([String(last.recordNo)]) : null,
    };
  });
}
