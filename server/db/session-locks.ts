import pg from 'pg';

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
    async tryLock(key) {
      const client = await connection();
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [key.toString()]);
      return rows[0]?.got === true;
    },
    async unlock(key) {
      // After a loss nothing is held any more; and a lock taken since then on a new connection is another holder's.
      const client = await opening;
      await client?.query('select pg_advisory_unlock($1)', [key.toString()]);
    },
    async close() {
      const client = await opening?.catch(() => undefined); // it never opened
      opening = undefined;
      await client?.end();
    },
  };
}
