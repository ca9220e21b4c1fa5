import pg from 'pg';
import { databaseProblem } from './database-problem.ts';

/** Advisory locks of one connection, however many: a connection each would empty the pool. */
export interface SessionLocks {
  /** Whether the lock is ours now. Never waits. One holder per key in a process is the caller's affair. */
  tryLock(key: bigint): Promise<boolean>;
  unlock(key: bigint): Promise<void>;
  close(): Promise<void>;
}

/** `onLost`: the connection broke, and with it every lock that was held. */
export function openSessionLocks(pool: pg.Pool, onLost: () => void): SessionLocks {
  let opening: Promise<pg.Client> | undefined;
  /** A connection takes one query at a time. */
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined); // its caller hears of it
    return mine.catch((error: unknown) => {
      throw databaseProblem(error);
    });
  }

  async function open(): Promise<pg.Client> {
    const client = new pg.Client({ ...pool.options, application_name: 'diaba-locks', keepAlive: true });
    let known = true;
    const drop = () => {
      if (!known) return;
      known = false;
      opening = undefined;
      onLost();
    };
    client.on('error', drop);
    client.on('end', drop);
    await client.connect();
    return client;
  }
  function connection(): Promise<pg.Client> {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  }
  return {
    tryLock: (key) =>
      inTurn(async () => {
        const client = await connection();
        const sql = 'select pg_try_advisory_lock($1) as got';
        const { rows } = await client.query<{ got: boolean }>(sql, [key.toString()]);
        return rows[0]?.got === true;
      }),
    unlock: (key) =>
      inTurn(async () => {
        // After a loss nothing is held any more.
        const client = await opening;
        await client?.query('select pg_advisory_unlock($1)', [key.toString()]);
      }),
    async close() {
      const client = await opening?.catch(() => undefined); // it never opened
      opening = undefined;
      await client?.end();
    },
  };
}
