import { inTransaction } from '../../../server/db/kit/transaction.ts';
import { findEditionPromotion } from '../../../server/db/layer/editions.ts';
import { listBoundaryUnits } from '../../../server/db/reference/boundary-units.ts';
import { loadEdition } from '../../../server/registry/layer/load-edition.ts';
import { checkLayer } from '../../validate/registry/check-layer.ts';
import { groundOfUnits } from '../ground-of-units.ts';
import type { StartImport } from '../import-stages.ts';

/** A thematic layer: what lies around land, in editions. No parcel changes, so there is no dealing. */
export const startLayers: StartImport = async ({ pool, actor }, options) => {
  if (!options.layer) throw new RangeError('a layer needs to be told apart');
  return {
    commune: null,
    findings: [],
    async findGround(batchId) {
      const units = await inTransaction(pool, actor, (trx) => listBoundaryUnits(trx, batchId));
      return { ground: groundOfUnits(units), communes: [], units: [] };
    },
    check: checkLayer,
    async carryOver() {},
    async propose(trx, { batchId, createdBy }) {
      await loadEdition(trx, batchId, createdBy, false);
    },
    async promote(trx, batchId) {
      await loadEdition(trx, batchId, actor.id);
    },
    findPromotion: async (trx, { batchId }) => (await findEditionPromotion(trx, batchId)) ?? null,
  };
};
