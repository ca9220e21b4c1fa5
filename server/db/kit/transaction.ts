import type pg from 'pg';
import type { Actor } from '../../domain/actor.ts';
import { prepared } from './prepared.ts';

/**
 * For whom a transaction reads and writes: of an actor, what row-level security asks. Its id is a person's, or a name of ours
 * such as import-cli.
 */
export type Scope = Pick<Actor, 'id' | 'communes'>;

/** A connection inside a transaction. Functions that write take it first; nobody but {@link inTransaction} opens one. */
export type Trx = pg.PoolClient & { readonly inTransaction: unique symbol };

/**
 * Runs `work` in one transaction in a scope. The settings are local to the transaction, so a pooled connection carries
 * nothing to the next request. Rolls back on any error.
 */
export async function inTransaction<T>(pool: pg.Pool, scope: Scope, work: (trx: Trx) => Promise<T>): Promise<T> {
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
    await client.query(
      prepared("select set_config('diaba.actor', $1, true), set_config('diaba.communes', $2, true)", [
        scope.id,
        scope.communes === '*' ? '*' : scope.communes.join(','),
      ]),
    );
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
