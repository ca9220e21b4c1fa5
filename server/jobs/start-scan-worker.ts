/**
 * The worker on scans: takes files apart and reads pages, as many at a time as there are cores. No lease: each task writes what it found in one
 * transaction that repeats the state it expects, so a task that comes twice is read twice and kept once.
 */
import { availableParallelism } from 'node:os';
import type pg from 'pg';
import { openNamedPool } from '../db/kit/pools.ts';
import type { ScanTask } from '../registry/document/queue-scan.ts';
import { createBoss } from './import-queue.ts';
import { SCAN_QUEUE } from './scan-queue.ts';
import type { Worker, WorkerLog } from './start-worker.ts';

export interface ScanWorkerOptions {
  readonly pool: pg.Pool;
  /** Does one task, or throws what stopped it. */
  readonly run: (pool: pg.Pool, task: ScanTask) => Promise<void>;
  readonly log: WorkerLog;
  /** Tasks at a time. */
  readonly concurrency?: number;
  /** Milliseconds between two looks into the queue. */
  readonly pollMs?: number;
}

/** At a shutdown tasks may end by themselves for this long; what is not done then comes again. */
const GRACE_MS = 5_000;

export async function startScanWorker(options: ScanWorkerOptions): Promise<Worker> {
  const { log } = options;
  const pool = openNamedPool(options.pool, 'diaba-scan-worker', 6);
  const warn = (error: Error) => log.warn({ cause: String(error) }, 'the queue of scans is not well');
  const boss = createBoss(pool, { supervise: true, onError: warn });
  let stopping = false;
  await boss.start();
  await boss.work<ScanTask>(
    SCAN_QUEUE,
    {
      batchSize: 1,
      localConcurrency: options.concurrency ?? availableParallelism(),
      pollingIntervalSeconds: (options.pollMs ?? 500) / 1000,
      heartbeatRefreshSeconds: 10,
    },
    async ([job]) => {
      if (!job) return;
      if (stopping) throw new Error('this worker is stopping');
      const { scanId, pageNo } = job.data;
      try {
        await options.run(pool, { scanId, pageNo });
      } catch (error) {
        log.warn({ scanId, pageNo, cause: String(error) }, 'work on a scan is tried again');
        throw error;
      }
    },
  );
  return {
    async stop() {
      stopping = true;
      await boss.offWork(SCAN_QUEUE, { wait: false });
      await boss.stop({ graceful: true, timeout: GRACE_MS, close: false });
      await pool.end();
    },
  };
}
