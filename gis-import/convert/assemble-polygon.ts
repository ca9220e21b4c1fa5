import type { FindingCode } from '../../server/domain/finding.ts';
import { type Ring, ringContains, signedArea } from '../../server/domain/geometry/ring.ts';

/** Outer ring first, then its holes. */
export type Polygon = readonly Ring[];

export interface Assembled {
  /** Empty when the shape cannot become a polygon. */
  readonly polygons: readonly Polygon[];
  readonly refusal: FindingCode | null;
  readonly repeatedPoints: number;
}

export interface PointRule {
  readonly swapAxes: boolean;
  /** Units per stored step: 10 000 keeps 0.1 mm of metres, 1e9 keeps about 0.1 mm of degrees. */
  readonly stepsPerUnit: number;
}

/** Narrower than this a ring is a line, in metres: the storage step. */
const NO_WIDTH_M = 1e-4;

/**
 * Turns the parts of a record into polygons: axes in our order, coordinates on the storage grid, consecutive repeated
 * points dropped (counted), holes put into the ring around them. The direction of rings in legacy files is not
 * trustworthy, so containment decides, not direction.
 */
export function assemblePolygon(parts: readonly Float64Array[], rule: PointRule): Assembled {
  let repeatedPoints = 0;
  const rings: { ring: Ring; area: number }[] = [];
  for (const part of parts) {
    const ring = tidyRing(part, rule);
    repeatedPoints += (part.length - ring.length) / 2;
    if (ring.length < 8) return { polygons: [], refusal: 'geometry.too_few_points', repeatedPoints };
    if (isLine(ring, NO_WIDTH_M / metresPerUnit(rule)))
      return { polygons: [], refusal: 'geometry.zero_area', repeatedPoints };
    const area = Math.abs(signedArea(ring));
    rings.push({ ring, area });
  }
  if (rings.length === 0) return { polygons: [], refusal: 'geometry.null', repeatedPoints };
  rings.sort((a, b) => b.area - a.area);
  const polygons: Ring[][] = [];
  for (const { ring } of rings) {
    const home = polygons.find((polygon) => isHoleOf(ring, polygon));
    if (home) home.push(orient(ring, false));
    else polygons.push([orient(ring, true)]);
  }
  return { polygons, refusal: null, repeatedPoints };
}

/**
 * Whether all points lie on one line. Not by area: that of a ring crossing itself can be nothing too, and such a ring is
 * for PostGIS to judge.
 */
function isLine(ring: Ring, width: number): boolean {
  const [x0, y0] = [ring[0]!, ring[1]!];
  let [dx, dy, longest] = [0, 0, 0];
  for (let i = 2; i < ring.length; i += 2) {
    const length = Math.hypot(ring[i]! - x0, ring[i + 1]! - y0);
    if (length > longest) [dx, dy, longest] = [ring[i]! - x0, ring[i + 1]! - y0, length];
  }
  if (longest <= width) return true;
  for (let i = 2; i < ring.length; i += 2) {
    const distance = Math.abs(dx * (ring[i + 1]! - y0) - dy * (ring[i]! - x0)) / longest;
    if (distance > width) return false;
  }
  return true;
}

const metresPerUnit = ({ stepsPerUnit }: PointRule) => (stepsPerUnit > 1e6 ? 100_000 : 1);

function tidyRing(part: Float64Array, { swapAxes, stepsPerUnit }: PointRule): Ring {
  const points = new Float64Array(part.length);
  let length = 0;
  for (let i = 0; i < part.length; i += 2) {
    const x = Math.round(part[swapAxes ? i + 1 : i]! * stepsPerUnit) / stepsPerUnit;
    const y = Math.round(part[swapAxes ? i : i + 1]! * stepsPerUnit) / stepsPerUnit;
    if (length > 0 && points[length - 2] === x && points[length - 1] === y) continue;
    points[length++] = x;
    points[length++] = y;
  }
  return points.subarray(0, length);
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
