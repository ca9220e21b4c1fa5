/** The worker that takes scans from a folder. Any number of processes may be one: a file is in the archive once. */
import type pg from 'pg';
import { openNamedPool } from '../db/kit/pools.ts';
import type { QueueScan } from '../registry/document/queue-scan.ts';
import { takeInbox } from '../registry/document/take-inbox.ts';
import { startRounds } from './start-rounds.ts';
import type { Worker, WorkerLog } from './start-worker.ts';

export interface InboxWorkerOptions {
  readonly pool: pg.Pool;
  readonly storageDir: string;
  readonly personalDataKey: Buffer;
  /** SCAN_INBOX */
  readonly folder: string;
  readonly queue: QueueScan;
  readonly log: WorkerLog;
  /** Milliseconds between two looks. */
  readonly pollMs?: number;
}

const POLL_MS = 5_000;

export function startInboxWorker({ pollMs = POLL_MS, log, ...options }: InboxWorkerOptions): Worker {
  const pool = openNamedPool(options.pool, 'diaba-inbox-worker', 1);
  const said = (commune: string, outcome: string) => log.info({ commune, outcome }, 'a scan from the folder');
  return startRounds({
    pool,
    pollMs,
    round: (isStopping) => takeInbox({ ...options, pool, said }, Date.now(), isStopping),
    failed: (error) =>
      log.warn({ cause: (error as { code?: string }).code ?? 'failed' }, 'the folder of scans is not well'),
  });
}
