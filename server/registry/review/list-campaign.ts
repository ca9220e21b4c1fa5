import type pg from 'pg';
import { listBatchRows } from '../../db/review/batch-list.ts';
import { campaignList, listCampaignSeats } from '../../db/staging/campaign.ts';
import type { Actor } from '../../domain/actor.ts';
import { readSort } from '../../domain/batch/batch-list-order.ts';
import type { CampaignRow, listCampaign as door } from '../../domain/contract/batch/campaign.ts';
import type { Asked } from '../../domain/contract/contract.ts';
import { asStaff } from '../kit/as-staff.ts';
import { type OrderedPage, readOrdered } from '../lists/read-ordered.ts';
import { summarise } from './describe-batch.ts';

const DEFAULT_LIMIT = 50;

/** Sheets of the actor's communes, each with the batch that counts for it. */
export function listCampaign(
  pool: pg.Pool,
  actor: Actor,
  asked: Asked<typeof door>['query'],
): Promise<Omit<OrderedPage, 'ids'> & { items: CampaignRow[] }> {
  const { column, descending } = readSort(asked.sort ?? 'commune');
  const { commune, state, sheet, owner } = asked;
  const filter = { commune, state, sheet, owner, words: asked.q?.normalize('NFC').trim() || undefined, me: actor.id };
  return asStaff(pool, actor, async (trx) => {
    const { ids, ...page } = await readOrdered(trx, campaignList(filter, column, descending), asked, {
      of: `campaign ${actor.id}`,
      limit: asked.limit ?? DEFAULT_LIMIT,
    });
    const seats = await listCampaignSeats(trx, ids);
    const batches = await listBatchRows(trx, [...new Set(seats.map(({ batchId }) => batchId))]);
    const byId = new Map(batches.map((row) => [row.id, summarise(row)]));
    const items = seats.flatMap(({ batchId, ...seat }) => {
      const batch = byId.get(batchId);
      return batch ? [{ ...seat, batch }] : [];
    });
    return { items, ...page };
  });
}
