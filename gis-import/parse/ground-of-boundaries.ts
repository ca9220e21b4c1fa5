import { inTransaction } from '../../server/db/kit/transaction.ts';
import { listBoundaryUnits } from '../../server/db/reference/boundary-units.ts';
import { union } from '../convert/projection/decide-boundary-projection.ts';
import type { Extent } from '../convert/projection/decide-projection.ts';
import type { ImportContext } from '../pipeline.ts';
import type { ParseJob } from './parse-protocol.ts';

/** Viet Nam on the mainland (area of use of EPSG:4756), for a registry that knows of no unit yet where it lies. */
const VIET_NAM: Extent = { minLon: 102.1, minLat: 8.3, maxLon: 109.6, maxLat: 23.4 };

/** Where boundaries may lie: the units of the batch's day, and the ground of all of them together. */
export async function groundOfBoundaries(
  { pool, actor }: ImportContext,
  batchId: string,
): Promise<Pick<ParseJob, 'commune' | 'communes' | 'units'>> {
  const units = await inTransaction(pool, actor, (trx) => listBoundaryUnits(trx, batchId));
  const extents = units.flatMap(({ extent }) => (extent ? [extent] : []));
  return { commune: extents.length > 0 ? union(extents) : VIET_NAM, communes: [], units };
}
