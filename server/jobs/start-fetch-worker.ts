/** The worker that reads services that layers are fetched from. Any number of processes may be one: a reading is taken by one of them. */
import type pg from 'pg';
import { openNamedPool } from '../db/kit/pools.ts';
import { type Fetching, fetchNext } from '../registry/layer/fetch-layer.ts';
import { openImportQueue } from './import-queue.ts';
import { startRounds } from './start-rounds.ts';
import type { Worker, WorkerLog } from './start-worker.ts';

export interface FetchWorkerOptions extends Pick<Fetching, 'storageDir' | 'personalDataKey' | 'read'> {
  readonly pool: pg.Pool;
  readonly log: WorkerLog;
  /** Milliseconds between two looks. */
  readonly pollMs?: number;
}

const POLL_MS = 2_000;

export function startFetchWorker({ pollMs = POLL_MS, log, ...options }: FetchWorkerOptions): Worker {
  const pool = openNamedPool(options.pool, 'diaba-fetch-worker', 2);
  const warn = (error: unknown) =>
    log.warn({ cause: (error as { code?: string }).code ?? 'failed' }, 'a layer could not be fetched');
  const imports = openImportQueue(pool, warn);
  const rounds = startRounds({
    pool,
    pollMs,
    async round(isStopping) {
      while (!isStopping() && (await fetchNext({ ...options, pool, queue: imports.queue })));
    },
    failed: warn,
  });
  return {
    async stop() {
      await rounds.stop();
      await imports.close();
    },
  };
}
