import type { Trx } from './transaction.ts';

/**
 * Runs statements of a transaction and undoes what they did, whatever came of them: rows, locks and messages. What `work` found
 * out stays. Rehearsals do not nest.
 */
export async function rehearse<T>(trx: Trx, work: () => Promise<T>): Promise<T> {
  await trx.query('savepoint rehearsal');
  try {
    return await work();
  } finally {
    await trx.query('rollback to savepoint rehearsal; release savepoint rehearsal');
  }
}
