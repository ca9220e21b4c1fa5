import type pg from 'pg';
import { databaseProblem } from './database-problem.ts';
import { prepared } from './prepared.ts';

/** As {@link queryRows}, by a plan that each connection keeps ({@link prepared}). */
export async function queryPrepared<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  try {
    return (await pool.query<Row>(prepared(text, values))).rows;
  } catch (error) {
    throw databaseProblem(error);
  }
}

/** Runs one statement with bound values. Failures of the database arrive as problems (503), other errors unchanged. */
export async function queryRows<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  try {
    return (await pool.query<Row>(text, [...values])).rows;
  } catch (error) {
    throw databaseProblem(error);
  }
}
