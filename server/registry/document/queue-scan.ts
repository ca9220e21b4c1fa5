import type { Trx } from '../../db/kit/transaction.ts';

/** Work on a scan: taking it apart, or reading one page of it. */
export interface ScanTask {
  readonly scanId: string;
  /** Null: the file is to be taken apart. */
  readonly pageNo: number | null;
}

/** Queues work on a scan within the transaction that makes it due; server/jobs/scan-queue.ts is the one that does. */
export type QueueScan = (trx: Trx, tasks: readonly ScanTask[]) => Promise<void>;
