import type pg from 'pg';
import { listRaisedParcels } from '../../db/staging/disputed-ground.ts';
import type { Actor } from '../../domain/actor.ts';
import { readBatch } from './read-batch.ts';

/** Parcels that were registered from a batch: what a taking-back takes off the map. */
export const listBatchParcels = (pool: pg.Pool, actor: Actor, batchId: string): Promise<{ items: string[] }> =>
  readBatch(pool, actor, batchId, async (trx) => ({ items: await listRaisedParcels(trx, batchId) }));
