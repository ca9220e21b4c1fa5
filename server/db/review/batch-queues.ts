import { BATCH_QUEUES, type BatchQueue } from '../../domain/batch/batch-queue.ts';
import type { Box } from '../../domain/contract/batch/batch-shapes.ts';
import { box } from '../kit/box.ts';
import type { Trx } from '../kit/transaction.ts';
import { BATCHES, inQueue } from './batch-order.ts';

/** Batches in each queue, in one reading of them. */
export async function countQueues(trx: Trx, me: string): Promise<{ queue: BatchQueue; count: number }[]> {
  const values: unknown[] = [];
  const counts = BATCH_QUEUES.map(
    (queue) => `(count(*) filter (where ${inQueue(queue, me, (value) => `$${values.push(value)}`)}))::int as ${queue}`,
  );
  const { rows } = await trx.query<Record<BatchQueue, number>>(`select ${counts.join(', ')} from ${BATCHES}`, values);
  return BATCH_QUEUES.map((queue) => ({ queue, count: rows[0]?.[queue] ?? 0 }));
}

/** Around the registered land of the communes one acts in (outlines of sheets); null where there is none. */
export async function findLandExtent(trx: Trx): Promise<Box | null> {
  const { rows } = await trx.query<{ land: Box | null }>(
    `select ${box('x.g')} as land from (select st_setsrid(st_extent(o.geom_3857)::geometry, 3857) as g from cadastre.sheet_outline o
       where staging.in_scope(o.commune_code)) x`,
  );
  return rows[0]?.land ?? null;
}
