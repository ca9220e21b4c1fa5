import type { Position, Ring } from './boundary.ts';

/** A corner of a boundary as a table lists it, and its edge to the next one. */
export interface Corner {
  readonly no: number;
  readonly next: number;
  readonly east: number;
  readonly north: number;
  readonly edgeM: number;
}

/**
 * Corners of all rings, numbered through from 1; each ring closes on its first corner. `decimals`: those to which
 * coordinates are printed, so that a table agrees with itself: an edge is then as long as its printed corners say.
 */
export function numberCorners(rings: readonly Ring[], decimals?: number): Corner[][] {
  const printed = (metres: number): number =>
    decimals === undefined ? metres : Math.round(metres * 10 ** decimals) / 10 ** decimals;
  let first = 1;
  return rings.map((ring) => {
    const corners = ring.slice(0, -1).map(([east, north]): Position => [printed(east), printed(north)]);
    const numbered = corners.map(([east, north], index): Corner => {
      const next = (index + 1) % corners.length;
      const [toEast, toNorth] = corners[next]!;
      return { no: first + index, next: first + next, east, north, edgeM: Math.hypot(toEast - east, toNorth - north) };
    });
    first += corners.length;
    return numbered;
  });
}
