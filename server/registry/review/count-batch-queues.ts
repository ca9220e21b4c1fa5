import type pg from 'pg';
import { countQueues, findLandExtent } from '../../db/review/batch-queues.ts';
import type { Actor } from '../../domain/actor.ts';
import type { BatchQueue } from '../../domain/batch/batch-queue.ts';
import type { Box } from '../../domain/contract/batch/batch-shapes.ts';
import { asStaff } from '../kit/as-staff.ts';

/** How many batches of the actor's communes are in each queue, as this person has them, and where their land lies. */
export const countBatchQueues = (
  pool: pg.Pool,
  actor: Actor,
): Promise<{ queues: { queue: BatchQueue; count: number }[]; land: Box | null }> =>
  asStaff(pool, actor, async (trx) => ({
    queues: await countQueues(trx, actor.id),
    land: await findLandExtent(trx),
  }));
