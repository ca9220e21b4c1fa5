/** The 100 bytes that open a .shp and a .shx. Source: ESRI Shapefile Technical Description, "The Main File Header". */
import { FileRefused } from '../../server/domain/finding/finding.ts';

export interface ShpHeader {
  /** Length of the whole file in bytes, as the header claims. */
  readonly claimedBytes: number;
  readonly shapeType: number;
  /** minX, minY, maxX, maxY as written; may be anything. */
  readonly bbox: readonly [number, number, number, number];
}

export const HEADER_BYTES = 100;

/** Undefined when these bytes do not open a shapefile part. */
export function findShpHeader(bytes: Uint8Array): ShpHeader | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  if (view.getInt32(0) !== 9994 || view.getInt32(28, true) !== 1000) return undefined;
  const claimedBytes = view.getInt32(24) * 2; // the format counts 16-bit words
  if (claimedBytes < HEADER_BYTES) return undefined;
  const at = (i: number): number => view.getFloat64(36 + 8 * i, true);
  return { claimedBytes, shapeType: view.getInt32(32, true), bbox: [at(0), at(1), at(2), at(3)] };
}

/** Polygon, PolygonZ, PolygonM. */
export const POLYGON_TYPES: ReadonlySet<number> = new Set([5, 15, 25]);

/** Every other type of the format: null, points, lines, multipoints, multipatch. */
export const OTHER_TYPES: ReadonlySet<number> = new Set([0, 1, 3, 8, 11, 13, 18, 21, 23, 28, 31]);

/** Multipatch: surfaces in space. */
const MULTIPATCH = 31;

/** Only polygons can become parcels; a thematic layer may hold points and lines as well. */
export type Shapes = 'polygons' | 'any';

export function requireShapes({ shapeType }: ShpHeader, records: number, shapes: Shapes): void {
  if (POLYGON_TYPES.has(shapeType)) return;
  if (shapes === 'any' && OTHER_TYPES.has(shapeType) && shapeType !== 0 && shapeType !== MULTIPATCH) return;
  if (OTHER_TYPES.has(shapeType)) throw new FileRefused('file.shape_type_unsupported', { shapeType, records });
  throw new FileRefused('file.shp_damaged', { problem: 'unknown shape type', shapeType, records });
}
