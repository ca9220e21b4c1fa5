/** Writes the content of one .shp record. Source: ESRI Shapefile Technical Description, "Polygon", "PolygonZ", "PolygonM". */
export type ShapeType = 5 | 15 | 25;

interface Shape {
  readonly rings: readonly (readonly (readonly [number, number])[])[] | null;
  readonly z?: readonly (readonly number[])[];
  readonly m?: readonly (readonly number[])[];
}

const countPoints = (rings: NonNullable<Shape['rings']>): number => rings.reduce((sum, ring) => sum + ring.length, 0);

/** Content length in bytes of a shape, record header not counted. */
export function contentBytes(rings: Shape['rings'], shapeType: ShapeType): number {
  if (!rings) return 4;
  const points = countPoints(rings);
  const measures = shapeType === 5 ? 0 : shapeType === 25 ? 1 : 2;
  return 44 + 4 * rings.length + 16 * points + measures * (16 + 8 * points);
}

/** Writes the shape at `at` and widens `fileBox` [minX, minY, maxX, maxY]. */
export function writeShape(shp: Buffer, at: number, shape: Shape, shapeType: ShapeType, fileBox: number[]): void {
  const { rings } = shape;
  if (!rings) return; // shape type 0, and the buffer is zeroed
  const points = countPoints(rings);
  shp.writeInt32LE(shapeType, at);
  shp.writeInt32LE(rings.length, at + 36);
  shp.writeInt32LE(points, at + 40);
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  let firstPoint = 0;
  let pointAt = at + 44 + 4 * rings.length;
  rings.forEach((ring, index) => {
    shp.writeInt32LE(firstPoint, at + 44 + 4 * index);
    firstPoint += ring.length;
    for (const [x, y] of ring) {
      shp.writeDoubleLE(x, pointAt);
      shp.writeDoubleLE(y, pointAt + 8);
      pointAt += 16;
      widen(box, x, y);
    }
  });
  box.forEach((value, i) => {
    shp.writeDoubleLE(Number.isFinite(value) ? value : 0, at + 4 + 8 * i);
  });
  if (Number.isFinite(box[0])) {
    widen(fileBox, box[0]!, box[1]!);
    widen(fileBox, box[2]!, box[3]!);
  }
  if (shapeType === 15) pointAt = writeMeasure(shp, pointAt, rings, shape.z);
  if (shapeType !== 5) writeMeasure(shp, pointAt, rings, shape.m);
}

function widen(box: number[], x: number, y: number): void {
  if (x < box[0]!) box[0] = x;
  if (y < box[1]!) box[1] = y;
  if (x > box[2]!) box[2] = x;
  if (y > box[3]!) box[3] = y;
}

/** Range, then one value per point; returns the offset behind. */
function writeMeasure(shp: Buffer, at: number, rings: NonNullable<Shape['rings']>, values: Shape['z']): number {
  let valueAt = at + 16;
  let [low, high] = [Infinity, -Infinity];
  rings.forEach((ring, r) => {
    ring.forEach((_, p) => {
      const value = values?.[r]?.[p] ?? 0;
      low = Math.min(low, value);
      high = Math.max(high, value);
      shp.writeDoubleLE(value, valueAt);
      valueAt += 8;
    });
  });
  shp.writeDoubleLE(Number.isFinite(low) ? low : 0, at);
  shp.writeDoubleLE(Number.isFinite(high) ? high : 0, at + 8);
  return valueAt;
}
