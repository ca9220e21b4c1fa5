/**
 * Points and lines of a shapefile: type; then one point, or a box, numbers and points as a polygon has them. Z and M are dropped.
 * Source: ESRI Shapefile Technical Description, "Point", "MultiPoint", "PolyLine".
 */
import type { RawShape } from './raw-row.ts';
import { parsePolygon, unusable } from './shp-polygon.ts';

const ABSURD = 1e11;

/** Types of the format that a thematic layer may hold beside polygons, as they are called there. */
export const SIMPLE_TYPES: ReadonlyMap<number, 'Point' | 'MultiPoint' | 'PolyLine'> = new Map([
  ...[1, 11, 21].map((type) => [type, 'Point'] as const),
  ...[8, 18, 28].map((type) => [type, 'MultiPoint'] as const),
  ...[3, 13, 23].map((type) => [type, 'PolyLine'] as const),
]);

/** Reads a shape of any type whose content lies at `at`, `length` bytes long. `view` covers it. Never throws. */
export function parseShape(view: DataView, at: number, length: number): RawShape {
  const shapeType = length >= 4 ? view.getInt32(at, true) : -1;
  const type = SIMPLE_TYPES.get(shapeType);
  if (type === undefined) return parsePolygon(view, at, length);
  const parts =
    type === 'Point'
      ? [length < 20 ? null : readPoints(view, at + 4, 1)]
      : type === 'MultiPoint'
        ? [readMultiPoint(view, at, length)]
        : readLines(view, at, length);
  const whole = parts.filter((part) => part !== null);
  if (whole.length < parts.length || whole.length === 0)
    return unusable('geometry.damaged', { shapeType, bytes: length });
  return { kind: type === 'PolyLine' ? 'lines' : 'points', type, parts: whole };
}

function readPoints(view: DataView, at: number, count: number): Float64Array | null {
  const points = new Float64Array(2 * count);
  for (let i = 0; i < points.length; i++) {
    const value = view.getFloat64(at + 8 * i, true);
    if (!(value > -ABSURD && value < ABSURD)) return null;
    points[i] = value;
  }
  return points;
}

function readMultiPoint(view: DataView, at: number, length: number): Float64Array | null {
  const count = length >= 40 ? view.getInt32(at + 36, true) : 0;
  return count < 1 || 40 + 16 * count > length ? null : readPoints(view, at + 40, count);
}

function readLines(view: DataView, at: number, length: number): (Float64Array | null)[] {
  const parts = length >= 44 ? view.getInt32(at + 36, true) : 0;
  const points = length >= 44 ? view.getInt32(at + 40, true) : 0;
  if (parts < 1 || points < 2 || 44 + 4 * parts + 16 * points > length) return [null];
  return Array.from({ length: parts }, (_, part) => {
    const first = view.getInt32(at + 44 + 4 * part, true);
    const end = part + 1 < parts ? view.getInt32(at + 48 + 4 * part, true) : points;
    if (first < 0 || end > points || first >= end) return null;
    return readPoints(view, at + 44 + 4 * parts + 16 * first, end - first);
  });
}
