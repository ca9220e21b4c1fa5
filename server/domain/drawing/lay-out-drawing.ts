/** The drawing of a parcel among its neighbours, true to scale: where on paper everything stands. All in millimetres. */
import { poleOfInaccessibility } from '../geometry/pole-of-inaccessibility/pole-of-inaccessibility.ts';
import { edgesOf, type Position, type Ring } from './boundary.ts';
import { type Corner, numberCorners } from './number-corners.ts';
import { type LandSide, landSides, outOfCorner, outOfEdge } from './out-of-land.ts';
import { type PaperRoom, roundLength, scaleFor } from './scale-for.ts';

/** What a drawing is made from: metres, east and north, in the sheet's own system. */
export interface DrawingFacts {
  readonly srid: number;
  readonly parcel: readonly Ring[];
  readonly neighbours: readonly { readonly no: string | null; readonly rings: readonly Ring[] }[];
  readonly frame: readonly [minE: number, minN: number, maxE: number, maxN: number];
}

/** From the upper left corner of the frame, right and down. */
export type Point = readonly [x: number, y: number];

interface EdgeLabel {
  readonly lengthM: number;
  readonly at: Point;
  /** Degrees clockwise, never upside down. */
  readonly angle: number;
}

interface CornerMark {
  readonly no: number;
  readonly at: Point;
  /** Where its number stands; null where it would stand on the one before. */
  readonly label: Point | null;
}

export interface DrawingLayout {
  /** Denominator at which the drawing prints. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  readonly rings: readonly {
    readonly points: readonly Point[];
    readonly corners: readonly CornerMark[];
    /** Of the edges that are long enough to say it. */
    readonly lengths: readonly EdgeLabel[];
  }[];
  /** `label`: where the number stands, if there is room for it. */
  readonly neighbours: readonly {
    readonly no: string | null;
    readonly rings: readonly (readonly Point[])[];
    readonly label: Point | null;
  }[];
  /** At round coordinates, so that a print can be checked with a ruler. */
  readonly crosses: readonly Point[];
  readonly bar: { readonly metres: number; readonly length: number };
}

/** Longest scale bar. */
const BAR = 50;
const EDGE_TEXT_FROM = 9;
const EDGE_TEXT_OFF = 2.4;
const CORNER_TEXT_OFF = 3;
const CORNERS_APART = 4.5;

interface Paper {
  readonly width: number;
  readonly height: number;
  readonly at: (position: Position) => Point;
}

export function layOutDrawing(facts: DrawingFacts, room: PaperRoom): DrawingLayout {
  const [minE, minN, maxE, maxN] = facts.frame;
  const scale = scaleFor(maxE - minE, maxN - minN, room);
  const perMetre = 1000 / scale;
  const paper: Paper = {
    width: (maxE - minE) * perMetre,
    height: (maxN - minN) * perMetre,
    // North is up, so paper's y runs against it.
    at: ([east, north]) => [(east - minE) * perMetre, (maxN - north) * perMetre],
  };
  const metres = roundLength(scale, BAR);
  const sides = landSides(facts.parcel);
  const corners = numberCorners(facts.parcel);
  return {
    scale,
    width: paper.width,
    height: paper.height,
    rings: facts.parcel.map((ring, i) => ({
      points: pointsOf(ring, paper),
      corners: cornerMarks(ring, corners[i]!, sides[i]!, paper),
      lengths: edgeLabels(ring, sides[i]!, paper),
    })),
    neighbours: facts.neighbours.map(({ no, rings }) => ({
      no,
      rings: rings.map((ring) => pointsOf(ring, paper)),
      label: no === null ? null : neighbourLabel(no, rings, paper),
    })),
    crosses: gridCrosses(facts, paper, metres),
    bar: { metres, length: metres * perMetre },
  };
}

const pointsOf = (ring: Ring, { at }: Paper): Point[] => ring.slice(0, -1).map(at);

/** Along each edge that is long enough, outside the parcel. */
function edgeLabels(ring: Ring, side: LandSide, paper: Paper): EdgeLabel[] {
  return edgesOf(ring).flatMap(({ from, to, lengthM }) => {
    const [[x1, y1], [x2, y2]] = [paper.at(from), paper.at(to)];
    if (Math.hypot(x2 - x1, y2 - y1) < EDGE_TEXT_FROM) return [];
    const [east, north] = outOfEdge(from, to, side);
    const at: Point = [(x1 + x2) / 2 + east * EDGE_TEXT_OFF, (y1 + y2) / 2 - north * EDGE_TEXT_OFF];
    const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
    return [{ lengthM, at, angle: angle > 90 ? angle - 180 : angle <= -90 ? angle + 180 : angle }];
  });
}

/** Numbers of the corners, as in the table, inside the parcel. */
function cornerMarks(ring: Ring, numbered: readonly Corner[], side: LandSide, paper: Paper): CornerMark[] {
  const corners = ring.slice(0, -1);
  let last: Point | undefined;
  return corners.map((corner, i) => {
    const at = paper.at(corner);
    const apart = !last || Math.hypot(at[0] - last[0], at[1] - last[1]) >= CORNERS_APART;
    if (apart) last = at;
    const [east, north] = outOfCorner(corners.at(i - 1)!, corner, corners[(i + 1) % corners.length]!, side);
    const label: Point = [at[0] - east * CORNER_TEXT_OFF, at[1] + north * CORNER_TEXT_OFF];
    return { no: numbered[i]!.no, at, label: apart ? label : null };
  });
}

/** Distance of a point from the nearest of a shape's boundaries. Rings are flat [x, y, …], closed. */
function clearance(rings: readonly Float64Array[], x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (let i = 2; i < ring.length; i += 2) {
      const [ax, ay] = [ring[i - 2]!, ring[i - 1]!];
      const [dx, dy] = [ring[i]! - ax, ring[i + 1]! - ay];
      const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      nearest = Math.min(nearest, Math.hypot(x - ax - along * dx, y - ay - along * dy));
    }
  }
  return nearest;
}

/** Room for a number: inside the frame, and half a letter from every line. */
function neighbourLabel(no: string, rings: readonly Ring[], paper: Paper): Point | null {
  const flat = rings.map((ring) => Float64Array.from(ring.flatMap(paper.at)));
  if (!flat[0] || flat[0].length < 8) return null;
  const [x, y] = poleOfInaccessibility(flat, 0, 0, 0.5);
  const room = Math.min(x, y, paper.width - x, paper.height - y, clearance(flat, x, y));
  return room < 1 + no.length * 0.6 ? null : [x, y];
}

function gridCrosses({ frame: [minE, minN, maxE, maxN] }: DrawingFacts, paper: Paper, step: number): Point[] {
  const made: Point[] = [];
  for (let e = Math.ceil(minE / step) * step; e <= maxE; e += step) {
    for (let n = Math.ceil(minN / step) * step; n <= maxN; n += step) made.push(paper.at([e, n]));
  }
  return made;
}
