/**
 * Writes a shapefile into memory, as old desktop programs did: the demo's legacy sheets and the tests' fixtures come
 * from here. Same input, same bytes.
 * Source: ESRI Shapefile Technical Description (1998). All lengths and offsets in .shp/.shx are in 16-bit words.
 */
import type { DbfField } from '../../read/dbf-field.ts';
import { type DbfCell, writeDbf } from './write-dbf.ts';
import { contentBytes, type ShapeType, writeShape } from './write-shape.ts';

export interface ShapefileRow {
  /** Rings of [x, y]; null writes a null shape. A ring is closed for you unless `raw`. */
  readonly rings: readonly (readonly (readonly [number, number])[])[] | null;
  /** One cell per field. */
  readonly cells: readonly DbfCell[];
  /** Z (or M) per point, ring by ring; 0 where absent. */
  readonly z?: readonly (readonly number[])[];
  readonly m?: readonly (readonly number[])[];
  /** True writes the rings exactly as given: not closed, not turned. For deliberate faults. */
  readonly raw?: boolean;
  /** True marks the .dbf row as deleted (`*`). */
  readonly deleted?: boolean;
}

export interface ShapefileSource {
  readonly fields: readonly DbfField[];
  readonly rows: readonly ShapefileRow[];
  /** 5 polygon (the default), 15 polygon with Z, 25 polygon with M. */
  readonly shapeType?: ShapeType;
  /** Byte 29 of the .dbf header ("language driver"); 0 says nothing, as legacy exports do. */
  readonly languageByte?: number;
}

/** The bytes of the three parts. Outer rings come out clockwise and holes counter-clockwise, as the format asks. */
export function writeShapefile(source: ShapefileSource): { shp: Buffer; shx: Buffer; dbf: Buffer } {
  const shapeType = source.shapeType ?? 5;
  const shapes = source.rows.map((row) => (row.raw ? row : { ...row, rings: row.rings && turn(row.rings.map(close)) }));
  const sizes = shapes.map((row) => contentBytes(row.rings, shapeType));
  const shp = Buffer.alloc(100 + sizes.reduce((sum, size) => sum + 8 + size, 0));
  const shx = Buffer.alloc(100 + 8 * shapes.length);
  let at = 100;
  const fileBox = [Infinity, Infinity, -Infinity, -Infinity];
  shapes.forEach((row, index) => {
    const words = sizes[index]! / 2;
    shp.writeInt32BE(index + 1, at);
    shp.writeInt32BE(words, at + 4);
    shx.writeInt32BE(at / 2, 100 + 8 * index);
    shx.writeInt32BE(words, 104 + 8 * index);
    writeShape(shp, at + 8, row, shapeType, fileBox);
    at += 8 + sizes[index]!;
  });
  writeMainHeader(shp, shapeType, fileBox);
  writeMainHeader(shx, shapeType, fileBox);
  return { shp, shx, dbf: writeDbf(source) };
}

function writeMainHeader(part: Buffer, shapeType: ShapeType, box: readonly number[]): void {
  part.writeInt32BE(9994, 0);
  part.writeInt32BE(part.length / 2, 24);
  part.writeInt32LE(1000, 28);
  part.writeInt32LE(shapeType, 32);
  box.forEach((value, i) => {
    part.writeDoubleLE(Number.isFinite(value) ? value : 0, 36 + 8 * i);
  });
}

type Ring = readonly (readonly [number, number])[];

function close(ring: Ring): Ring {
  const first = ring[0];
  const last = ring.at(-1);
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
}

/** Clockwise at even depth (outer rings), counter-clockwise at odd depth (holes). */
function turn(rings: readonly Ring[]): readonly Ring[] {
  return rings.map((ring) => {
    const depth = rings.length === 1 ? 0 : rings.filter((other) => other !== ring && contains(other, ring)).length;
    const clockwise = twiceArea(ring) < 0;
    return clockwise === (depth % 2 === 0) ? ring : [...ring].reverse();
  });
}

/** Twice the signed area by the shoelace rule, about the first point so that large eastings cost no digits. */
function twiceArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
}

/** Does `outer` contain `inner`? Decided by the midpoint of an edge: a corner of a hole may touch the outer ring. */
function contains(outer: Ring, inner: Ring): boolean {
  const [a, b] = [inner[0], inner[1]];
  if (!a || !b) return false;
  const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  let inside = false;
  for (let i = 1; i < outer.length; i++) {
    const [ax, ay] = outer[i - 1]!;
    const [bx, by] = outer[i]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
