/** Lays a road, canal or stream through a face: two lines, and the strip between them as a face of its own. */

import type { Random } from '../file/random.ts';
import { type CutRules, cutFace, type Pieces } from './cut-face.ts';
import { faceRing, type PlanarMesh, type Point } from './planar-mesh.ts';
import { extentAlong, limitForShare, ringArea } from './ring-measure.ts';
import { offsetLine, type Wander, wanderLine } from './wander-line.ts';

interface CorridorPieces extends Pieces {
  /** The strip, or null where only a plain boundary could be drawn. */
  corridor: number | null;
}

/** Draws a wandering line across a face so that `share` of its area lies below it along `across`. */
export function lineAcross(
  random: Random,
  ring: readonly Point[],
  across: Point,
  share: number,
  wander: Wander,
): Point[] {
  const direction: Point = [across[1], -across[0]];
  const limit = limitForShare(ring, across, share);
  const { low, high } = extentAlong(ring, direction);
  const middle = (low + high) / 2;
  const through: Point = [across[0] * limit + direction[0] * middle, across[1] * limit + direction[1] * middle];
  return wanderLine(random, through, direction, (high - low) / 2 + 4 * wander.amplitude + 20_000, wander);
}

/** Cuts a corridor of `width` mm along `line` (its middle). Null where the face cannot be cut there. */
export function cutCorridor(
  mesh: PlanarMesh,
  random: Random,
  face: number,
  line: readonly Point[],
  width: number,
  rules: CutRules,
): CorridorPieces | null {
  const first = cutFace(mesh, face, offsetLine(random, line, width / 2, 0.12), rules);
  if (!first) return null;
  const whole = ringArea(faceRing(mesh, first.right));
  const second = cutFace(mesh, first.right, offsetLine(random, line, -width / 2, 0.12), {
    ...rules,
    leastArea: Math.min(rules.leastArea, whole / 50),
  });
  if (!second) return { ...first, corridor: null };
  return { left: first.left, right: second.right, corridor: second.left };
}
