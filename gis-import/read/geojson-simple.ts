/** Points and lines of a GeoJSON feature. RFC 7946, 3.1.2 to 3.1.5. */
import type { RawSimple } from './raw-row.ts';

const ABSURD = 1e8;

function flat(positions: unknown): Float64Array | null {
  if (!Array.isArray(positions) || positions.length === 0) return null;
  const out = new Float64Array(2 * positions.length);
  for (const [i, position] of positions.entries()) {
    if (!Array.isArray(position) || position.length < 2) return null;
    const [x, y]: unknown[] = position;
    if (typeof x !== 'number' || typeof y !== 'number' || !(Math.abs(x) < ABSURD && Math.abs(y) < ABSURD)) return null;
    out[2 * i] = x;
    out[2 * i + 1] = y;
  }
  return out;
}

/** Null for a collection, and for what is damaged. Heights are dropped. */
export function simpleOf(geometry: object): RawSimple | null {
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
  const name = String(type);
  const list = partsOf(name, coordinates);
  if (!Array.isArray(list) || list.length === 0) return null;
  const parts = list.map(flat);
  const whole = parts.filter((part) => part !== null);
  return whole.length === parts.length
    ? { kind: name.endsWith('Point') ? 'points' : 'lines', type: name, parts: whole }
    : null;
}

function partsOf(name: string, coordinates: unknown): unknown {
  if (name === 'Point') return [[coordinates]];
  if (name === 'MultiPoint' || name === 'LineString') return [coordinates];
  return name === 'MultiLineString' ? coordinates : null;
}
