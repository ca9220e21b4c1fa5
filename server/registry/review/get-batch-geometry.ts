import type pg from 'pg';
import { listOutlineRows } from '../../db/review/batch-records.ts';
import type { Actor } from '../../domain/actor.ts';
import type { getBatchGeometry as door } from '../../domain/contract/batch/batches.ts';
import type { Asked } from '../../domain/contract/contract.ts';
import { pageOf, RECORD_NO, readCursor } from '../lists/page-cursor.ts';
import { readBatch } from './read-batch.ts';

const DEFAULT_LIMIT = 1000;

/** Outlines of a batch's records as GeoJSON, page by page; never a person. */
export function getBatchGeometry(pool: pg.Pool, actor: Actor, batchId: string, asked: Asked<typeof door>['query']) {
  const after = Number(readCursor(asked.cursor, RECORD_NO)?.[0] ?? 0);
  const limit = asked.limit ?? DEFAULT_LIMIT;
  return readBatch(pool, actor, batchId, async (trx) => {
    const rows = await listOutlineRows(trx, batchId, after, limit + 1);
    const { page, nextCursor } = pageOf(rows, limit, ({ recordNo }) => [String(recordNo)]);
    return {
      type: 'FeatureCollection' as const,
      features: page.map(({ geometry, ...properties }) => ({
        type: 'Feature' as const,
        id: properties.recordNo,
        geometry,
        properties,
      })),
      nextCursor,
    };
  });
}
