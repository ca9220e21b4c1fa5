import type pg from 'pg';
import type { Actor } from '../../domain/actor.ts';
import type { BatchDetail } from '../../domain/contract/batch/batch-shapes.ts';
import { asStaff } from '../kit/as-staff.ts';
import { describeBatch } from './describe-batch.ts';

/** One batch, with the steps that are the actor's to take. Throws batch.not_found. */
export const getBatch = (pool: pg.Pool, actor: Actor, batchId: string): Promise<BatchDetail> =>
  asStaff(pool, actor, (trx) => describeBatch(trx, batchId, actor));
