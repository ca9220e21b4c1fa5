/** The outer boundary of all faces that belong together: a commune's line is its parcels' outermost line. */
import { OUTSIDE, type PlanarMesh, type Point } from './planar-mesh.ts';
import { ringArea } from './ring-measure.ts';

/** The boundary of the faces whose region is wanted, counter-clockwise, not closed. */
export function unitOutline(mesh: PlanarMesh, wanted: (region: number) => boolean): Point[] {
  const belongs = (h: number) => mesh.face[h] !== OUTSIDE && wanted(mesh.region[mesh.face[h]!]!);
  const onBoundary = (h: number) => belongs(h) && !belongs(h ^ 1);
  const seen = new Set<number>();
  let best: Point[] = [];
  for (let start = 0; start < mesh.origin.length; start++) {
    if (seen.has(start) || !onBoundary(start)) continue;
    const ring: Point[] = [];
    for (let h = start; !seen.has(h); ) {
      seen.add(h);
      ring.push([mesh.x[mesh.origin[h]!]!, mesh.y[mesh.origin[h]!]!]);
      h = mesh.next[h]!;
      while (!onBoundary(h)) h = mesh.next[h ^ 1]!;
    }
    if (best.length === 0 || ringArea(ring) > ringArea(best)) best = ring;
  }
  return best;
}
