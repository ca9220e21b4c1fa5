import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import { openNamedPool } from '../db/kit/pools.ts';
import type { Trx } from '../db/kit/transaction.ts';
import { queueWork } from '../db/staging/batch-work.ts';
import type { QueueImport } from '../registry/batch/queue-import.ts';

/** Name of the queue in pg-boss; made by the migration. */
export const IMPORT_QUEUE = 'import';

export interface ImportJob {
  readonly batchId: string;
}

/** The rows of a text, which may be of several statements: pg-boss wants those of all of them, one after another. */
async function rowsOf(query: Promise<pg.QueryResult | pg.QueryResult[]>): Promise<{ rows: pg.QueryResultRow[] }> {
  return { rows: [await query].flat().flatMap((result) => result.rows) };
}

/** Jobs written within a transaction of ours. */
export const jobsIn = (trx: Trx) => ({
  executeSql: (text: string, values?: unknown[]) => rowsOf(trx.query(text, values)),
});

export interface BossOptions {
  /** Whether this process watches over jobs of workers that died. */
  readonly supervise: boolean;
  readonly onError: (error: Error) => void;
}

/** pg-boss over a pool of ours. It changes no schema: that is the migrator's. */
export function createBoss(pool: pg.Pool, { supervise, onError }: BossOptions): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => rowsOf(pool.query(text, values as unknown[])) },
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    supervise,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on('error', (error) => onError(error instanceof Error ? error : new Error(JSON.stringify(error))));
  return boss;
}

export interface ImportQueue {
  /** Queues the reading of a batch, in the transaction that received it: both are there, or neither. */
  readonly queue: QueueImport;
  close(): Promise<void>;
}

/** The sending side of the queue. Asks the database nothing before the first batch. */
export function openImportQueue(pool: pg.Pool, onError: (error: Error) => void): ImportQueue {
  // Of its own: it is asked within transactions that hold the other pool's connections.
  const own = openNamedPool(pool, 'diaba-queue', 2);
  const boss = createBoss(own, { supervise: false, onError });
  let starting: Promise<unknown> | undefined;
  async function start(): Promise<void> {
    starting ??= boss.start();
    try {
      await starting;
    } catch (error) {
      starting = undefined;
      throw error;
    }
  }
  return {
    async queue(trx: Trx, batchId: string) {
      await start();
      await queueWork(trx, batchId);
      const job: ImportJob = { batchId };
      const db = jobsIn(trx);
      // Who asked: the workers keep room for others (start-worker.ts).
      const { rows } = await trx.query<{ actor: string }>("select current_setting('diaba.actor') as actor");
      const group = { id: rows[0]?.actor || 'nobody' };
      const id = await boss.send(IMPORT_QUEUE, job, { db, group });
      if (id === null) throw new Error(`batch ${batchId} could not be queued`);
    },
    async close() {
      if (starting) await boss.stop({ graceful: false, close: false });
      await own.end();
    },
  };
}
