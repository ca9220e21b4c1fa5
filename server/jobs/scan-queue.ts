import type pg from 'pg';
import { openNamedPool } from '../db/kit/pools.ts';
import type { QueueScan, ScanTask } from '../registry/document/queue-scan.ts';
import { createBoss, jobsIn } from './import-queue.ts';

/** Name of the queue in pg-boss; made by the migration. */
export const SCAN_QUEUE = 'scan';

export interface ScanQueue {
  /** Queues work on scans in the transaction that makes it due: both are there, or neither. */
  readonly queue: QueueScan;
  close(): Promise<void>;
}

/** The sending side of the queue of scans. Asks the database nothing before the first one. */
export function openScanQueue(pool: pg.Pool, onError: (error: Error) => void): ScanQueue {
  // Of its own: it is asked within transactions that hold the other pool's connections.
  const own = openNamedPool(pool, 'diaba-queue', 2);
  const boss = createBoss(own, { supervise: false, onError });
  let starting: Promise<unknown> | undefined;
  return {
    async queue(trx, tasks) {
      starting ??= boss.start().catch((error: unknown) => {
        starting = undefined;
        throw error;
      });
      await starting;
      for (const task of tasks) {
        const id = await boss.send(SCAN_QUEUE, task satisfies ScanTask, { db: jobsIn(trx) });
        if (id === null) throw new Error(`work on scan ${task.scanId} could not be queued`);
      }
    },
    async close() {
      if (starting) await boss.stop({ graceful: false, close: false });
      await own.end();
    },
  };
}
