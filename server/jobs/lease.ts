import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { writeAudit } from '../db/audit/write-audit.ts';
import { openRunPool } from '../db/kit/pools.ts';
import { inTransaction, type Scope, type Trx } from '../db/kit/transaction.ts';
import {
  type Claim,
  claimWork,
  endWork,
  extendLease,
  fenceRun,
  holdsLease,
  noteProgress,
  type Progress,
  runName,
  type WorkEnd,
} from '../db/staging/batch-work.ts';
import type { WorkErrorCode } from '../domain/batch/work-error.ts';

/** Who writes what the pipeline finds; the upload itself was its sender's act. */
export const IMPORT_WORKER: Scope = { id: 'import-worker', communes: '*' };

export interface LeaseTimes {
  /** Seconds a lease holds without a heartbeat. */
  readonly leaseSeconds: number;
  readonly heartbeatMs: number;
}
export const LEASE_TIMES: LeaseTimes = { leaseSeconds: 30, heartbeatMs: 10_000 };

/** The run's writing came too late: another may be at work. Nothing of it is kept. */
export class LeaseLost extends Error {
  constructor(batchId: string) {
    super(`batch ${batchId} is no longer this run's`);
    this.name = 'LeaseLost';
  }
}

/** One worker's hold on one batch. */
export interface Lease {
  readonly batchId: string;
  readonly attempts: number;
  /** Connections under the name of the run: whoever takes the lease over ends them first. */
  readonly pool: pg.Pool;
  /** The last statement of every write. Throws {@link LeaseLost}. */
  guard(trx: Trx): Promise<void>;
  progress(progress: Progress): void;
  /** Gives the lease back. False when it was lost meanwhile. */
  end(end: WorkEnd): Promise<boolean>;
  /** Breaks the run off: what it had begun is rolled back, and the batch waits for another. */
  abandon(): Promise<void>;
  /** Stops the heartbeat and closes the connections. */
  close(): Promise<void>;
}

const PROGRESS_EVERY_MS = 250;

/** Puts an attempt that came to nothing into the history of its batch. */
const noteFailure = (trx: Trx, batchId: string, body: { error: WorkErrorCode; attempt: number | null }) =>
  writeAudit(trx, {
    actor: IMPORT_WORKER.id,
    action: 'batch.attempt_failed',
    subjectKind: 'batch',
    subjectId: batchId,
    body,
  });

/** Takes a batch for a run of this process. */
export async function takeLease(
  pool: pg.Pool,
  batchId: string,
  { leaseSeconds, heartbeatMs }: LeaseTimes,
): Promise<Lease | Exclude<Claim['kind'], 'yours'>> {
  const run = runName(randomUUID());
  const claim = await inTransaction(pool, IMPORT_WORKER, async (trx) => {
    const claimed = await claimWork(trx, batchId, run, leaseSeconds);
    // Whoever held it before died or was frozen, and cannot say so himself.
    if (claimed.kind === 'yours' && claimed.former !== null) {
      await noteFailure(trx, batchId, { error: 'work.broken_off', attempt: claimed.attempts - 1 });
    }
    return claimed;
  });
  if (claim.kind !== 'yours') return claim.kind;
  if (claim.former !== null) await fenceRun(pool, claim.former);
  const act = <T>(work: (trx: Trx) => Promise<T>) => inTransaction(pool, IMPORT_WORKER, work);

  const heartbeat = setInterval(() => {
    // A beat that cannot be written is none: the lease lapses, and the guard stops the run.
    act((trx) => extendLease(trx, batchId, run, leaseSeconds)).catch(() => undefined);
  }, heartbeatMs);
  let pending: Progress | undefined;
  let writing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  function write(): void {
    const progress = pending;
    if (!progress || writing) return;
    pending = undefined;
    // What is shown on the way is no result: a note that was not written is overtaken by the next.
    writing = act((trx) => noteProgress(trx, batchId, run, progress))
      .catch(() => undefined)
      .finally(() => {
        timer = setTimeout(() => {
          writing = undefined;
          write();
        }, PROGRESS_EVERY_MS);
      });
  }
  const runPool = openRunPool(pool, run);
  return {
    batchId,
    attempts: claim.attempts,
    pool: runPool,
    async guard(trx) {
      if (!(await holdsLease(trx, batchId, run))) throw new LeaseLost(batchId);
    },
    progress(progress) {
      pending = progress;
      write();
    },
    end: (end) =>
      act(async (trx) => {
        const mine = await endWork(trx, batchId, run, end);
        if (mine && end.error !== null) {
          await noteFailure(trx, batchId, { error: end.error, attempt: end.counts ? claim.attempts : null });
        }
        return mine;
      }),
    async abandon() {
      await act((trx) => endWork(trx, batchId, run, { state: 'queued', error: null, counts: false }));
      await fenceRun(pool, run);
    },
    async close() {
      clearInterval(heartbeat);
      pending = undefined;
      await writing;
      clearTimeout(timer);
      await runPool.end();
    },
  };
}
