/** Cuts faces along lines around a centre: the foot of a hill, and the contours above it. */
import { cutFace } from './cut-face.ts';
import { type Landscape, M, M2 } from './landscape.ts';
import { faceRing, type Point } from './planar-mesh.ts';
import { insideRing, ringCentroid } from './ring-measure.ts';
import { type Ring, raggedness, wanderAround } from './wander-around.ts';

/** All pieces of the face that the line around the centre makes; just the face where it does not cross it. */
export function cutAround(land: Landscape, face: number, around: Ring, leastArea: number): number[] {
  const { mesh, random } = land;
  const [x, y] = ringCentroid(faceRing(mesh, face));
  // Begins on the far side, so that the line's two ends lie outside of the face where they can.
  const startAngle = Math.atan2(y - around.centre[1], x - around.centre[0]) + Math.PI;
  const line = wanderAround(random, around, startAngle);
  const pieces = [face];
  for (let i = 0; i < pieces.length && pieces.length < 8; ) {
    const cut = cutFace(mesh, pieces[i]!, line, { leastArea: leastArea * M2, snap: 0.5 * M });
    if (cut) pieces.push(cut.right);
    else i++;
  }
  return pieces;
}

/** Cuts a slope into bands between contours about `spacing` mm apart; null where the summit itself lies in the face. */
export function cutContours(land: Landscape, face: number, centre: Point, spacing: number): number[] | null {
  const ring = faceRing(land.mesh, face);
  if (insideRing(ring, centre)) return null;
  const heights = ring.map(([x, y]) => {
    const [dx, dy] = [x - centre[0], y - centre[1]];
    return Math.hypot(dx, dy) / raggedness(centre, Math.atan2(dy, dx));
  });
  const [inner, outer] = [Math.min(...heights), Math.max(...heights)];
  const bands = Math.max(1, Math.round((outer - inner) / spacing));
  let pieces = [face];
  for (let band = 1; band < bands; band++) {
    const radius = inner + ((outer - inner) * (band + land.random.between(-0.2, 0.2))) / bands;
    const around = { centre, radius, step: 8 * M, amplitude: 2.4 * M };
    pieces = pieces.flatMap((piece) => cutAround(land, piece, around, 450));
  }
  return pieces;
}
