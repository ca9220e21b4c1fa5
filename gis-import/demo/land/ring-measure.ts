/** Measures of plain rings (not closed by a repeated point), in whatever unit the points have. */
import type { Point } from './planar-mesh.ts';

/** Signed area, positive counter-clockwise; sums relative to the first point to keep the numbers small and exact. */
export function ringArea(ring: readonly Point[]): number {
  const [x0, y0] = ring[0]!;
  let twice = 0;
  for (let i = 1; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[i + 1]!;
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return twice / 2;
}

/** Centre of gravity of the area. */
export function ringCentroid(ring: readonly Point[]): Point {
  const [x0, y0] = ring[0]!;
  let twice = 0;
  let sx = 0;
  let sy = 0;
  for (let i = 1; i + 1 < ring.length; i++) {
    const ax = ring[i]![0] - x0;
    const ay = ring[i]![1] - y0;
    const bx = ring[i + 1]![0] - x0;
    const by = ring[i + 1]![1] - y0;
    const cross = ax * by - bx * ay;
    twice += cross;
    sx += (ax + bx) * cross;
    sy += (ay + by) * cross;
  }
  return [x0 + sx / (3 * twice), y0 + sy / (3 * twice)];
}

/** Even-odd test; a point exactly on the ring may fall either way. */
export function insideRing(ring: readonly Point[], [px, py]: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[j]!;
    if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Least and greatest coordinate along a unit direction. */
export function extentAlong(ring: readonly Point[], [dx, dy]: Point): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const [x, y] of ring) {
    const along = x * dx + y * dy;
    if (along < low) low = along;
    if (along > high) high = along;
  }
  return { low, high };
}

/** The oriented box of least area: unit direction of its longer side, and both lengths. */
export function longAxis(ring: readonly Point[]): { axis: Point; length: number; width: number } {
  let best = { axis: [1, 0] as Point, length: 0, width: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 30; step++) {
    const angle = (step * Math.PI) / 60;
    const axis: Point = [Math.cos(angle), Math.sin(angle)];
    const across: Point = [-axis[1], axis[0]];
    const a = extentAlong(ring, axis);
    const b = extentAlong(ring, across);
    const length = a.high - a.low;
    const width = b.high - b.low;
    if (length * width >= least) continue;
    least = length * width;
    best = length >= width ? { axis, length, width } : { axis: across, length: width, width: length };
  }
  return best;
}

/** Area of the part of the ring with coordinate along `direction` below `limit` (exact also for concave rings). */
function areaBelow(ring: readonly Point[], [dx, dy]: Point, limit: number): number {
  const kept: Point[] = [];
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!;
    const b = ring[(i + 1) % ring.length]!;
    const sa = a[0] * dx + a[1] * dy - limit;
    const sb = b[0] * dx + b[1] * dy - limit;
    if (sa <= 0) kept.push(a);
    if (sa < 0 !== sb < 0 && sa !== sb) {
      const t = sa / (sa - sb);
      kept.push([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]);
    }
  }
  return kept.length < 3 ? 0 : ringArea(kept);
}

/** The coordinate along `direction` that leaves `share` (0..1) of the ring's area below it. */
export function limitForShare(ring: readonly Point[], direction: Point, share: number): number {
  const wanted = ringArea(ring) * share;
  let { low, high } = extentAlong(ring, direction);
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    if (areaBelow(ring, direction, middle) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
