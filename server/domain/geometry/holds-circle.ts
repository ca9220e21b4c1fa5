import { distance, EDGE, writeEdges } from './flat-edges.ts';
import { boundOfCell } from './pole-of-inaccessibility/cell-bound.ts';

/** A circle that misses by less fits: half of a millimetre of its radius, which is one of the width. */
const ROUNDING_M = 0.0005;

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

/** The square around all corners. */
function boxOf(edges: Float64Array): Cell {
  let [left, right, lower, upper] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let e = 0; e < edges.length; e += EDGE) {
    left = Math.min(left, edges[e]!);
    right = Math.max(right, edges[e]!);
    lower = Math.min(lower, edges[e + 1]!);
    upper = Math.max(upper, edges[e + 1]!);
  }
  return { x: (left + right) / 2, y: (lower + upper) / 2, half: Math.max(right - left, upper - lower) / 2 };
}

/**
 * Whether a circle of this radius, m, fits into a polygon (GeoJSON rings, outer ring first, east and north in metres). To the millimetre where
 * PostGIS's largest circle is looked for in cells of a thousandth of the extent, which are centimetres in a strip.
 */
export function holdsCircle(polygon: readonly (readonly (readonly number[])[])[], radiusM: number): boolean {
  const rings = polygon.map((ring) => Float64Array.from(ring.flatMap(([east, north]) => [east!, north!])));
  const count = rings.reduce((sum, ring) => sum + ring.length / 2, 0);
  const edges = new Float64Array(count * EDGE);
  writeEdges(edges, rings, rings[0]![0]!, rings[0]![1]!);
  const every = Int32Array.from({ length: count }, (_, i) => i * EDGE);
  const cells = [boxOf(edges)];
  for (let cell = cells.pop(); cell; cell = cells.pop()) {
    const { x, y, half: h } = cell;
    const here = distance(edges, count, x, y);
    if (here >= radiusM - ROUNDING_M) return true;
    const most = Math.min(here + h * Math.SQRT2, boundOfCell(edges, every, 0, count, x, y, h));
    if (most < radiusM - ROUNDING_M) continue;
    const step = h / 2;
    for (const [dx, dy] of [
      [-step, -step],
      [step, -step],
      [-step, step],
      [step, step],
    ] as const)
      cells.push({ x: x + dx, y: y + dy, half: step });
  }
  return false;
}
