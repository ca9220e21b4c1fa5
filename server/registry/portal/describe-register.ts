import type { Pools } from '../../db/kit/pools.ts';
import { findExampleParcel, findRegistrationSpan } from '../../db/portal/front.ts';
import { findDataExtent } from '../../db/register/data-extent.ts';
import { dayOf } from '../../domain/legal-day.ts';

/** What a first page says of the register: how fresh it is, since when, where it lies, and what one could ask. */
export interface RegisterDescription {
  /** ISO moment of the last registration; null while nothing is registered. */
  readonly dataAsOf: string | null;
  /** Day of the first registration, `YYYY-MM-DD`; null while nothing is registered. */
  readonly firstDay: string | null;
  /** Degrees; null while nothing is registered. */
  readonly extent: readonly [west: number, south: number, east: number, north: number] | null;
  readonly examples: readonly string[];
}

/** Describes the register for a page. */
export async function describeRegister(pools: Pick<Pools, 'portal' | 'tiles'>): Promise<RegisterDescription> {
  const [span, extent, parcel] = await Promise.all([
    findRegistrationSpan(pools.portal),
    findDataExtent(pools.tiles),
    findExampleParcel(pools.portal),
  ]);
  return {
    dataAsOf: span.last?.toISOString() ?? null,
    firstDay: span.first === null ? null : dayOf(span.first),
    extent,
    examples: parcel
      ? [`tờ ${parcel.sheet} thửa ${parcel.no}`, `thửa ${parcel.no}, ${parcel.commune}`, parcel.commune]
      : [],
  };
}
