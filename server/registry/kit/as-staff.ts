import type pg from 'pg';
import { inTransaction, type Trx } from '../../db/kit/transaction.ts';
import type { Actor } from '../../domain/actor.ts';
import { staffProblem } from './staff-problem.ts';

/** Reads, or writes, in one transaction in the scope of the actor: row-level security decides what is there. */
export async function asStaff<T>(pool: pg.Pool, actor: Actor, work: (trx: Trx) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(pool, actor, work);
  } catch (error) {
    throw staffProblem(error);
  }
}
