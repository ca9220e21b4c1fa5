/** The worker that tells requesters. Any number of processes may be one: each message is taken by one of them. */
import type pg from 'pg';
import { openNamedPool } from '../db/kit/pools.ts';
import type { MessageChannel, SendMessage } from '../domain/request/outgoing-message.ts';
import { createRequestCipher } from '../registry/request/request-cipher.ts';
import { endLost, sendNextMessage } from '../registry/request/send-messages.ts';
import { startRounds } from './start-rounds.ts';
import type { Worker, WorkerLog } from './start-worker.ts';

export interface MessageWorkerOptions {
  readonly pool: pg.Pool;
  readonly personalDataKey: Buffer;
  readonly publicUrl: string;
  readonly senders: Readonly<Partial<Record<MessageChannel, SendMessage>>>;
  readonly log: WorkerLog;
  /** Milliseconds between two looks. */
  readonly pollMs?: number;
}

const POLL_MS = 5_000;

export function startMessageWorker(options: MessageWorkerOptions): Worker {
  const { personalDataKey, publicUrl, senders, log, pollMs = POLL_MS } = options;
  const pool = openNamedPool(options.pool, 'diaba-message-worker', 2);
  const tools = { pool, cipher: createRequestCipher(personalDataKey), publicUrl, senders };
  return startRounds({
    pool,
    pollMs,
    async round(isStopping) {
      const lost = await endLost(pool);
      if (lost > 0) log.warn({ lost }, 'messages whose worker was lost are not sent again');
      while (!isStopping() && (await sendNextMessage(tools)));
    },
    failed: (error) => log.warn({ cause: String(error) }, 'messages to requesters are not well'),
  });
}
