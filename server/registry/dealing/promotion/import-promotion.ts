import { raiseNextNumbers } from '../../../db/dealing/numbers.ts';
import { countResurveyed } from '../../../db/promotion/changes.ts';
import {
  insertHolders,
  insertParcels,
  insertParcelVersions,
  insertPurposes,
  insertSheets,
  insertVisibility,
  refreshStatistics,
} from '../../../db/promotion/promotion.ts';
import { dayOf } from '../../../domain/legal-day.ts';
import { Problem } from '../../../domain/problem/problem.ts';
import { judgeBatch } from '../../batch/judge-batch.ts';
import { publishAddresses } from '../../register/publish-addresses.ts';
import type { BatchKind } from '../dealing-kind-interface.ts';
import { keepProposal } from '../proposal/keep-proposal.ts';
import { registerChanges } from './register-changes.ts';

/**
 * Every valid and warned record of a batch becomes a registered parcel, or the new boundary of one that is registered (docs/adr/0059), or none does. The checks against the register run at each
 * plan, because the world moved since; the database refuses overlaps and taken numbers by itself, whatever this code does.
 */
export const IMPORT_PROMOTION: BatchKind<'import_promotion'> = {
  kind: 'import_promotion',
  actions: { proposed: 'batch.proposed', registered: 'batch.promoted' },
  async plan(trx, { batch: { batchId }, verdicts, initialLoad }) {
    const { registrable, heldUp } = await judgeBatch(trx, batchId, verdicts);
    const resurveyed = await countResurveyed(trx, batchId);
    const facts = { parcels: registrable - resurveyed, ...(resurveyed > 0 ? { resurveyed } : {}) };
    // What changes a registered parcel is for two people at the desk (contract 2).
    return { changed: registrable, facts, stopped: heldUp || (initialLoad && resurveyed > 0) };
  },
  async keep(trx, dealingId, subject, { facts }) {
    const { survey } = subject;
    if ('resurveyed' in facts && (survey === null || survey.date > dayOf(new Date())))
      throw new Problem('proposal.survey_needed');
    await keepProposal(trx, dealingId, subject, 'promotion');
  },
  async register(trx, dealingId, subject, plan) {
    const { batch, communeCode, initialLoad } = subject;
    const { batchId, sourceSha256 } = batch;
    const resurveyed = await registerChanges(trx, dealingId, subject);
    await insertSheets(trx, batchId);
    const parcels = await insertParcels(trx, batchId, dealingId);
    const versions = await insertParcelVersions(trx, batchId, dealingId);
    if (parcels + resurveyed !== plan.changed || versions !== parcels) {
      throw new Error(
        `batch ${batchId}: ${plan.changed} records to promote, ${parcels} parcels, ${versions} versions, ${resurveyed} boundaries`,
      );
    }
    await publishAddresses(trx, communeCode, dealingId);
    await refreshStatistics(trx, parcels);
    await insertPurposes(trx, batchId);
    await insertVisibility(trx, batchId, dealingId);
    await insertHolders(trx, batchId, dealingId);
    await raiseNextNumbers(trx, dealingId);
    const changes = resurveyed > 0 ? { resurveyed } : {};
    return { changed: plan.changed, facts: { parcels, ...changes, initialLoad, sourceSha256 } };
  },
  onBatch: (dealingId) => ({ proposed: {}, registered: { promotionDealingId: dealingId } }),
};
