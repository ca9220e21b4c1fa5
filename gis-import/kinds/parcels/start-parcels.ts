import { findPromotion } from '../../../server/db/promotion/promotion.ts';
import type { Finding } from '../../../server/domain/finding/finding.ts';
import { dayOf } from '../../../server/domain/legal-day.ts';
import { carryOverDecisions } from '../../../server/registry/batch/carry-decisions.ts';
import { promoteBatch } from '../../../server/registry/dealing/promotion/promote-batch.ts';
import {
  CommuneUnresolved,
  type ResolvedCommune,
  resolveCommune,
} from '../../../server/registry/search/resolve-commune.ts';
import { checkBatch } from '../../validate/registry/check-batch.ts';
import type { StartImport } from '../import-stages.ts';

/** Parcels of one commune: what they become is registered by a dealing. */
export const startParcels: StartImport = async ({ pool, actor }, options) => {
  if (options.commune === null) throw new RangeError('parcels need the commune they lie in');
  const commune = await resolveCommune(pool, options.commune, options.at, dayOf(new Date()));
  return {
    commune,
    findings: commune.mapped ? [mappedToSuccessor(commune)] : [],
    findGround: async () => ({ ground: extentOf(commune), communes: commune.codes, units: [] }),
    check: (trx, batchId, verdicts) => checkBatch(trx, batchId, commune.extent, verdicts),
    carryOver: (trx, batchId, verdicts) => carryOverDecisions(trx, actor.id, batchId, verdicts),
    async propose() {},
    async promote(trx, batchId, verdicts, entered) {
      // Only parcels that touch no current one.
      const actors = { proposedBy: actor.id, approvedBy: actor.id, initialLoad: true, entered };
      await promoteBatch(trx, batchId, actors, verdicts);
    },
    findPromotion: async (trx, { promotionDealingId }) =>
      promotionDealingId === null ? null : ((await findPromotion(trx, promotionDealingId)) ?? null),
  };
};

function extentOf({ commune: { code }, extent }: ResolvedCommune) {
  if (extent) return extent;
  throw new CommuneUnresolved('commune.extent_unknown', `Where commune ${code} lies is not known.`, { commune: code });
}

const mappedToSuccessor = ({ unit, commune }: ResolvedCommune): Finding => ({
  code: 'commune.mapped_to_successor',
  recordNo: null,
  detail: { claimed: unit.code, commune: commune.code },
});
