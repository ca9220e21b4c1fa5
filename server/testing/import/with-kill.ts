import type pg from 'pg';

type Client = pg.PoolClient & { processID: number };
type Query = (...args: unknown[]) => Promise<unknown>;

/** Whether the backend dies at this statement of a transaction (counted from 1): before it, or after it, answer lost. */
export type KillAt = (statement: number, text: string) => 'before' | 'after' | null;

/** The words of a statement, however it is asked: as text, planned once, or as a cursor or a copy. */
function textOf(asked: unknown): string {
  if (typeof asked === 'string') return asked;
  return typeof asked === 'object' && asked !== null && 'text' in asked ? String(asked.text) : '';
}

/**
 * Runs `work` while transactions over this pool count their statements and lose their backend where `killAt` says so.
 * Gives what `work` gave, and how many statements there were.
 */
export async function withKill<T>(
  pool: pg.Pool,
  kill: (processId: number) => Promise<unknown>,
  killAt: KillAt,
  work: () => Promise<T>,
): Promise<{ result: T; statements: number }> {
  const connect = pool.connect.bind(pool);
  let statements = 0;
  async function connectMortal(): Promise<Client> {
    const client = (await connect()) as Client;
    const query = client.query.bind(client) as Query;
    const release = client.release.bind(client);
    const mortal: Query = async (...args) => {
      statements += 1;
      const moment = killAt(statements, textOf(args[0]));
      if (moment === 'before') await kill(client.processID);
      const result = await query(...args);
      if (moment === 'after') {
        await kill(client.processID);
        throw new Error('Connection terminated unexpectedly');
      }
      return result;
    };
    Object.assign(client, {
      query: mortal,
      release(error?: Error | boolean) {
        Object.assign(client, { query, release });
        release(error);
      },
    });
    return client;
  }
  // A pool's own query() connects with a callback: only transactions are counted.
  Object.assign(pool, { connect: (callback?: never) => (callback ? connect(callback) : connectMortal()) });
  try {
    return { result: await work(), statements };
  } finally {
    Object.assign(pool, { connect });
  }
}
