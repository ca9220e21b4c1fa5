/**
 * The worker on look-ups of many parcels. No lease: a run keeps its answers only where the count of rows is still the one it began with, so a
 * look-up that comes twice is answered once, and one whose worker was killed goes on behind the last rows that were kept.
 */
import type pg from 'pg';
import { openNamedPool } from '../db/kit/pools.ts';
import { inTransaction } from '../db/kit/transaction.ts';
import { LOOKUP_WORKER, sweepLookups } from '../db/lookup/lookups.ts';
import { dayOf } from '../domain/legal-day.ts';
import { createLookupCipher } from '../registry/lookup/lookup-cipher.ts';
import type { LookupTask } from '../registry/lookup/queue-lookup.ts';
import { runLookup } from '../registry/lookup/run-lookup.ts';
import { createBoss } from './import-queue.ts';
import { LOOKUP_QUEUE } from './lookup-queue.ts';
import type { Worker, WorkerLog } from './start-worker.ts';

export interface LookupWorkerOptions {
  readonly pool: pg.Pool;
  readonly portal: pg.Pool;
  readonly personalDataKey: Buffer;
  readonly log: WorkerLog;
  /** Milliseconds between two looks into the queue. */
  readonly pollMs?: number;
}

/** Look-ups at a time, and of one asker never more than one: another's always has a place. */
const AT_ONCE = 2;
const GRACE_MS = 5_000;
/** What has been kept for its time goes within the hour, so many at once that no page waits for it. */
const SWEEP_MS = 3_600_000;
const SWEPT_AT_ONCE = 20;

export async function startLookupWorker(options: LookupWorkerOptions): Promise<Worker> {
  const { log } = options;
  // Of its own, so that neither waits for the other: who asks a page for who looks up a table.
  const pool = openNamedPool(options.pool, 'diaba-lookup-worker', 6);
  const portal = openNamedPool(options.portal, 'diaba-lookup-worker', 2);
  const warn = (error: unknown) => log.warn({ cause: String(error) }, 'the queue of look-ups is not well');
  const boss = createBoss(pool, { supervise: true, onError: warn });
  const cipher = createLookupCipher(options.personalDataKey);
  let stopping = false;

  const sweep = async (): Promise<void> => {
    const swept = await inTransaction(pool, { id: LOOKUP_WORKER, communes: [] }, (trx) =>
      sweepLookups(trx, dayOf(new Date()), SWEPT_AT_ONCE),
    );
    if (swept === SWEPT_AT_ONCE && !stopping) await sweep();
  };
  await boss.start();
  const sweeping = setInterval(() => void sweep().catch(warn), SWEEP_MS);
  await sweep().catch(warn);
  await boss.work<LookupTask>(
    LOOKUP_QUEUE,
    {
      batchSize: 1,
      localConcurrency: AT_ONCE,
      localGroupConcurrency: 1,
      pollingIntervalSeconds: (options.pollMs ?? 500) / 1000,
      heartbeatRefreshSeconds: 10,
    },
    async ([job]) => {
      if (!job) return;
      if (stopping) throw new Error('this worker is stopping');
      const { lookupId } = job.data;
      try {
        await runLookup({ pool, portal, cipher, stopping: () => stopping }, lookupId);
      } catch (error) {
        log.warn({ lookupId, cause: String(error) }, 'a look-up is tried again');
        throw error;
      }
    },
  );
  return {
    async stop() {
      stopping = true;
      clearInterval(sweeping);
      await boss.offWork(LOOKUP_QUEUE, { wait: false });
      await boss.stop({ graceful: true, timeout: GRACE_MS, close: false });
      await pool.end();
      await portal.end();
    },
  };
}
