import { endParcels, endRights, listBuiltUpon } from '../../../db/promotion/reversal.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import type { BatchKind } from '../dealing-kind-interface.ts';
import { keepProposal } from '../proposal/keep-proposal.ts';

const MOST_NAMED = 20;

/** Takes a promotion back whole: its parcels become historic and its rights end by the reversing dealing. Nothing is deleted. */
export const IMPORT_REVERSAL: BatchKind<'import_reversal'> = {
  kind: 'import_reversal',
  actions: { proposed: 'batch.reversal_proposed', registered: 'batch.reversed' },
  /** Only while nothing later stands on it. Throws batch.built_upon with the parcels. */
  async plan(trx, { batch: { batchId, status, promotionDealingId: reverses } }) {
    if (reverses === null) throw new Error(`batch ${batchId} was promoted by no dealing`);
    const parcels = await listBuiltUpon(trx, reverses, MOST_NAMED);
    if (parcels.length > 0) {
      const errors = parcels.map((id) => ({ field: 'parcelId', message: id }));
      throw new Problem('batch.built_upon', { state: status, errors });
    }
    return { changed: 1, facts: { reverses }, stopped: false };
  },
  keep: (trx, dealingId, subject) => keepProposal(trx, dealingId, subject, 'reversal'),
  async register(trx, dealingId, { batch: { batchId, promotionDealingId: reverses } }) {
    if (reverses === null) throw new Error(`batch ${batchId} was promoted by no dealing`);
    const parcels = await endParcels(trx, reverses, dealingId);
    const rights = await endRights(trx, reverses, dealingId);
    return { changed: parcels, facts: { reverses, parcels, rights } };
  },
  onBatch: (_dealingId, note) => ({ proposed: note === null ? {} : { reason: note }, registered: {} }),
};
