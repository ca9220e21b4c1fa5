/** The work on a batch: queue state, and the lease that says which run may write. The clock is the database's. */
import type pg from 'pg';
import type { WorkErrorCode } from '../../domain/batch/work-error.ts';
import type { Trx } from '../kit/transaction.ts';

/** Notes that a batch waits for a worker; one that failed or ended starts over. */
export async function queueWork(trx: Trx, batchId: string): Promise<void> {
  await trx.query(
    `insert into staging.batch_work (batch_id) values ($1)
     on conflict (batch_id) do update set state = 'queued', attempts = 0, locked_by = null, locked_until = null, stage = null,
       records_done = 0, records_total = 0, last_error = null, queued_at = clock_timestamp(), changed_at = clock_timestamp()
     where staging.batch_work.state in ('done', 'failed')`,
    [batchId],
  );
}

export type Claim =
  | { readonly kind: 'yours'; readonly attempts: number; readonly former: string | null }
  /** Somebody else holds it; or there is nothing left to do. */
  | { readonly kind: 'held' | 'over' };

/** Takes the lease of a batch that waits, or whose last holder let it lapse. */
export async function claimWork(trx: Trx, batchId: string, run: string, seconds: number): Promise<Claim> {
  const { rows } = await trx.query<{ attempts: number; former: string | null }>(
    `with found as (select batch_id, locked_by from staging.batch_work where batch_id = $1
       and (state = 'queued' or (state = 'running' and locked_until < clock_timestamp())) for update)
     update staging.batch_work w set state = 'running', locked_by = $2, locked_until = clock_timestamp() + make_interval(secs => $3),
       attempts = attempts + 1, stage = null, records_done = 0, records_total = 0, changed_at = clock_timestamp()
     from found where w.batch_id = found.batch_id returning w.attempts, found.locked_by as former`,
    [batchId, run, seconds],
  );
  if (rows[0]) return { kind: 'yours', ...rows[0] };
  const { rows: present } = await trx.query<{ state: string }>(
    'select state from staging.batch_work where batch_id = $1',
    [batchId],
  );
  return { kind: present[0]?.state === 'running' || present[0]?.state === 'queued' ? 'held' : 'over' };
}

/**
 * Ends every database connection of a run that lost its lease: a process that was frozen in the middle of a transaction
 * holds rows, and finds on waking that nothing it had begun can be written.
 */
export async function fenceRun(db: pg.Pool | pg.PoolClient, run: string): Promise<void> {
  await db.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and usename = current_user',
    [run],
  );
}

/** Whether the lease still held, and holds on. */
export async function extendLease(trx: Trx, batchId: string, run: string, seconds: number): Promise<boolean> {
  const { rowCount } = await trx.query(
    `update staging.batch_work set locked_until = clock_timestamp() + make_interval(secs => $3)
     where batch_id = $1 and locked_by = $2 and locked_until > clock_timestamp()`,
    [batchId, run, seconds],
  );
  return rowCount === 1;
}

/**
 * The last statement of every write of a run: holds the row, so that nobody takes the lease between here and the commit.
 * False when it is no longer the run's to write.
 */
export async function holdsLease(trx: Trx, batchId: string, run: string): Promise<boolean> {
  // A process frozen exactly here must not keep the row for ever.
  await trx.query("set local idle_in_transaction_session_timeout = '15s'");
  const { rowCount } = await trx.query(
    `select from staging.batch_work where batch_id = $1 and locked_by = $2 and locked_until > clock_timestamp() for update`,
    [batchId, run],
  );
  return rowCount === 1;
}

export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

export async function noteProgress(trx: Trx, batchId: string, run: string, progress: Progress): Promise<void> {
  await trx.query(
    `update staging.batch_work set stage = $3, records_done = $4, records_total = $5, changed_at = clock_timestamp()
     where batch_id = $1 and locked_by = $2 and locked_until > clock_timestamp()`,
    [batchId, run, progress.stage, progress.done, progress.total],
  );
}

export type WorkEnd = {
  readonly state: 'done' | 'queued' | 'failed';
  readonly error: WorkErrorCode | null;
  /** Whether the attempt counts; one that was broken off for a shutdown does not. */
  readonly counts: boolean;
};

/** Gives the lease back. Where the run no longer holds it, nothing changes. */
export async function endWork(trx: Trx, batchId: string, run: string, end: WorkEnd): Promise<boolean> {
  const { rowCount } = await trx.query(
    `update staging.batch_work set state = $3, last_error = $4, attempts = attempts - case when $5 then 0 else 1 end,
       locked_by = null, locked_until = null, changed_at = clock_timestamp()
     where batch_id = $1 and locked_by = $2`,
    [batchId, run, end.state, end.error, end.counts],
  );
  return rowCount === 1;
}

/** Takes a batch from whoever reads it, for good; the run that held it, where one did. */
export async function dropWork(trx: Trx, batchId: string): Promise<string | null> {
  const { rows } = await trx.query<{ run: string | null }>(
    `with held as (select batch_id, locked_by from staging.batch_work where batch_id = $1 for update)
     update staging.batch_work w set state = 'done', locked_by = null, locked_until = null, stage = null, last_error = null,
       changed_at = clock_timestamp()
     from held where w.batch_id = held.batch_id returning held.locked_by as run`,
    [batchId],
  );
  return rows[0]?.run ?? null;
}

/** Name of the connections of a run, by which they can be told from all else and ended together. */
export const runName = (id: string): string => `diaba-run ${id}`;

/** As {@link fenceRun} for the run that holds these bytes, whoever it is: a command line has no lease. */
export async function fenceReader(db: pg.Pool, identity: Buffer): Promise<void> {
  await db.query(
    `select pg_terminate_backend(a.pid) from pg_stat_activity a
     where a.usename = current_user and a.datname = current_database() and a.application_name like $2
       and a.application_name in (
         select h.application_name from pg_locks l join pg_stat_activity h using (pid)
         where l.locktype = 'advisory' and l.granted and l.objsubid = 1 and h.datname = current_database()
           and (l.classid::bigint << 32 | l.objid::bigint) = $1::bigint)`,
    [identity.readBigInt64BE(0).toString(), runName('%')],
  );
}

/** State of the work, held until the transaction ends; undefined for a batch that no worker was asked for. */
export async function lockWork(trx: Trx, batchId: string): Promise<{ state: string } | undefined> {
  const { rows } = await trx.query<{ state: string }>(
    'select state from staging.batch_work where batch_id = $1 for update',
    [batchId],
  );
  return rows[0];
}
