/**
 * Lengths and areas as the law measures them: in the plane of the place's TM-3 zone, never on the globe or in Mercator. Turf measures
 * on a sphere, which is 0.4 % off along a meridian (measure-ground.test.ts says by how much); what of it is plane geometry is used.
 */
import { kinks } from '@turf/kinks';
import { midpoint } from '@turf/midpoint';
import { transformer } from '../../server/domain/crs.ts';
import type { LonLat } from './map-context.ts';

export interface GroundMeasure {
  /** Metres from vertex to vertex; an area's last segment leads back to the first vertex. */
  readonly segments: readonly number[];
  /** Metres in all: the length of a line, the perimeter of an area. */
  readonly total: number;
  /** m²; null for a line, for less than three vertices, and for an outline that crosses itself. */
  readonly areaM2: number | null;
  readonly crossing: boolean;
}

type Point = readonly [east: number, north: number];

const distance = (a: Point, b: Point) => Math.hypot(b[0] - a[0], b[1] - a[1]);

/** Twice the area of a ring by the shoelace formula, taken from its first corner so that large numbers do not cancel. */
function doubleArea(ring: readonly Point[]): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    return sum + (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0);
  }, 0);
}

/** Whether two sides of a ring that are not neighbours meet; the ring does not repeat its first corner. */
export const crossesItself = (ring: readonly Point[]): boolean =>
  kinks({ type: 'Polygon', coordinates: [[...ring, ring[0]!].map((point) => [...point])] }).features.length > 0;

/** Neighbours that are the same point to a millimetre count once: a double click sets its point twice. */
export function distinctVertices(vertices: readonly LonLat[]): LonLat[] {
  // 1e-8 degrees are 1.1 mm.
  const same = (a: LonLat, b: LonLat) => Math.abs(a[0] - b[0]) < 1e-8 && Math.abs(a[1] - b[1]) < 1e-8;
  return vertices.filter((vertex, i) => i === 0 || !same(vertex, vertices[i - 1]!));
}

/** Measures a line or an outline given in degrees, in a projected system (EPSG code). */
export function measureGround(vertices: readonly LonLat[], kind: 'line' | 'area', srid: number): GroundMeasure {
  const toPlane = transformer(4326, srid);
  const points: Point[] = vertices.map(([longitude, latitude]) => toPlane([longitude, latitude]));
  const closed = kind === 'area' && points.length > 2;
  const ends = closed ? [...points.slice(1), points[0]!] : points.slice(1);
  const segments = ends.map((point, i) => distance(points[i]!, point));
  const crossing = closed && crossesItself(points);
  return {
    segments,
    total: segments.reduce((sum, length) => sum + length, 0),
    areaM2: closed && !crossing ? Math.abs(doubleArea(points)) / 2 : null,
    crossing,
  };
}

/** Where the length of a side stands: its middle, in degrees. On the globe and in the plane that is the same place, to millimetres. */
export function middleOf(from: LonLat, to: LonLat): LonLat {
  const [longitude = 0, latitude = 0] = midpoint([...from], [...to]).geometry.coordinates;
  return [longitude, latitude];
}
