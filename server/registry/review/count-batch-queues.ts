import type pg from 'pg';
import { countQueues } from '../../db/batch-queues.ts';
import type { Actor } from '../../domain/actor.ts';
import type { BatchQueue } from '../../domain/batch-queue.ts';
import { readAs } from './read-batch.ts';

/** How many batches of the actor's communes are in each queue, as this person has them. */
export const countBatchQueues = (
  pool: pg.Pool,
  actor: Actor,
): Promise<{ queues: { queue: BatchQueue; count: number }[] }> =>
  readAs(pool, actor, async (trx) => ({ queues: await countQueues(trx, actor.id) }));
