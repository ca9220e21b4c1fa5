import type { Trx } from '../../db/kit/transaction.ts';

/** Queues the reading of a batch within the transaction that made it; server/jobs/import-queue.ts is the one that does. */
export type QueueImport = (trx: Trx, batchId: string) => Promise<void>;
