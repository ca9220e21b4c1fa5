import type pg from 'pg';
import { type ListedLayer, listLayerRows } from '../../db/layer/layer-list.ts';
import type { Actor } from '../../domain/actor.ts';
import type { StaffLayer } from '../../domain/contract/layers.ts';
import { editionSteps } from '../../domain/layer/edition-step.ts';
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

/** Every layer with its editions; those with one that waits come first. */
export const listLayers = (pool: pg.Pool, actor: Actor): Promise<{ items: StaffLayer[] }> =>
  asStaff(pool, actor, async (trx) => ({
    items: (await listLayerRows(trx, null)).map((layer) => describeLayer(layer, actor)),
  }));
