import { inTransaction } from '../../../server/db/kit/transaction.ts';
import { findBoundaryPromotion } from '../../../server/db/promotion/boundary-promotion.ts';
import { listBoundaryUnits } from '../../../server/db/reference/boundary-units.ts';
import { promoteBoundaries } from '../../../server/registry/dealing/promotion/promote-boundaries.ts';
import { union } from '../../convert/projection/decide-boundary-projection.ts';
import type { Extent } from '../../convert/projection/decide-projection.ts';
import { checkBoundaries } from '../../validate/registry/check-boundaries.ts';
import type { StartImport } from '../import-stages.ts';

/** Viet Nam on the mainland (area of use of EPSG:4756), for a registry that knows of no unit yet where it lies. */
const VIET_NAM: Extent = { minLon: 102.1, minLat: 8.3, maxLon: 109.6, maxLat: 23.4 };

/** Boundaries of many communes: reference data, which no dealing changes and nobody decides about record by record. */
export const startBoundaries: StartImport = async ({ pool, actor }) => ({
  commune: null,
  findings: [],
  /** The units of the batch's day, and the ground of all of them together. */
  async findGround(batchId) {
    const units = await inTransaction(pool, actor, (trx) => listBoundaryUnits(trx, batchId));
    const extents = units.flatMap(({ extent }) => (extent ? [extent] : []));
    return { ground: extents.length > 0 ? union(extents) : VIET_NAM, communes: [], units };
  },
  check: checkBoundaries,
  async carryOver() {},
  async promote(trx, batchId) {
    await promoteBoundaries(trx, batchId, actor.id);
  },
  findPromotion: async (trx, { batchId }) => (await findBoundaryPromotion(trx, batchId)) ?? null,
});
