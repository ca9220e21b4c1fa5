import { inTransaction } from '../../../server/db/kit/transaction.ts';
import { findBoundaryPromotion } from '../../../server/db/promotion/boundary-promotion.ts';
import { listBoundaryUnits } from '../../../server/db/reference/boundary-units.ts';
import { promoteBoundaries } from '../../../server/registry/dealing/promotion/promote-boundaries.ts';
import { checkBoundaries } from '../../validate/registry/check-boundaries.ts';
import { groundOfUnits } from '../ground-of-units.ts';
import type { StartImport } from '../import-stages.ts';

/** Boundaries of many communes: reference data, which no dealing changes and nobody decides about record by record. */
export const startBoundaries: StartImport = async ({ pool, actor }) => ({
  commune: null,
  findings: [],
  /** The units of the batch's day, and the ground of all of them together. */
  async findGround(batchId) {
    const units = await inTransaction(pool, actor, (trx) => listBoundaryUnits(trx, batchId));
    return { ground: groundOfUnits(units), communes: [], units };
  },
  check: checkBoundaries,
  async carryOver() {},
  async propose() {},
  async promote(trx, batchId) {
    await promoteBoundaries(trx, batchId, actor.id);
  },
  findPromotion: async (trx, { batchId }) => (await findBoundaryPromotion(trx, batchId)) ?? null,
});
