import type pg from 'pg';
import { inTransaction, type Trx } from '../../db/kit/transaction.ts';
import type { Actor } from '../../domain/actor.ts';
import { dealingProblem } from './dealing-problem.ts';

/** Reads in the scope of the actor: row-level security decides what is there. */
export async function readAsStaff<T>(pool: pg.Pool, actor: Actor, read: (trx: Trx) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(pool, actor, read);
  } catch (error) {
    throw dealingProblem(error);
  }
}
