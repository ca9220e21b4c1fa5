import type pg from 'pg';

/** Who acts, and for which communes; row-level security reads it from the transaction. */
export interface Actor {
  /** Subject of the identity provider, or a name of ours such as import-cli. */
  readonly id: string;
  /** Commune codes, or '*'. */
  readonly communes: readonly string[] | '*';
}

/** A connection inside a transaction. Functions that write take it first; nobody but {@link inTransaction} opens one. */
export type Trx = pg.PoolClient & { readonly inTransaction: unique symbol };

/**
 * Runs `work` in one transaction as `actor`. The settings are local to the transaction, so a pooled connection carries
 * nothing to the next request. Rolls back on any error.
 */
export async function inTransaction<T>(pool: pg.Pool, actor: Actor, work: (trx: Trx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // Between two queries a lost connection is only an event, and without a listener it would end the process; the next
  // query fails anyway.
  const noteLoss = (error: Error) => {
    broken = error;
  };
  client.on('error', noteLoss);
  try {
    await client.query('begin');
    await client.query("select set_config('diaba.actor', $1, true), set_config('diaba.communes', $2, true)", [
      actor.id,
      actor.communes === '*' ? '*' : actor.communes.join(','),
    ]);
    const result = await work(client as Trx);
    await client.query('commit');
    return result;
  } catch (error) {
    broken ??= await rollBack(client);
    throw error;
  } finally {
    client.off('error', noteLoss);
    client.release(broken);
  }
}

/** For work that nobody waits for at a page: other limits than the pool's (PostgreSQL durations, '0' = none), to its end. */
export async function limitTime(
  trx: Trx,
  limits: { readonly statement: string; readonly lock: string },
): Promise<void> {
  await trx.query("select set_config('statement_timeout', $1, true), set_config('lock_timeout', $2, true)", [
    limits.statement,
    limits.lock,
  ]);
}

/** A connection that cannot even roll back is thrown away; the first error is the one that counts. */
async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
