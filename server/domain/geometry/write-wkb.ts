import type { Polygon } from './assemble-polygon.ts';

const POLYGON = 3;
const MULTIPOLYGON = 6;

function polygonBytes(polygon: Polygon): number {
  return 9 + polygon.reduce((sum, ring) => sum + 4 + ring.length * 8, 0);
}

/** OGC well-known binary, little endian, without SRID: POLYGON for one polygon, MULTIPOLYGON for more. */
export function writeWkb(polygons: readonly Polygon[]): Buffer {
  const single = polygons.length === 1;
  const size = polygons.reduce((sum, polygon) => sum + polygonBytes(polygon), single ? 0 : 9);
  const out = Buffer.allocUnsafe(size);
  let at = 0;
  if (!single) at = writeHead(out, at, MULTIPOLYGON, polygons.length);
  for (const polygon of polygons) {
    at = writeHead(out, at, POLYGON, polygon.length);
    for (const ring of polygon) {
      at = out.writeUInt32LE(ring.length / 2, at);
      for (const value of ring) at = out.writeDoubleLE(value, at);
    }
  }
  return out;
}

function writeHead(out: Buffer, at: number, type: number, count: number): number {
  out.writeUInt8(1, at);
  out.writeUInt32LE(type, at + 1);
  return out.writeUInt32LE(count, at + 5);
}
