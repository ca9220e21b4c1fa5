/** The worker that tells who watches. Any number of processes may be one: each message is taken by one of them. */
import type pg from 'pg';
import { openNamedPool } from '../db/kit/pools.ts';
import { bundleNotices, type NoticeTools, sendNextNotice } from '../registry/watch/send-notices.ts';
import { createWatchCipher } from '../registry/watch/watch-cipher.ts';
import { startRounds } from './start-rounds.ts';
import type { Worker, WorkerLog } from './start-worker.ts';

export interface WatchWorkerOptions extends Pick<NoticeTools, 'mail' | 'post' | 'publicUrl'> {
  readonly pool: pg.Pool;
  readonly portal: pg.Pool;
  readonly personalDataKey: Buffer;
  readonly log: WorkerLog;
  /** Milliseconds between two looks. */
  readonly pollMs?: number;
}

const POLL_MS = 10_000;

export function startWatchWorker({ personalDataKey, log, pollMs = POLL_MS, ...rest }: WatchWorkerOptions): Worker {
  const pool = openNamedPool(rest.pool, 'diaba-watch-worker', 1);
  const tools: NoticeTools = { ...rest, pool, cipher: createWatchCipher(personalDataKey) };
  return startRounds({
    pool,
    pollMs,
    async round(isStopping) {
      await bundleNotices(pool);
      while (!isStopping() && (await sendNextNotice(tools)));
    },
    failed: (error) => log.warn({ cause: String(error) }, 'messages about watched land are not well'),
  });
}
