import { raiseNextNumbers } from '../../../db/dealing/numbers.ts';
import {
  insertHolders,
  insertParcels,
  insertParcelVersions,
  insertPurposes,
  insertSheets,
  insertVisibility,
  refreshStatistics,
} from '../../../db/promotion/promotion.ts';
import { judgeBatch } from '../../batch/judge-batch.ts';
import { publishAddresses } from '../../register/publish-addresses.ts';
import type { BatchKind } from '../dealing-kind-interface.ts';
import { keepProposal } from '../proposal/keep-proposal.ts';

/**
 * Every valid and warned record of a batch becomes a registered parcel, or none. The checks against the register run at each
 * plan, because the world moved since; the database refuses overlaps and taken numbers by itself, whatever this code does.
 */
export const IMPORT_PROMOTION: BatchKind<'import_promotion'> = {
  kind: 'import_promotion',
  actions: { proposed: 'batch.proposed', registered: 'batch.promoted' },
  async plan(trx, { batch: { batchId }, verdicts }) {
    const { registrable, heldUp } = await judgeBatch(trx, batchId, verdicts);
    return { changed: registrable, facts: { parcels: registrable }, stopped: heldUp };
  },
  keep: (trx, dealingId, subject) => keepProposal(trx, dealingId, subject, 'promotion'),
  async register(trx, dealingId, { batch: { batchId, sourceSha256 }, communeCode, initialLoad }, plan) {
    await insertSheets(trx, batchId);
    const parcels = await insertParcels(trx, batchId, dealingId);
    const versions = await insertParcelVersions(trx, batchId, dealingId);
    if (parcels !== plan.changed || versions !== parcels) {
      throw new Error(`batch ${batchId}: ${plan.changed} records to promote, ${parcels} parcels, ${versions} versions`);
    }
    await publishAddresses(trx, communeCode, dealingId);
    await refreshStatistics(trx, parcels);
    await insertPurposes(trx, batchId);
    await insertVisibility(trx, batchId, dealingId);
    await insertHolders(trx, batchId, dealingId);
    await raiseNextNumbers(trx, dealingId);
    return { changed: parcels, facts: { parcels, initialLoad, sourceSha256 } };
  },
  onBatch: (dealingId) => ({ proposed: {}, registered: { promotionDealingId: dealingId } }),
};
