import { union } from '../convert/projection/decide-boundary-projection.ts';
import type { Extent } from '../convert/projection/decide-projection.ts';

/** Viet Nam on the mainland (area of use of EPSG:4756), for a registry that knows of no unit yet where it lies. */
const VIET_NAM: Extent = { minLon: 102.1, minLat: 8.3, maxLon: 109.6, maxLat: 23.4 };

/** The ground of all units together. */
export function groundOfUnits(units: readonly { readonly extent: Extent | null }[]): Extent {
  const extents = units.flatMap(({ extent }) => (extent ? [extent] : []));
  return extents.length > 0 ? union(extents) : VIET_NAM;
}
