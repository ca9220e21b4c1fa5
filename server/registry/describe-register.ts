import { findDataExtent } from '../db/data-extent.ts';
import type { Pools } from '../db/pools.ts';
import { findDataMoment } from '../db/portal-parcels.ts';

/** What a first page says of the register: how fresh it is and where it lies (degrees; null while it is empty). */
export interface RegisterDescription {
  readonly dataAsOf: Date | null;
  readonly extent: readonly [west: number, south: number, east: number, north: number] | null;
}

/** Describes the register for a page. */
export async function describeRegister(pools: Pick<Pools, 'portal' | 'tiles'>): Promise<RegisterDescription> {
  const [dataAsOf, extent] = await Promise.all([findDataMoment(pools.portal), findDataExtent(pools.tiles)]);
  return { dataAsOf, extent };
}
