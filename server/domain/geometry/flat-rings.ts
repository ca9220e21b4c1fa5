import type { Ring } from './ring.ts';

/** Rings of points as flat rings, closed where they are not. */
export function flatRings(rings: readonly (readonly (readonly [number, number])[])[]): Ring[] {
  return rings.map((points) => {
    const [first, last] = [points[0]!, points.at(-1)!];
    const closed = first[0] === last[0] && first[1] === last[1] ? points : [...points, first];
    return Float64Array.from(closed.flat());
  });
}
