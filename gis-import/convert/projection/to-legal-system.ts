import { isPlausible, type Projection, transformBetween } from '../../../server/domain/crs.ts';

/** How the numbers of a file are read, and where they go. */
export interface Move {
  readonly from: Projection;
  readonly to: Projection;
  readonly swapAxes: boolean;
  /** Metres (degrees) per unit of the file. */
  readonly unit: number;
}

/**
 * Rings moved into the legal system, in its axis order, not yet on the storage grid. A point that no map of the country
 * has in the file's system comes back instead: the move would turn it into nonsense.
 */
export function toLegalSystem(
  rings: readonly Float64Array[],
  { from, to, swapAxes, unit }: Move,
): Float64Array[] | { readonly stray: readonly [number, number] } {
  const convert = transformBetween(from, to);
  const moved: Float64Array[] = [];
  for (const ring of rings) {
    const out = new Float64Array(ring.length);
    for (let i = 0; i < ring.length; i += 2) {
      const east = ring[swapAxes ? i + 1 : i]! * unit;
      const north = ring[swapAxes ? i : i + 1]! * unit;
      if (!isPlausible(from, east, north)) return { stray: [east, north] };
      const [x, y] = convert([east, north]);
      if (!isPlausible(to, x, y)) return { stray: [east, north] };
      out[i] = x;
      out[i + 1] = y;
    }
    moved.push(out);
  }
  return moved;
}
