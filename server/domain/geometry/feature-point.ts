import { transformer } from '../crs.ts';
import { encodeGeohash } from './geohash.ts';
import { poleOfInaccessibility } from './pole-of-inaccessibility/pole-of-inaccessibility.ts';
import type { Ring } from './ring.ts';

/** Search precision in metres. Fixed: another value could move the point, and with it the code. */
const PRECISION_M = 0.01;

/**
 * The point a parcel's code is made from: pole of inaccessibility in the parcel's own projected system (TT 19/2026
 * Annex I, "Polygonlabel"). [east, north], metres.
 */
export function featurePoint(rings: readonly Ring[]): [number, number] {
  const first = rings[0]!;
  // Near the origin, so that the search works on small numbers.
  const [x0, y0] = [first[0]!, first[1]!];
  const [x, y] = poleOfInaccessibility(rings, x0, y0, PRECISION_M);
  return [round(x + x0), round(y + y0)];
}

const round = (metres: number) => Math.round(metres * 10_000) / 10_000;

/** Mã thửa đất: GeoHash of 12 characters of the feature point, converted to WGS 84 (TT 19/2026 Annex I). */
export function parcelCode(point: readonly [number, number], srid: number): string {
  const [longitude, latitude] = transformer(srid, 4326)(point);
  return encodeGeohash(longitude, latitude);
}
