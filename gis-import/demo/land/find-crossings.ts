/** Where a free line crosses a ring, and the longest stretch of it inside. */
import type { Point } from './planar-mesh.ts';
import { insideRing } from './ring-measure.ts';

export interface Crossing {
  /** Place along the line: number of its segment plus the fraction within. */
  at: number;
  /** Number of the ring's edge. */
  edge: number;
  point: Point;
}

const findCrossings = (ring: readonly Point[], line: readonly Point[]): Crossing[] => {
  const found: Crossing[] = [];
  for (let k = 0; k + 1 < line.length; k++) {
    const [px, py] = line[k]!;
    const [qx, qy] = line[k + 1]!;
    const [loX, hiX] = px < qx ? [px, qx] : [qx, px];
    const [loY, hiY] = py < qy ? [py, qy] : [qy, py];
    for (let j = 0; j < ring.length; j++) {
      const [ax, ay] = ring[j]!;
      const [bx, by] = ring[j + 1 === ring.length ? 0 : j + 1]!;
      if ((ax < loX && bx < loX) || (ax > hiX && bx > hiX) || (ay < loY && by < loY) || (ay > hiY && by > hiY))
        continue;
      const cross = (qx - px) * (by - ay) - (qy - py) * (bx - ax);
      if (cross === 0) continue;
      const t = ((ax - px) * (by - ay) - (ay - py) * (bx - ax)) / cross;
      const u = ((ax - px) * (qy - py) - (ay - py) * (qx - px)) / cross;
      if (t < 0 || t > 1 || u < 0 || u > 1) continue;
      found.push({ at: k + t, edge: j, point: [Math.round(ax + (bx - ax) * u), Math.round(ay + (by - ay) * u)] });
    }
  }
  return found.sort((a, b) => a.at - b.at);
};

const pointAt = (line: readonly Point[], at: number): Point => {
  const k = Math.min(Math.floor(at), line.length - 2);
  const [px, py] = line[k]!;
  const [qx, qy] = line[k + 1]!;
  return [px + (qx - px) * (at - k), py + (qy - py) * (at - k)];
};

/** Entry and exit of the longest stretch of the line inside the ring; null where it does not cross it. */
export function longestRunInside(ring: readonly Point[], line: readonly Point[]): [Crossing, Crossing] | null {
  const crossings = findCrossings(ring, line);
  let best: [Crossing, Crossing] | null = null;
  let bestLength = 0;
  for (let i = 0; i + 1 < crossings.length; i++) {
    const entry = crossings[i]!;
    const exit = crossings[i + 1]!;
    const length = Math.hypot(exit.point[0] - entry.point[0], exit.point[1] - entry.point[1]);
    if (length <= bestLength || !insideRing(ring, pointAt(line, (entry.at + exit.at) / 2))) continue;
    best = [entry, exit];
    bestLength = length;
  }
  return best;
}
