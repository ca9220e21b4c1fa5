import type { Trx } from '../../db/kit/transaction.ts';

/** Work on a look-up. Its id alone: the queue holds nothing of what was asked. */
export interface LookupTask {
  readonly lookupId: string;
}

/** Queues a look-up within the transaction that opens it; server/jobs/lookup-queue.ts is the one that does. */
export type QueueLookup = (trx: Trx, task: LookupTask) => Promise<void>;
