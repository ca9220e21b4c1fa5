/** Cuts one face of the mesh in two along a free line. */
import { type Crossing, longestRunInside } from './find-crossings.ts';
import { type PlanarMesh, type Point, ringEdges, splitEdge, splitFace } from './planar-mesh.ts';
import { ringArea } from './ring-measure.ts';
import { segmentsMeet } from './segments-meet.ts';

export interface CutRules {
  /** No piece smaller than this, mm². */
  leastArea: number;
  /** A line that ends this near to an existing corner ends in that corner, mm. */
  snap: number;
}

/** The two faces of a cut, as seen along the line. */
export interface Pieces {
  left: number;
  right: number;
}

/** The corner of the ring the line should end in, or null for a new point on the edge. */
const cornerNear = (ring: readonly Point[], crossing: Crossing, snap: number): number | null => {
  let corner: number | null = null;
  let nearest = Math.max(snap, 5);
  for (const j of [crossing.edge, (crossing.edge + 1) % ring.length]) {
    const distance = Math.hypot(ring[j]![0] - crossing.point[0], ring[j]![1] - crossing.point[1]);
    if (distance > nearest) continue;
    nearest = distance;
    corner = j;
  }
  return corner;
};

const innerPoints = (
  line: readonly Point[],
  entry: Crossing,
  exit: Crossing,
  ends: readonly [Point, Point],
  gap: number,
): Point[] => {
  const points: Point[] = [];
  for (let k = Math.ceil(entry.at + 1e-9); k < exit.at; k++) {
    const point: Point = [Math.round(line[k]![0]), Math.round(line[k]![1])];
    if (ends.every((end) => Math.hypot(end[0] - point[0], end[1] - point[1]) > gap)) points.push(point);
  }
  return points;
};

const meetsRing = (chain: readonly Point[], ring: readonly Point[]): boolean => {
  for (let k = 0; k + 1 < chain.length; k++) {
    const [p, q] = [chain[k]!, chain[k + 1]!];
    const [loX, hiX] = p[0] < q[0] ? [p[0], q[0]] : [q[0], p[0]];
    for (let j = 0; j < ring.length; j++) {
      const [a, b] = [ring[j]!, ring[j + 1 === ring.length ? 0 : j + 1]!];
      if ((a[0] < loX && b[0] < loX) || (a[0] > hiX && b[0] > hiX)) continue;
      if (segmentsMeet(p, q, a, b)) return true;
    }
  }
  return false;
};

/** Positions of the two ends once both are corners of the ring, new corners put in where needed. */
const withEnds = (ring: readonly Point[], entry: Crossing, exit: Crossing, snap: number) => {
  const places = [entry, exit].map((crossing) => ({ crossing, corner: cornerNear(ring, crossing, snap) }));
  const added = places
    .filter((place) => place.corner === null)
    .sort((a, b) => a.crossing.edge - b.crossing.edge || along(ring, a.crossing) - along(ring, b.crossing));
  const full: Point[] = [];
  const at = new Map<Crossing, number>();
  for (let j = 0; j < ring.length; j++) {
    for (const place of places) if (place.corner === j) at.set(place.crossing, full.length);
    full.push(ring[j]!);
    for (const place of added)
      if (place.crossing.edge === j) {
        at.set(place.crossing, full.length);
        full.push(place.crossing.point);
      }
  }
  return { full, from: at.get(entry)!, to: at.get(exit)!, added: added.map((place) => place.crossing) };
};

const along = (ring: readonly Point[], { edge, point }: Crossing): number =>
  Math.hypot(point[0] - ring[edge]![0], point[1] - ring[edge]![1]);

const stretch = <T>(items: readonly T[], from: number, to: number): T[] =>
  from <= to ? items.slice(from, to + 1) : [...items.slice(from), ...items.slice(0, to + 1)];

/**
 * Cuts `face` along the longest stretch of `line` that lies inside it. Null, and nothing changed, where the line does
 * not cross the face, would touch its ring elsewhere, or would leave a piece smaller than the rules allow.
 */
export function cutFace(mesh: PlanarMesh, face: number, line: readonly Point[], rules: CutRules): Pieces | null {
  const edges = ringEdges(mesh, mesh.faceEdge[face]!);
  const ring = edges.map((h): Point => [mesh.x[mesh.origin[h]!]!, mesh.y[mesh.origin[h]!]!]);
  const run = longestRunInside(ring, line);
  if (!run) return null;
  const { full, from, to, added } = withEnds(ring, run[0], run[1], rules.snap);
  if (from === to) return null;
  const ends: [Point, Point] = [full[from]!, full[to]!];
  const inner = innerPoints(line, run[0], run[1], ends, Math.max(rules.snap, 200));
  const chain = [ends[0], ...inner, ends[1]];
  if (meetsRing(chain, full)) return null;
  const leftRing = [...chain.slice(0, -1), ...stretch(full, to, from).slice(0, -1)];
  const rightRing = [...stretch(full, from, to).slice(0, -1), ...chain.slice(1).reverse()];
  if (Math.min(ringArea(leftRing), ringArea(rightRing)) < rules.leastArea) return null;
  // From the last to the first, so that the edges' numbers stay right.
  for (const crossing of [...added].reverse()) splitEdge(mesh, edges[crossing.edge]!, crossing.point);
  const after = ringEdges(mesh, mesh.faceEdge[face]!);
  return { left: face, right: splitFace(mesh, after[from]!, after[to]!, inner) };
}
