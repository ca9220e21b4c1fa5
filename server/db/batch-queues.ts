import { BATCH_QUEUES, type BatchQueue } from '../domain/batch-queue.ts';
import { BATCHES, QUEUES } from './batch-order.ts';
import type { Trx } from './transaction.ts';

/** Batches in each queue, in one reading of them. */
export async function countQueues(trx: Trx, me: string): Promise<{ queue: BatchQueue; count: number }[]> {
  const counts = BATCH_QUEUES.map(
    (queue) => `(count(*) filter (where ${QUEUES[queue].replace('$me', () => '$1::text')}))::int as ${queue}`,
  );
  const { rows } = await trx.query<Record<BatchQueue, number>>(`select ${counts.join(', ')} from ${BATCHES}`, [me]);
  return BATCH_QUEUES.map((queue) => ({ queue, count: rows[0]?.[queue] ?? 0 }));
}
