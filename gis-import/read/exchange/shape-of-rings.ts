import type { RawShape } from '../raw-row.ts';

const ABSURD = 1e8;

/** Rings as texts of numbers, east and north in turn, as a shape; whether they lie within each other is asked later. */
export function shapeOfRings(rings: readonly string[]): RawShape {
  if (rings.length === 0) return { kind: 'unusable', code: 'geometry.null', detail: {} };
  const parts: Float64Array[] = [];
  for (const [at, text] of rings.entries()) {
    const numbers = Float64Array.from(text.split(/[\s,]+/), (word) =>
      /^[+-]?\d+(?:\.\d+)?$/.test(word) ? Number(word) : Number.NaN,
    );
    const detail = { ring: at + 1 };
    if (numbers.length % 2 > 0 || numbers.some(Number.isNaN))
      return { kind: 'unusable', code: 'geometry.damaged', detail };
    if (numbers.some((number) => Math.abs(number) >= ABSURD))
      return { kind: 'unusable', code: 'geometry.not_finite', detail };
    if (numbers.length < 8) return { kind: 'unusable', code: 'geometry.too_few_points', detail };
    parts.push(numbers);
  }
  return { kind: 'polygon', parts, hadZ: false, hadM: false };
}
