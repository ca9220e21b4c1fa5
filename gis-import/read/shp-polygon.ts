/**
 * The content of one polygon record: shape type, box, number of parts, number of points, first point of each part,
 * points; then Z and M, which a cadastral boundary does not use.
 * Source: ESRI Shapefile Technical Description, "Polygon", "PolygonM", "PolygonZ" (M is optional in both).
 */
import type { Finding, FindingCode } from '../../server/domain/finding/finding.ts';
import type { RawShape } from './raw-row.ts';
import { OTHER_TYPES, POLYGON_TYPES } from './shp-header.ts';

/** No coordinate on Earth is larger, in millimetres; 1e38 marks "no data" in the format. */
const ABSURD = 1e11;
const NO_DATA = -1e38;

/** Reads the polygon whose content lies at `at`, `length` bytes long. `view` covers it. Never throws. */
export function parsePolygon(view: DataView, at: number, length: number): RawShape {
  const shapeType = length >= 4 ? view.getInt32(at, true) : -1;
  if (shapeType === 0) return unusable('geometry.null', {});
  if (!POLYGON_TYPES.has(shapeType)) {
    return unusable(OTHER_TYPES.has(shapeType) ? 'geometry.not_polygon' : 'geometry.damaged', { shapeType });
  }
  if (length < 44) return unusable('geometry.damaged', { bytes: length });
  const numParts = view.getInt32(at + 36, true);
  const numPoints = view.getInt32(at + 40, true);
  if (numParts === 0 && numPoints === 0) return unusable('geometry.null', { numParts, numPoints });
  const plain = 44 + 4 * numParts + 16 * numPoints;
  const extra = length - plain;
  const measure = 16 + 8 * numPoints;
  // Z is a must and M may be left out; what follows belongs to nothing, and other readers pass over it too.
  const zBytes = shapeType === 15 ? measure : 0;
  const mBytes = shapeType !== 5 && extra >= zBytes + measure ? measure : 0;
  const surplusBytes = extra - zBytes - mBytes;
  if (numParts < 1 || numPoints < 1 || surplusBytes < 0)
    return unusable('geometry.damaged', { numParts, numPoints, bytes: length });

  const parts: Float64Array[] = [];
  const pointsAt = at + 44 + 4 * numParts;
  for (let part = 0; part < numParts; part++) {
    const first = view.getInt32(at + 44 + 4 * part, true);
    const end = part + 1 < numParts ? view.getInt32(at + 48 + 4 * part, true) : numPoints;
    if (first < 0 || end > numPoints || first >= end || (part === 0 && first !== 0)) {
      return unusable('geometry.damaged', { part: part + 1, first, end });
    }
    const ring = new Float64Array(2 * (end - first));
    let from = pointsAt + 16 * first;
    for (let i = 0; i < ring.length; i++, from += 8) {
      const value = view.getFloat64(from, true);
      if (!(value > -ABSURD && value < ABSURD))
        return unusable('geometry.not_finite', { part: part + 1, point: (i >> 1) + 1 });
      ring[i] = value;
    }
    // With bytes left over, an open ring may have lost points to a wrong count.
    const open = ring[0] !== ring.at(-2) || ring[1] !== ring.at(-1);
    if (surplusBytes > 0 && open) return unusable('geometry.damaged', { numParts, numPoints, bytes: length });
    parts.push(ring);
  }
  const hadM = mBytes > 0 && hasValue(view, at + plain + zBytes + mBytes - 8 * numPoints, numPoints);
  return { kind: 'polygon', parts, hadZ: shapeType === 15, hadM, ...(surplusBytes > 0 ? { surplusBytes } : {}) };
}

/** Many programs write the M block and fill it with "no data". */
function hasValue(view: DataView, at: number, count: number): boolean {
  for (let i = 0; i < count; i++) if (view.getFloat64(at + 8 * i, true) > NO_DATA) return true;
  return false;
}

/** A shape that cannot be used, and why. */
export function unusable(code: FindingCode, detail: NonNullable<Finding['detail']>): RawShape {
  return { kind: 'unusable', code, detail };
}
