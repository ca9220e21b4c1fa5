import type { FindingCode } from '../finding/finding.ts';
import { type Ring, ringContains, signedArea } from './ring.ts';

/** Outer ring first, then its holes. */
export type Polygon = readonly Ring[];

export interface Assembled {
  /** Empty when the shape cannot become a polygon. */
  readonly polygons: readonly Polygon[];
  readonly refusal: FindingCode | null;
  readonly repeatedPoints: number;
  /** Metres from the last point to the first of the ring that was open the widest; 0 where none was. */
  readonly closedBy: number;
  /** Further rings without ground, left out. */
  readonly droppedRings: number;
}

export interface PointRule {
  readonly swapAxes: boolean;
  /** Metres per unit of the parts. */
  readonly unit: number;
}

/** Storage grid: 0.1 mm. Narrower than a step a ring is a line. */
const STEPS_PER_METRE = 10_000;
const NO_WIDTH_M = 1e-4;

/**
 * Turns the parts of a record into polygons: axes in our order, coordinates on the storage grid, consecutive repeated
 * points dropped (counted), open rings closed, holes put into the ring around them. The direction of rings in legacy
 * files is not trustworthy, so containment decides, not direction. A ring without ground is left out where another has some.
 */
export function assemblePolygon(parts: readonly Float64Array[], rule: PointRule): Assembled {
  let repeatedPoints = 0;
  let closedBy = 0;
  let refusal: FindingCode | null = null;
  let droppedRings = 0;
  const rings: { ring: Ring; area: number }[] = [];
  for (const part of parts) {
    const { ring, repeated, gapM } = tidyRing(part, rule);
    const useless = ring.length < 8 ? 'geometry.too_few_points' : isLine(ring) ? 'geometry.zero_area' : null;
    if (useless) {
      refusal ??= useless;
      droppedRings += 1;
      continue;
    }
    repeatedPoints += repeated;
    closedBy = Math.max(closedBy, gapM);
    rings.push({ ring, area: Math.abs(signedArea(ring)) });
  }
  const nothing = { polygons: [], repeatedPoints, closedBy: 0, droppedRings: 0 };
  if (rings.length === 0) return { ...nothing, refusal: refusal ?? 'geometry.null' };
  rings.sort((a, b) => b.area - a.area);
  const polygons: Ring[][] = [];
  for (const { ring } of rings) {
    const home = polygons.find((polygon) => isHoleOf(ring, polygon));
    if (home) home.push(orient(ring, false));
    else polygons.push([orient(ring, true)]);
  }
  return { polygons, refusal: null, repeatedPoints, closedBy, droppedRings };
}

/**
 * Whether all points lie on one line. Not by area: that of a ring crossing itself can be nothing too, and such a ring is
 * for PostGIS to judge.
 */
function isLine(ring: Ring): boolean {
  const [x0, y0] = [ring[0]!, ring[1]!];
  let [dx, dy, longest] = [0, 0, 0];
  for (let i = 2; i < ring.length; i += 2) {
    const length = Math.hypot(ring[i]! - x0, ring[i + 1]! - y0);
    if (length > longest) [dx, dy, longest] = [ring[i]! - x0, ring[i + 1]! - y0, length];
  }
  if (longest <= NO_WIDTH_M) return true;
  for (let i = 2; i < ring.length; i += 2) {
    const distance = Math.abs(dx * (ring[i + 1]! - y0) - dy * (ring[i]! - x0)) / longest;
    if (distance > NO_WIDTH_M) return false;
  }
  return true;
}

interface TidyRing {
  readonly ring: Ring;
  readonly repeated: number;
  readonly gapM: number;
}

function tidyRing(part: Float64Array, { swapAxes, unit }: PointRule): TidyRing {
  // A unit of a thousandth is exact as so many steps, and not as a factor.
  const steps = unit < 1 ? STEPS_PER_METRE / Math.round(1 / unit) : STEPS_PER_METRE * unit;
  const first = swapAxes ? 1 : 0;
  const end = part.length - 2;
  const gap = Math.hypot(part[0]! - part[end]!, part[1]! - part[end + 1]!);
  const points = new Float64Array(part.length + 2);
  let length = 0;
  for (let i = 0; i < part.length; i += 2) {
    const x = Math.round(part[i + first]! * steps) / STEPS_PER_METRE;
    const y = Math.round(part[i + 1 - first]! * steps) / STEPS_PER_METRE;
    if (length > 0 && points[length - 2] === x && points[length - 1] === y) continue;
    points[length++] = x;
    points[length++] = y;
  }
  const repeated = (part.length - length) / 2;
  if (length > 0 && (points[0] !== points[length - 2] || points[1] !== points[length - 1])) {
    // Not even a step apart: the last point is the first.
    if (length >= 8 && gap * unit < NO_WIDTH_M) length -= 2;
    points[length++] = points[0]!;
    points[length++] = points[1]!;
  }
  return { ring: points.subarray(0, length), repeated, gapM: gap * unit };
}

/** Inside the outer ring and in none of its holes; judged at a point strictly inside an edge's neighbourhood. */
function isHoleOf(ring: Ring, polygon: readonly Ring[]): boolean {
  const [outer, ...holes] = polygon;
  let votes = 0;
  let points = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const x = (ring[i]! + ring[i + 2]!) / 2;
    const y = (ring[i + 1]! + ring[i + 3]!) / 2;
    points += 1;
    if (ringContains(outer!, x, y) && !holes.some((hole) => ringContains(hole, x, y))) votes += 1;
  }
  return votes * 2 > points;
}

/** Outer rings counter-clockwise, holes clockwise (OGC simple features). */
function orient(ring: Ring, counterClockwise: boolean): Ring {
  if (signedArea(ring) > 0 === counterClockwise) return ring;
  const reversed = new Float64Array(ring.length);
  for (let i = 0; i < ring.length; i += 2) {
    reversed[i] = ring[ring.length - 2 - i]!;
    reversed[i + 1] = ring[ring.length - 1 - i]!;
  }
  return reversed;
}
