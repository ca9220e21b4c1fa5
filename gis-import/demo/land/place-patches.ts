/** Where the villages and hills of a sheet lie. */

import type { Random } from '../file/random.ts';
import type { SheetKind } from '../sheet/sheet-plan.ts';
import type { Patch } from './landscape.ts';
import type { Point } from './planar-mesh.ts';
import { longAxis, ringArea, ringCentroid } from './ring-measure.ts';

/** Radius of a patch as a share of the sheet's side, and how far off the middle it may lie. */
const PATCHES: Record<SheetKind, { kind: Patch['kind']; radius: number; off: number }[]> = {
  village: [{ kind: 'village', radius: 0.66, off: 0.06 }],
  mixed: [
    { kind: 'village', radius: 0.27, off: 0.26 },
    { kind: 'village', radius: 0.2, off: 0.3 },
  ],
  paddy: [],
  hill: [
    { kind: 'village', radius: 0.14, off: 0.3 },
    { kind: 'hill', radius: 0.52, off: 0.16 },
  ],
};

/** The patches of one sheet, given its outer ring; the first that holds a point decides. */
export function placePatches(random: Random, ring: readonly Point[], sheet: SheetKind): Patch[] {
  const [x, y] = ringCentroid(ring);
  const side = Math.sqrt(ringArea(ring));
  const { axis } = longAxis(ring);
  const turn = random.chance(0.5) ? 1 : -1;
  return PATCHES[sheet].map(({ kind, radius, off }, i) => {
    const along = (i % 2 === 0 ? turn : -turn) * off * random.between(0.7, 1.1) * side;
    const across = random.between(-0.5, 0.5) * off * side;
    return {
      kind,
      radius: radius * side,
      centre: [x + axis[0] * along - axis[1] * across, y + axis[1] * along + axis[0] * across],
    };
  });
}
