import type pg from 'pg';
import { withinTime } from '../../db/kit/within-time.ts';
import { listOverlapRows, type OverlapFilter } from '../../db/staging/disputed-ground.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Box } from '../../domain/contract/batch/batch-shapes.ts';
import { readBatch } from './read-batch.ts';

const MOST = 500;
/** What a stranger's shapes cost to cut nobody knows: then the map does without. */
const LONGEST_MS = 3_000;

/** All numbers of nested coordinates, by pairs. */
const positions = (coordinates: unknown): [number, number][] => {
  const flat = (coordinates as unknown[]).flat(Number.POSITIVE_INFINITY) as number[];
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!]);
};

/** Around geometries in degrees; null around none. */
function boxAround(geometries: readonly { readonly coordinates: unknown }[]): Box | null {
  let box: Box | null = null;
  for (const [x, y] of geometries.flatMap(({ coordinates }) => positions(coordinates))) {
    box = box ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)] : [x, y, x, y];
  }
  return box;
}

/** The ground that parcels of a batch and others claim both; never a person. */
export function getBatchOverlaps(pool: pg.Pool, actor: Actor, batchId: string, asked: OverlapFilter) {
  return readBatch(pool, actor, batchId, async (trx) => {
    const rows = (await withinTime(trx, LONGEST_MS, () => listOverlapRows(trx, batchId, asked, MOST))) ?? [];
    return {
      type: 'FeatureCollection' as const,
      bbox: boxAround(rows.map(({ geometry }) => geometry)),
      features: rows.map(({ geometry, ...properties }) => ({ type: 'Feature' as const, geometry, properties })),
    };
  });
}
