import { endVersions, insertPendingParcels, registerPendingParcels } from '../../../db/dealing/land.ts';
import { listEndedLand } from '../../../db/dealing/reversal.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { listChangedUpon, listPromotedChanges } from '../../../db/promotion/changes.ts';
import { endParcels, endRights, listBuiltUpon } from '../../../db/promotion/reversal.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import type { BatchKind } from '../dealing-kind-interface.ts';
import { keepProposal } from '../proposal/keep-proposal.ts';

const MOST_NAMED = 20;

/** The state before re-surveys, raised anew; what they raised ends first, so that neighbours never lie on each other. How many parcels. */
async function restoreBoundaries(trx: Trx, by: string, resurveys: readonly string[]): Promise<number> {
  const land = [];
  for (const one of resurveys) land.push(...(await listEndedLand(trx, one)));
  await endVersions(
    trx,
    by,
    land.map(({ parcelId }) => parcelId),
  );
  for (const one of land) await insertPendingParcels(trx, by, one.parcelId, [one]);
  if (land.length > 0)
    await registerPendingParcels(trx, by, [], new Map(land.map(({ parcelId, purposes }) => [parcelId, purposes])));
  return land.length;
}

/**
 * Takes a promotion back whole: its parcels become historic and its rights end by the reversing dealing, boundaries that it changed are again
 * what they were. Nothing is deleted.
 */
export const IMPORT_REVERSAL: BatchKind<'import_reversal'> = {
  kind: 'import_reversal',
  actions: { proposed: 'batch.reversal_proposed', registered: 'batch.reversed' },
  /** Only while nothing later stands on it. Throws batch.built_upon with the parcels. */
  async plan(trx, { batch: { batchId, status, promotionDealingId: reverses } }) {
    if (reverses === null) throw new Error(`batch ${batchId} was promoted by no dealing`);
    const changes = await listPromotedChanges(trx, batchId);
    const parcels = [
      ...(await listBuiltUpon(trx, reverses, MOST_NAMED)),
      ...(await listChangedUpon(trx, changes, MOST_NAMED)),
    ];
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
    const restored = await restoreBoundaries(trx, dealingId, await listPromotedChanges(trx, batchId));
    const rights = await endRights(trx, reverses, dealingId);
    const boundaries = restored > 0 ? { restored } : {};
    return { changed: parcels + restored, facts: { reverses, parcels, ...boundaries, rights } };
  },
  onBatch: (_dealingId, note) => ({ proposed: note === null ? {} : { reason: note }, registered: {} }),
};
