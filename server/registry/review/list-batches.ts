import type pg from 'pg';
import { listBatchRows } from '../../db/review/batch-list.ts';
import { batchList } from '../../db/review/batch-order.ts';
import type { Actor } from '../../domain/actor.ts';
import { readSort } from '../../domain/batch/batch-list-order.ts';
import type { BatchSummary } from '../../domain/contract/batch/batch-shapes.ts';
import type { listBatches as door } from '../../domain/contract/batch/batches.ts';
import type { Asked } from '../../domain/contract/contract.ts';
import { asStaff } from '../kit/as-staff.ts';
import { type OrderedPage, readOrdered } from '../lists/read-ordered.ts';
import { summarise } from './describe-batch.ts';

const DEFAULT_LIMIT = 50;

/** Batches of the actor's communes, newest first or as asked. */
export function listBatches(
  pool: pg.Pool,
  actor: Actor,
  asked: Asked<typeof door>['query'],
): Promise<Omit<OrderedPage, 'ids'> & { items: BatchSummary[] }> {
  const { column, descending } = readSort(asked.sort ?? '-created');
  const filter = {
    state: asked.state,
    commune: asked.commune,
    sheet: asked.sheet,
    owner: asked.owner,
    of: asked.mine === 'true' ? actor.id : undefined,
    words: asked.q?.normalize('NFC').trim() || undefined,
    queue: asked.queue,
    me: actor.id,
  };
  return asStaff(pool, actor, async (trx) => {
    const { ids, ...page } = await readOrdered(trx, batchList(filter, column, descending), asked, {
      of: `batches ${actor.id}`,
      limit: asked.limit ?? DEFAULT_LIMIT,
    });
    return { items: (await listBatchRows(trx, ids)).map(summarise), ...page };
  });
}
