import type pg from 'pg';
import type { Trx } from '../../db/kit/transaction.ts';
import { isBatchVisible } from '../../db/review/batch-list.ts';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { asStaff } from '../kit/as-staff.ts';

/** Reads of one batch. Throws batch.not_found for what is not there or of another commune: the two look alike. */
export function readBatch<T>(pool: pg.Pool, actor: Actor, batchId: string, read: (trx: Trx) => Promise<T>): Promise<T> {
  return asStaff(pool, actor, async (trx) => {
    if (!(await isBatchVisible(trx, batchId))) throw new Problem('batch.not_found');
    return read(trx);
  });
}
