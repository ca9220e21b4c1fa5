import type pg from 'pg';
import { listFetches } from '../../db/layer/fetches.ts';
import { listArrivals } from '../../db/layer/layer-arrivals.ts';
import { type ListedLayer, listLayerRows } from '../../db/layer/layer-list.ts';
import { listFindings } from '../../db/staging/batch-report.ts';
import { type Actor, hasRole } from '../../domain/actor.ts';
import { isBatch } from '../../domain/batch/batch-state.ts';
import type { LayerArrival, LayerList, StaffLayer } from '../../domain/contract/layers.ts';
import { editionSteps, LAYER_BRINGERS } from '../../domain/layer/edition-step.ts';
import { asStaff } from '../kit/as-staff.ts';

/** A layer as one person sees it: what he may do, and not who brought what. */
export const describeLayer = (layer: ListedLayer, actor: Actor): StaffLayer => ({
  ...layer,
  editions: layer.editions.map(({ proposedBy, ...edition }) => ({
    ...edition,
    own: proposedBy === actor.id,
    allowed: editionSteps({ ...edition, proposedBy }, actor),
  })),
});

/** Every layer with its editions, those with one that waits first, and files that became none. */
export const listLayers = (pool: pg.Pool, actor: Actor, sources: readonly string[]): Promise<LayerList> =>
  // A layer is of no commune, and neither are the files it comes from; no person is in what is told of them.
  asStaff(pool, { ...actor, communes: '*' }, async (trx) => {
    const arrivals: LayerArrival[] = [];
    for (const { createdBy, ...row } of await listArrivals(trx)) {
      const findings = isBatch(row.status, 'unread') ? [] : await listFindings(trx, row.batchId);
      arrivals.push({ ...row, own: createdBy === actor.id, findings });
    }
    return {
      items: (await listLayerRows(trx, null)).map((layer) => describeLayer(layer, actor)),
      arrivals,
      fetches: (await listFetches(trx)).map(({ askedBy, pages: _, ...row }) => ({ ...row, own: askedBy === actor.id })),
      sources: [...sources],
      mayBring: hasRole(actor, LAYER_BRINGERS),
    };
  });
