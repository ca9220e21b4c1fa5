import type pg from 'pg';
import { findRecordRow, listSurroundings } from '../../db/review/batch-records.ts';
import type { Actor } from '../../domain/actor.ts';
import type { RecordSurroundings } from '../../domain/contract/batch/batch-shapes.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { readBatch } from './read-batch.ts';

const METRES = 30;
const MOST_SHAPES = 200;

/** Rings of the neighbours of a record, to draw its boundary by theirs. Never a person. Throws record.not_found. */
export function getRecordSurroundings(
  pool: pg.Pool,
  actor: Actor,
  batchId: string,
  recordNo: number,
): Promise<RecordSurroundings> {
  return readBatch(pool, actor, batchId, async (trx) => {
    const record = await findRecordRow(trx, batchId, recordNo);
    if (!record) throw new Problem('record.not_found');
    const shapes = await listSurroundings(trx, batchId, recordNo, METRES, MOST_SHAPES);
    const rings = shapes.flatMap(({ type, coordinates }) =>
      type === 'MultiPolygon' ? (coordinates as Rings[]).flat() : (coordinates as Rings),
    );
    return { srid: record.srid, rings: rings.map((ring) => ring.slice(0, -1)) };
  });
}

type Rings = [number, number][][];
