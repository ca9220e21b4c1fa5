import pg from 'pg';

export interface Pools {
  readonly app: pg.Pool;
  readonly portal: pg.Pool;
  readonly tiles: pg.Pool;
}

export interface PoolUrls {
  readonly app: string;
  readonly portal: string;
  readonly tiles: string;
}

/** Time limits per role, ms (research: portal 3 s, tiles 2 s, officers 15 s). The importer lifts its own. */
const LIMITS = { app: 15_000, portal: 3_000, tiles: 2_000 } as const;

function openPool(url: string, role: keyof Pools, max: number, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: `diaba-${role}`,
    max,
    statement_timeout: LIMITS[role],
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 30_000,
    connectionTimeoutMillis: 5_000,
    // What is asked at once is sent at once: one turn instead of one for each statement (transaction.ts).
    pipeline: role === 'app',
  });
  // An idle connection that PostgreSQL closes (restart, kill) is reported here; without a listener it ends the process.
  pool.on('error', onError);
  return pool;
}

/** One pool per role; the pool opens connections when asked and replaces lost ones. */
export function openPools(urls: PoolUrls, onError: (error: Error) => void): Pools {
  return {
    app: openPool(urls.app, 'app', 10, onError),
    portal: openPool(urls.portal, 'portal', 10, onError),
    tiles: openPool(urls.tiles, 'tiles', 12, onError),
  };
}

/**
 * Connections of one purpose under its name, like those of another pool: what a run of a worker holds can be told from all
 * else, and nobody waits for a connection that he himself keeps busy.
 */
export function openNamedPool(like: pg.Pool, name: string, max: number, options?: string): pg.Pool {
  const pool = new pg.Pool({ ...like.options, application_name: name, max, ...(options ? { options } : {}) });
  // A connection that was lost or fenced off while idle: the next query opens another, or says what is wrong.
  pool.on('error', () => undefined);
  return pool;
}

/**
 * Connections of a run of the pipeline, under its name. Should its process be gone without a word, PostgreSQL notices within a second and ends
 * what it was asking, which can take minutes.
 */
export const openRunPool = (like: pg.Pool, run: string): pg.Pool =>
  openNamedPool(like, run, 4, '-c client_connection_check_interval=1000');

export async function closePools(pools: Pools): Promise<void> {
  await Promise.all([pools.app.end(), pools.portal.end(), pools.tiles.end()]);
}
