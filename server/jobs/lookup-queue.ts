import type pg from 'pg';
import { openNamedPool } from '../db/kit/pools.ts';
import type { LookupTask, QueueLookup } from '../registry/lookup/queue-lookup.ts';
import { createBoss, jobsIn } from './import-queue.ts';

/** Name of the queue in pg-boss; made by the migration. */
export const LOOKUP_QUEUE = 'lookup';

export interface LookupQueue {
  /** Queues a look-up in the transaction that opens it: both are there, or neither. */
  readonly queue: QueueLookup;
  close(): Promise<void>;
}

/** The sending side of the queue of look-ups. Asks the database nothing before the first one. */
export function openLookupQueue(pool: pg.Pool, onError: (error: Error) => void): LookupQueue {
  // Of its own: it is asked within transactions that hold the other pool's connections.
  const own = openNamedPool(pool, 'diaba-queue', 2);
  const boss = createBoss(own, { supervise: false, onError });
  let starting: Promise<unknown> | undefined;
  return {
    async queue(trx, task) {
      starting ??= boss.start().catch((error: unknown) => {
        starting = undefined;
        throw error;
      });
      await starting;
      // Who asked: the workers keep room for others.
      const { rows } = await trx.query<{ actor: string }>("select current_setting('diaba.actor') as actor");
      const group = { id: rows[0]?.actor || 'nobody' };
      const id = await boss.send(LOOKUP_QUEUE, task satisfies LookupTask, { db: jobsIn(trx), group });
      if (id === null) throw new Error(`look-up ${task.lookupId} could not be queued`);
    },
    async close() {
      if (starting) await boss.stop({ graceful: false, close: false });
      await own.end();
    },
  };
}
