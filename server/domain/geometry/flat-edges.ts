/** A polygon as one flat list of edges, for searches that measure the distance to its outline again and again. */
import type { Ring } from './ring.ts';

/** Numbers per edge: a (the ring's point), b (the point before it), b - a, the square of its length, its direction, its length. */
export const EDGE = 10;
/** Where an edge's direction (0 for one without length) and its length stand. */
export const EDGE_X = 7;
export const EDGE_Y = 8;
export const EDGE_LENGTH = 9;

/** Writes the edges of the rings, moved by (-x0, -y0), to the beginning of `edges`, which has room for them. */
export function writeEdges(edges: Float64Array, rings: readonly Ring[], x0: number, y0: number): void {
  let at = 0;
  for (const ring of rings) {
    let bx = ring[ring.length - 2]! - x0;
    let by = ring[ring.length - 1]! - y0;
    for (let i = 0; i < ring.length; i += 2, at += EDGE) {
      const ax = ring[i]! - x0;
      const ay = ring[i + 1]! - y0;
      const dx = bx - ax;
      const dy = by - ay;
      edges[at] = ax;
      edges[at + 1] = ay;
      edges[at + 2] = bx;
      edges[at + 3] = by;
      edges[at + 4] = dx;
      edges[at + 5] = dy;
      const square = dx * dx + dy * dy;
      const length = Math.sqrt(square);
      edges[at + 6] = square;
      edges[at + EDGE_X] = length > 0 ? dx / length : 0;
      edges[at + EDGE_Y] = length > 0 ? dy / length : 0;
      edges[at + EDGE_LENGTH] = length;
      bx = ax;
      by = ay;
    }
  }
}

/** Square of the distance from (px, py) to the edge at `e`. */
export function distanceSq(edges: Float64Array, e: number, px: number, py: number): number {
  const toX = px - edges[e]!;
  const toY = py - edges[e + 1]!;
  const dx = edges[e + 4]!;
  const dy = edges[e + 5]!;
  const along = toX * dx + toY * dy;
  if (along > 0) {
    const t = along / edges[e + 6]!;
    if (t > 1) {
      const fx = px - edges[e + 2]!;
      const fy = py - edges[e + 3]!;
      return fx * fx + fy * fy;
    }
    const fx = px - (edges[e]! + dx * t);
    const fy = py - (edges[e + 1]! + dy * t);
    return fx * fx + fy * fy;
  }
  return toX * toX + toY * toY;
}

/** Even-odd rule over all edges. */
export function isInside(edges: Float64Array, count: number, x: number, y: number): boolean {
  let inside = false;
  for (let e = 0; e < count * EDGE; e += EDGE) {
    const ay = edges[e + 1]!;
    const by = edges[e + 3]!;
    if (ay > y !== by > y && x < (edges[e + 4]! * (y - ay)) / (by - ay) + edges[e]!) inside = !inside;
  }
  return inside;
}

/** Distance to the outline, negative outside. */
export function distance(edges: Float64Array, count: number, x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let e = 0; e < count * EDGE; e += EDGE) {
    const square = distanceSq(edges, e, x, y);
    if (square < least) least = square;
  }
  return least === 0 ? 0 : (isInside(edges, count, x, y) ? 1 : -1) * Math.sqrt(least);
}

/** Centroid of the outer ring; null where it has no area. */
export function centroid(edges: Float64Array, outer: number): [number, number] | null {
  let area = 0;
  let x = 0;
  let y = 0;
  for (let e = 0; e < outer; e += EDGE) {
    const ax = edges[e]!;
    const ay = edges[e + 1]!;
    const bx = edges[e + 2]!;
    const by = edges[e + 3]!;
    const f = ax * by - bx * ay;
    x += (ax + bx) * f;
    y += (ay + by) * f;
    area += f * 3;
  }
  return area === 0 ? null : [x / area, y / area];
}
