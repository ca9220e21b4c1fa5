/** A pond that lies along a side of a block: a round bite with many surveyed points. */
import { cutFace } from './cut-face.ts';
import { type Landscape, M, M2 } from './landscape.ts';
import { faceRing, type Point } from './planar-mesh.ts';
import { ringArea } from './ring-measure.ts';

/** The two faces, or null where the block has no straight side long enough. */
export function cutPond(land: Landscape, face: number, radius: number): { pond: number; rest: number } | null {
  const { mesh, random } = land;
  const ring = faceRing(mesh, face);
  const sides = ring
    .map((from, i) => ({ from, to: ring[(i + 1) % ring.length]! }))
    .filter(({ from, to }) => Math.hypot(to[0] - from[0], to[1] - from[1]) > 6 * M);
  if (sides.length === 0) return null;
  const { from, to } = random.pick(sides);
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const along: Point = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const share = random.between(0.35, 0.65);
  const centre: Point = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  const [long, deep] = [radius * random.between(0.9, 1.5), radius * random.between(0.8, 1.3)];
  const phase = random.between(0, 6.28);
  const arc: Point[] = [];
  for (let angle = -0.5; angle < Math.PI + 0.5; angle += random.between(0.13, 0.3)) {
    const uneven = 1 + 0.1 * Math.sin(3 * angle + phase) + random.between(-0.03, 0.03);
    const a = long * Math.cos(angle) * uneven;
    const b = deep * (0.35 + Math.sin(angle)) * uneven;
    arc.push([centre[0] + along[0] * a - along[1] * b, centre[1] + along[1] * a + along[0] * b]);
  }
  const cut = cutFace(mesh, face, arc, { leastArea: 60 * M2, snap: 0.5 * M });
  if (!cut) return null;
  // The arc runs counter-clockwise around the pond, which therefore lies on its left.
  const [left, right] = [ringArea(faceRing(mesh, cut.left)), ringArea(faceRing(mesh, cut.right))];
  return left < right ? { pond: cut.left, rest: cut.right } : { pond: cut.right, rest: cut.left };
}
