/** East and north in metres, in the coordinate system of the parcel's sheet. */
export type Position = readonly [east: number, north: number];
/** Closed: the last position is the first. */
export type Ring = readonly Position[];

/** One edge of a boundary, from a corner to the next one. */
export interface Edge {
  readonly from: Position;
  readonly to: Position;
  readonly lengthM: number;
}

const lengthOf = (a: Position, b: Position): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

/** The edges of a closed ring, in its order. */
export function edgesOf(ring: Ring): Edge[] {
  return ring.slice(1).map((to, i) => {
    const from = ring[i]!;
    return { from, to, lengthM: lengthOf(from, to) };
  });
}

/** Length of all boundaries of a parcel, inner ones included, metres. */
export const perimeterOf = (rings: readonly Ring[]): number =>
  rings.flatMap(edgesOf).reduce((sum, edge) => sum + edge.lengthM, 0);

/** West, south, east, north of a ring. */
export function boxOf(ring: Ring): readonly [minE: number, minN: number, maxE: number, maxN: number] {
  return ring.reduce<[number, number, number, number]>(
    ([minE, minN, maxE, maxN], [east, north]) => [
      Math.min(minE, east),
      Math.min(minN, north),
      Math.max(maxE, east),
      Math.max(maxN, north),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
}
