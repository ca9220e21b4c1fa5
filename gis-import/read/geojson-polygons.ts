/** The geometry member of a GeoJSON feature: is it a polygon, and a sound one? RFC 7946, 3.1.6 and 3.1.7. */
import type { Finding, FindingCode } from '../../server/domain/finding/finding.ts';

/** Polygons > rings > positions [x, y]. */
export type Polygons = readonly (readonly (readonly (readonly [number, number])[])[])[];

interface Problem {
  readonly code: FindingCode;
  readonly detail: NonNullable<Finding['detail']>;
}

const ABSURD = 1e8;
const OTHER_TYPES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'GeometryCollection'];

/** Null when {@link polygonsOf} may be called. */
export function geometryProblem(geometry: unknown): Problem | null {
  if (geometry === null || geometry === undefined) return { code: 'geometry.null', detail: {} };
  if (typeof geometry !== 'object' || !('type' in geometry))
    return { code: 'geometry.damaged', detail: { place: 'geometry' } };
  const type = String(geometry.type);
  if (OTHER_TYPES.includes(type)) return { code: 'geometry.not_polygon', detail: { type } };
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return { code: 'geometry.damaged', detail: { place: 'geometry.type' } };
  const polygons = nested(geometry);
  if (!Array.isArray(polygons)) return { code: 'geometry.damaged', detail: { place: 'geometry.coordinates' } };
  if (polygons.length === 0) return { code: 'geometry.null', detail: {} };
  for (const [p, polygon] of polygons.entries()) {
    if (!Array.isArray(polygon) || polygon.length === 0)
      return { code: 'geometry.damaged', detail: { polygon: p + 1 } };
    for (const [r, ring] of polygon.entries()) {
      const code = ringProblem(ring);
      if (code) return { code, detail: { polygon: p + 1, ring: r + 1 } };
    }
  }
  return null;
}

function ringProblem(ring: unknown): FindingCode | null {
  if (!Array.isArray(ring)) return 'geometry.damaged';
  for (const position of ring) {
    if (!Array.isArray(position) || position.length < 2) return 'geometry.damaged';
    const [x, y]: unknown[] = position;
    if (typeof x !== 'number' || typeof y !== 'number') return 'geometry.damaged';
    if (!(Math.abs(x) < ABSURD && Math.abs(y) < ABSURD)) return 'geometry.not_finite'; // 1e999 parses as Infinity
  }
  // An open ring is closed later, and said to have been.
  return ring.length < 4 ? 'geometry.too_few_points' : null;
}

/** The positions, as [x, y]. Only for a geometry without a problem. */
export function polygonsOf(geometry: unknown): Polygons {
  const polygons = nested(geometry as object) as number[][][][];
  return polygons.map((polygon) =>
    polygon.map((ring) => ring.map((position) => [position[0]!, position[1]!] as const)),
  );
}

function nested(geometry: object): unknown {
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  return type === 'Polygon' ? [coordinates] : coordinates;
}
