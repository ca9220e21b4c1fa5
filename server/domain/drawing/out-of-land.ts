/** Which way leads out of a parcel from its boundary: where text beside a line has room. */
import { edgesOf, type Position, type Ring } from './boundary.ts';

/** A direction on the ground: east and north, of length 1. */
export type Direction = readonly [east: number, north: number];

/** 1 where the land is to the left of the edges of a ring, -1 where it is to their right. */
export type LandSide = 1 | -1;

/** Sides of all rings of a parcel: the first is its outside, around the others the land lies outside. */
export function landSides(rings: readonly Ring[]): LandSide[] {
  return rings.map((ring, i) => (isCounterClockwise(ring) === (i === 0) ? 1 : -1));
}

/** The land is to the left of a ring that runs counter-clockwise. */
function isCounterClockwise(ring: Ring): boolean {
  const [e0, n0] = ring[0]!;
  const twice = edgesOf(ring).reduce(
    (sum, { from, to }) => sum + (from[0] - e0) * (to[1] - n0) - (to[0] - e0) * (from[1] - n0),
    0,
  );
  return twice >= 0;
}

function unit(east: number, north: number): Direction {
  const length = Math.hypot(east, north) || 1;
  return [east / length, north / length];
}

/** Square to an edge, out of the land. */
export function outOfEdge(from: Position, to: Position, side: LandSide): Direction {
  const [east, north] = unit(to[0] - from[0], to[1] - from[1]);
  return [north * side, -east * side];
}

/** Between the two edges that meet at a corner, out of the land. */
export function outOfCorner(before: Position, at: Position, after: Position, side: LandSide): Direction {
  const [a, b] = [unit(at[0] - before[0], at[1] - before[1]), unit(after[0] - at[0], after[1] - at[1])];
  return unit((a[1] + b[1]) * side, -(a[0] + b[0]) * side);
}
