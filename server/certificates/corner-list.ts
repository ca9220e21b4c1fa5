/** A corner of a boundary as the paper gives it: X north and Y east, to the centimetre, and the edge to the next one. */
export interface Corner {
  readonly no: number;
  readonly next: number;
  readonly north: number;
  readonly east: number;
  /** Metres from the printed coordinates, so that the table agrees with itself. */
  readonly edge: number;
}

const centimetres = (metres: number): number => Math.round(metres * 100) / 100;

/** Corners of all rings, numbered through; each ring closes on its first corner. */
export function cornerList(rings: readonly (readonly (readonly number[])[])[]): Corner[][] {
  let first = 1;
  return rings.map((ring) => {
    const open = ring.slice(0, -1).map(([x, y]) => [centimetres(x!), centimetres(y!)] as const);
    const corners = open.map(([east, north], index) => {
      const last = index === open.length - 1;
      const [toEast, toNorth] = open[last ? 0 : index + 1]!;
      const edge = Math.hypot(toEast - east, toNorth - north);
      return { no: first + index, next: last ? first : first + index + 1, north, east, edge };
    });
    first += open.length;
    return corners;
  });
}
