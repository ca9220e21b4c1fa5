/** What the generator carries while it divides the land, and the parcels it has finished. */

import type { Random } from '../file/random.ts';
import type { PlanarMesh, Point } from './planar-mesh.ts';
import { raggedness } from './wander-around.ts';

/** What a finished face is on the ground. */
export type GroundUse =
  | 'river'
  | 'road'
  | 'lane'
  | 'track'
  | 'canal'
  | 'ditch'
  | 'lot'
  | 'garden'
  | 'public'
  | 'pond'
  | 'paddy'
  | 'crop'
  | 'orchard'
  | 'forest'
  | 'cemetery'
  | 'waste';

/** A round patch of ground with a ragged edge; millimetres. */
export interface Patch {
  kind: 'village' | 'hill';
  centre: Point;
  radius: number;
}

export interface Landscape {
  readonly mesh: PlanarMesh;
  readonly random: Random;
  readonly patches: readonly Patch[];
  /** Called once for each face that will not be divided further. */
  readonly finish: (face: number, use: GroundUse) => void;
}

/** Square metres as mm². */
export const M2 = 1e6;
/** Metres as mm. */
export const M = 1000;

/** What kind of country a point lies in. */
export function countryAt(patches: readonly Patch[], [x, y]: Point): 'village' | 'hill' | 'plain' {
  for (const { kind, centre, radius } of patches) {
    const dx = x - centre[0];
    const dy = y - centre[1];
    const angle = Math.atan2(dy, dx);
    if (Math.hypot(dx, dy) < radius * raggedness(centre, angle)) return kind;
  }
  return 'plain';
}
