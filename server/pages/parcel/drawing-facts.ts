/** What a drawing is made from (registry/portal/draw-parcel.ts gives it): metres, east and north, in the sheet's own system. */
export type Position = readonly [east: number, north: number];
/** Closed: the last position is the first. */
export type Ring = readonly Position[];

export interface DrawingFacts {
  readonly srid: number;
  readonly parcel: readonly Ring[];
  readonly neighbours: readonly { readonly no: string | null; readonly rings: readonly Ring[] }[];
  readonly frame: readonly [minE: number, minN: number, maxE: number, maxN: number];
}

/** One edge of a boundary, from corner `from` (0 = first) to the next one. Metres. */
export interface Edge {
  readonly from: Position;
  readonly to: Position;
  readonly lengthM: number;
}

export const lengthOf = (a: Position, b: Position): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

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
