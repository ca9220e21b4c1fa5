/** A pond inside a garden: the garden gets an inner ring, the pond is a parcel of its own. */

import type { Random } from '../file/random.ts';
import { M } from './landscape.ts';
import { addIsland, faceRing, type PlanarMesh, type Point } from './planar-mesh.ts';
import { insideRing, ringCentroid } from './ring-measure.ts';

const distanceToRing = (ring: readonly Point[], [x, y]: Point): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[(i + 1) % ring.length]!;
    const [dx, dy] = [bx - ax, by - ay];
    const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
    least = Math.min(least, Math.hypot(x - ax - dx * t, y - ay - dy * t));
  }
  return least;
};

/** The pond's face, or null where the parcel is too narrow for one. */
export function addIslandPond(mesh: PlanarMesh, random: Random, face: number): number | null {
  const ring = faceRing(mesh, face);
  const centre = ringCentroid(ring);
  const room = insideRing(ring, centre) ? distanceToRing(ring, centre) : 0;
  if (room < 6.5 * M) return null;
  const radius = room * random.between(0.5, 0.68);
  const points = random.integer(11, 19);
  const pond = Array.from({ length: points }, (_, i): Point => {
    const angle = (2 * Math.PI * (i + random.between(-0.2, 0.2))) / points;
    const r = radius * random.between(0.9, 1.1);
    return [centre[0] + r * Math.cos(angle), centre[1] + r * Math.sin(angle)];
  });
  return addIsland(mesh, face, pond);
}
