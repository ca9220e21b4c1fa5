import type pg from 'pg';
import type { Answers } from '../../db/kit/send-together.ts';
import { inTransaction, lookTogether, type Trx } from '../../db/kit/transaction.ts';
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

/** Reads in the scope of the actor, in one turn, what can be asked without knowing an answer ({@link lookTogether}). */
export async function lookAsStaff<T extends readonly Promise<unknown>[]>(
  pool: pg.Pool,
  actor: Actor,
  ask: (trx: Trx) => readonly [...T],
): Promise<Answers<T>> {
  try {
    return await lookTogether(pool, actor, ask);
  } catch (error) {
    throw staffProblem(error);
  }
}
