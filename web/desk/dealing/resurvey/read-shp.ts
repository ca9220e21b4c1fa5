/** One polygon out of a .shp, as a surveyor exports it (ESRI Shapefile Technical Description, 1998). */
import type { GroundPoint } from '../split/snap.ts';

export type ReadShp =
  | { readonly rings: readonly (readonly GroundPoint[])[] }
  | { readonly wrong: 'file' | 'none' | 'several' };

/** Polygon, PolygonZ, PolygonM: heights and measures stand behind the points, and are left. */
const POLYGONS = [5, 15, 25];
const HEAD = 100;
const MOST_POINTS = 2000;

const areaOf = (ring: readonly GroundPoint[]) =>
  Math.abs(
    ring.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = ring[(at + 1) % ring.length]!;
      return sum + x * nextY - nextX * y;
    }, 0) / 2,
  );

function readRecord(view: DataView, at: number, length: number): (readonly GroundPoint[])[] | null {
  if (length < 44 || !POLYGONS.includes(view.getInt32(at, true))) return null;
  const [parts, points] = [view.getInt32(at + 36, true), view.getInt32(at + 40, true)];
  const first = at + 44 + parts * 4;
  if (parts < 1 || points < 4 || points > MOST_POINTS || first + points * 16 > at + length) return null;
  const starts = Array.from({ length: parts }, (_, part) => view.getInt32(at + 44 + part * 4, true));
  const all = Array.from(
    { length: points },
    (_, point): GroundPoint => [
      view.getFloat64(first + point * 16, true),
      view.getFloat64(first + point * 16 + 8, true),
    ],
  );
  return starts.map((start, part) => all.slice(start, starts[part + 1] ?? points));
}

/** The rings of the only polygon, the outer one first; east and north as they stand in the file. */
export function readShp(bytes: ArrayBuffer): ReadShp {
  const view = new DataView(bytes);
  if (bytes.byteLength < HEAD + 12 || view.getInt32(0) !== 9994 || !POLYGONS.includes(view.getInt32(32, true))) {
    return { wrong: 'file' };
  }
  const found: (readonly GroundPoint[])[][] = [];
  for (let at = HEAD; at + 12 <= bytes.byteLength; ) {
    const length = view.getInt32(at + 4) * 2;
    if (length < 4 || at + 8 + length > bytes.byteLength) return { wrong: 'file' };
    // A record without a shape is none.
    if (view.getInt32(at + 8, true) !== 0) {
      const rings = readRecord(view, at + 8, length);
      if (!rings?.every((ring) => ring.length >= 4 && ring.flat().every(Number.isFinite))) return { wrong: 'file' };
      found.push(rings);
    }
    at += 8 + length;
  }
  const [only] = found;
  if (!only) return { wrong: 'none' };
  if (found.length > 1) return { wrong: 'several' };
  return { rings: only.toSorted((a, b) => areaOf(b) - areaOf(a)) };
}
