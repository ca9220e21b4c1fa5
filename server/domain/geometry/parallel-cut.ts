/**
 * Cuts parallel to an edge of a parcel: at a distance from it, or so that as much ground as is wanted lies on its side. Metres and
 * m² of the sheet's own system, points are [east, north]. What comes of it is decided by the cut itself, in PostGIS.
 */
export type CutPoint = readonly [east: number, north: number];
type Ring = readonly (readonly number[])[];

export interface Edge {
  readonly from: CutPoint;
  readonly to: CutPoint;
  readonly lengthM: number;
}

export interface ParallelCut {
  /** Both ends lie a little outside of the parcel, to 0.1 mm. */
  readonly line: readonly [CutPoint, CutPoint];
  /** From the edge, into the parcel. */
  readonly offsetM: number;
  /** Ground on the edge's side of the line, and beyond it. */
  readonly nearM2: number;
  readonly farM2: number;
}

/** How far a line reaches beyond the parcel: it cuts for certain. */
const BEYOND_M = 0.5;
/** Halvings of the parcel's depth: 60 leave less than a double can tell. */
const HALVINGS = 60;

/** Edges of the outer boundary, each as long as people can point at, in its order. */
export function edgesOf(rings: readonly Ring[]): Edge[] {
  const ring = rings[0] ?? [];
  return ring.slice(1).flatMap(([x2 = 0, y2 = 0], at): Edge[] => {
    const [x1 = 0, y1 = 0] = ring[at]!;
    const lengthM = Math.hypot(x2 - x1, y2 - y1);
    return lengthM < 0.01 ? [] : [{ from: [x1, y1], to: [x2, y2], lengthM }];
  });
}

/** Twice the signed area. */
function doubleArea(ring: readonly CutPoint[]): number {
  let sum = 0;
  for (const [at, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring[(at + 1) % ring.length]!;
    sum += x1 * y2 - x2 * y1;
  }
  return sum;
}

/** The part of a ring at or below a height; pieces hang together by edges of no width, which have no area. */
function below(ring: readonly CutPoint[], height: number): CutPoint[] {
  const kept: CutPoint[] = [];
  for (const [at, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring[(at + 1) % ring.length]!;
    if (y1 <= height) kept.push([x1, y1]);
    if (y1 <= height !== y2 <= height) kept.push([x1 + ((x2 - x1) * (height - y1)) / (y2 - y1), height]);
  }
  return kept;
}

/** The parcel turned so that the edge lies on the first axis from the origin, its own ground above it. */
function lay(rings: readonly Ring[], { from, to, lengthM }: Edge) {
  const [ux, uy] = [(to[0] - from[0]) / lengthM, (to[1] - from[1]) / lengthM];
  const turned = rings.map((ring) =>
    ring.slice(0, -1).map(([x = 0, y = 0]): CutPoint => {
      const [dx, dy] = [x - from[0], y - from[1]];
      return [dx * ux + dy * uy, dy * ux - dx * uy];
    }),
  );
  const outer = turned[0]!;
  // A ring that runs clockwise has its ground on the right of its edges.
  const side = doubleArea(outer) >= 0 ? 1 : -1;
  const laid = side === 1 ? turned : turned.map((ring) => ring.map(([s, t]): CutPoint => [s, -t]));
  const unsigned = (ring: readonly CutPoint[]) => Math.abs(doubleArea(ring)) / 2;
  const areaBelow = (height: number): number => {
    const [first, ...yards] = laid.map((ring) => unsigned(below(ring, height)));
    return first! - yards.reduce((sum, area) => sum + area, 0);
  };
  const back = ([s, t]: CutPoint): CutPoint => [from[0] + s * ux - side * t * uy, from[1] + s * uy + side * t * ux];
  return { outer: laid[0]!, areaBelow, back };
}

const tenth = (metres: number) => Math.round(metres * 1e4) / 1e4;

/** The cut at a distance from an edge; null where the parcel does not reach so far. */
export function cutAtOffset(rings: readonly Ring[], edge: Edge, offsetM: number): ParallelCut | null {
  const { outer, areaBelow, back } = lay(rings, edge);
  const depth = Math.max(...outer.map(([, t]) => t));
  if (!(offsetM > 0 && offsetM < depth)) return null;
  const [west, east] = [Math.min(...outer.map(([s]) => s)), Math.max(...outer.map(([s]) => s))];
  const end = (s: number): CutPoint => {
    const [x, y] = back([s, offsetM]);
    return [tenth(x), tenth(y)];
  };
  const nearM2 = areaBelow(offsetM);
  return {
    line: [end(west - BEYOND_M), end(east + BEYOND_M)],
    offsetM,
    nearM2,
    farM2: areaBelow(depth) - nearM2,
  };
}

/** The cut that leaves so much ground on the edge's side; null where the parcel has no more than that, or none there. */
export function cutAtArea(rings: readonly Ring[], edge: Edge, areaM2: number): ParallelCut | null {
  const { outer, areaBelow } = lay(rings, edge);
  let [low, high] = [0, Math.max(...outer.map(([, t]) => t))];
  if (!(areaM2 > areaBelow(low) && areaM2 < areaBelow(high))) return null;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (areaBelow(middle) < areaM2) low = middle;
    else high = middle;
  }
  return cutAtOffset(rings, edge, high);
}

/**
 * Computed ground that makes a part of so much registered area: registered areas are shared in proportion to computed ones.
 * Where none is registered the two are one.
 */
export const groundFor = (wantedM2: number, computedM2: number, legalM2: number | null): number =>
  legalM2 === null ? wantedM2 : (wantedM2 * computedM2) / legalM2;
