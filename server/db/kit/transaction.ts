import type pg from 'pg';
import type { Actor } from '../../domain/actor.ts';
import { prepared } from './prepared.ts';
import { type Answers, sendTogether } from './send-together.ts';

/**
 * For whom a transaction reads and writes: of an actor, what row-level security asks. Its id is a person's, or a name of ours
 * such as import-cli.
 */
export type Scope = Pick<Actor, 'id' | 'communes'>;

/** A connection inside a transaction. Functions that write take it first; nobody but {@link inTransaction} and {@link lookTogether} opens one. */
export type Trx = pg.PoolClient & { readonly inTransaction: unique symbol };

const settings = (scope: Scope) =>
  prepared("select set_config('diaba.actor', $1, true), set_config('diaba.communes', $2, true)", [
    scope.id,
    scope.communes === '*' ? '*' : scope.communes.join(','),
  ]);

/**
 * Runs `work` in one transaction in a scope. The settings are local to the transaction, so a pooled connection carries
 * nothing to the next request. Rolls back on any error.
 */
export async function inTransaction<T>(pool: pg.Pool, scope: Scope, work: (trx: Trx) => Promise<T>): Promise<T> {
  return withConnection(pool, async (client) => {
    // Should the first fail, the settings are nobody's: they hold for no longer than their own statement.
    await sendTogether(client, () => [client.query('begin'), client.query(settings(scope))]);
    const result = await work(client as Trx);
    await client.query('commit');
    return result;
  });
}

/**
 * Reads in one transaction in a scope what can be asked without knowing an answer, and sends all of it in one turn, from `begin` to `commit`. `ask` begins
 * its questions and gives them back without waiting for one; what it asked later than that would be outside of the transaction, and is refused.
 */
export async function lookTogether<T extends readonly Promise<unknown>[]>(
  pool: pg.Pool,
  scope: Scope,
  ask: (trx: Trx) => readonly [...T],
): Promise<Answers<T>> {
  return withConnection(pool, async (client) => {
    let isOpen = true;
    const query = (...asked: Parameters<pg.PoolClient['query']>) => {
      if (!isOpen) throw new Error('asked when all was sent: what waits for an answer needs a transaction of its own');
      return client.query(...asked);
    };
    const [, , answers] = await sendTogether(client, () => {
      // Nothing is written here: should `begin` fail, what follows sees no row, and its failure is the answer.
      const opened = [client.query('begin read only'), client.query(settings(scope))] as const;
      const asked = ask(Object.create(client, { query: { value: query } }) as Trx);
      isOpen = false;
      const closed = client.query('commit');
      return [...opened, sendTogether(client, () => asked), closed] as const;
    });
    return answers;
  });
}

async function withConnection<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // Between two queries a lost connection is only an event, and without a listener it would end the process; the next
  // query fails anyway.
  const noteLoss = (error: Error) => {
    broken = error;
  };
  client.on('error', noteLoss);
  try {
    return await work(client);
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
  await trx.query(
    prepared("select set_config('statement_timeout', $1, true), set_config('lock_timeout', $2, true)", [
      limits.statement,
      limits.lock,
    ]),
  );
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
