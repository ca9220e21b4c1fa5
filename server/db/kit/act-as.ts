import type pg from 'pg';
import { databaseProblem } from './database-problem.ts';
import { type Actor, inTransaction, type Trx } from './transaction.ts';

/** As {@link inTransaction}, for whoever waits for a reply: failures of the database arrive as problems (503). */
export async function actAs<T>(pool: pg.Pool, actor: Actor, work: (trx: Trx) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(pool, actor, work);
  } catch (error) {
    throw databaseProblem(error);
  }
}
