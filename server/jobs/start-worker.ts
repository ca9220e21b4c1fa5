/**
 * The worker: takes batches from the queue and has the pipeline run over them, each under a lease. pg-boss brings a job at
 * least once, so it may come twice or while the first run goes on; the lease decides who writes.
 */
import { availableParallelism } from 'node:os';
import type pg from 'pg';
import { openNamedPool } from '../db/kit/pools.ts';
import type { WorkErrorCode } from '../domain/batch/work-error.ts';
import { createBoss, IMPORT_QUEUE, type ImportJob } from './import-queue.ts';
import { LEASE_TIMES, type Lease, LeaseLost, type LeaseTimes, takeLease } from './lease.ts';

export interface WorkerLog {
  info(facts: Record<string, unknown>, text: string): void;
  warn(facts: Record<string, unknown>, text: string): void;
}

export interface WorkerOptions {
  readonly pool: pg.Pool;
  /** Brings the batch as far as the pipeline can; throws what stopped it. */
  readonly run: (lease: Lease) => Promise<void>;
  /** What a failure is called for people. */
  readonly nameError: (error: unknown) => WorkErrorCode;
  readonly log: WorkerLog;
  /** Batches that one person may have read at a time; there is room for one more, of somebody else. */
  readonly concurrency?: number;
  readonly times?: LeaseTimes;
  /** Milliseconds between two looks into the queue. */
  readonly pollMs?: number;
}

/** After so many attempts a batch waits for somebody instead of being tried again. */
export const MAX_ATTEMPTS = 5;
/** At a shutdown runs may end by themselves for this long, and as long again once their leases are gone. */
const GRACE_MS = 5_000;

/** Waits for something, but no longer than that. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([work, new Promise((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
}

export interface Worker {
  /** Takes no more, lets what is nearly done end, and gives the other leases back. */
  stop(): Promise<void>;
}

export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { log, times = LEASE_TIMES } = options;
  // Of its own, so that neither waits for the other: who asks a page for who reads a file.
  const pool = openNamedPool(options.pool, 'diaba-worker', 6);
  const warn = (error: Error) => log.warn({ cause: String(error) }, 'the queue of imports is not well');
  const boss = createBoss(pool, { supervise: true, onError: warn });
  const running = new Map<Lease, Promise<void>>();
  let stopping = false;

  async function fail(lease: Lease, error: unknown): Promise<void> {
    if (error instanceof LeaseLost) throw error;
    const code = options.nameError(error);
    const poison = lease.attempts >= MAX_ATTEMPTS || code === 'work.too_heavy';
    const { batchId, attempts } = lease;
    const mine = await lease.end({ state: poison ? 'failed' : 'queued', error: code, counts: true });
    // Cancelled, or taken over: what broke off here is nobody's any more.
    if (!mine) throw new LeaseLost(batchId);
    log.warn({ batchId, attempts, code, cause: String(error) }, poison ? 'a batch failed' : 'a batch is tried again');
    if (!poison) throw error;
  }

  async function attempt(lease: Lease): Promise<void> {
    try {
      if (lease.attempts > MAX_ATTEMPTS) {
        await lease.end({ state: 'failed', error: 'work.stopped', counts: false });
        return;
      }
      const failed = await options.run(lease).then(
        () => undefined,
        (error: unknown) => fail(lease, error).then(() => true),
      );
      if (!failed && !(await lease.end({ state: 'done', error: null, counts: true })))
        throw new LeaseLost(lease.batchId);
    } finally {
      await lease.close();
    }
  }

  async function handle(batchId: string): Promise<void> {
    if (stopping) throw new Error('this worker is stopping');
    const lease = await takeLease(pool, batchId, times);
    if (lease === 'over') return;
    // Thrown, so that the queue asks again later: the holder may be dead.
    if (lease === 'held') throw new Error(`batch ${batchId} is held by another run`);
    const work = attempt(lease);
    running.set(lease, work);
    await work.finally(() => running.delete(lease));
  }

  const concurrency = options.concurrency ?? availableParallelism();
  await boss.start();
  await boss.work<ImportJob>(
    IMPORT_QUEUE,
    {
      batchSize: 1,
      localConcurrency: concurrency + 1,
      localGroupConcurrency: concurrency,
      pollingIntervalSeconds: (options.pollMs ?? 500) / 1000,
      heartbeatRefreshSeconds: 10,
    },
    async ([job]) => {
      if (job) await handle(job.data.batchId);
    },
  );
  return {
    async stop() {
      stopping = true;
      await boss.offWork(IMPORT_QUEUE, { wait: false });
      const settled = Promise.allSettled(running.values());
      await within(GRACE_MS, settled);
      for (const lease of running.keys()) await lease.abandon().catch(warn);
      // A run that is not at the database now hears of it when it next is; it is not waited for, and can write nothing.
      await within(GRACE_MS, settled);
      await boss.stop({ graceful: true, timeout: GRACE_MS, close: false });
      await pool.end();
    },
  };
}
