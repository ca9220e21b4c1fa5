import type pg from 'pg';
import { databaseProblem } from './database-problem.ts';
import { inTransaction, type Scope, type Trx } from './transaction.ts';

/** As {@link inTransaction}, for whoever waits for a reply: failures of the database arrive as problems (503). */
export async function actAs<T>(pool: pg.Pool, scope: Scope, work: (trx: Trx) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(pool, scope, work);
  } catch (error) {
    throw databaseProblem(error);
  }
}
