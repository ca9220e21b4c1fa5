/** What a patient hand with a fine pencil finds on a scanned sheet: edges as they are drawn, and the corners where two of them meet. */
import type { GreyPicture } from '../domain/map-sheet/find-cross.ts';

type Point = readonly [x: number, y: number];

/** How far beside where an edge is looked for it may lie, points. */
const BESIDE = 9;
/** Ends of an edge are left out: there other edges begin. */
const ENDS = 0.15;

interface Line {
  readonly at: Point;
  readonly along: Point;
}

/** Points of ink across an edge that runs about from a to b. */
function inkAlong({ grey, width, height }: GreyPicture, a: Point, b: Point): Point[] {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const found: Point[] = [];
  for (let s = length * ENDS; s <= length * (1 - ENDS); s += 1) {
    let [weight, moment] = [0, 0];
    for (let t = -BESIDE; t <= BESIDE; t += 0.5) {
      const [u, v] = [Math.floor(a[0] + s * dx - t * dy), Math.floor(a[1] + s * dy + t * dx)];
      const ink = u < 0 || v < 0 || u >= width || v >= height ? 0 : Math.max(0, 200 - grey[v * width + u]!);
      weight += ink;
      moment += ink * t;
    }
    if (weight > 100) found.push([a[0] + s * dx - (moment / weight) * dy, a[1] + s * dy + (moment / weight) * dx]);
  }
  return found;
}

function lineThrough(points: readonly Point[]): Line {
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const at: Point = [mean(0), mean(1)];
  let [xx, xy, yy] = [0, 0, 0];
  for (const [x, y] of points) {
    xx += (x - at[0]) ** 2;
    xy += (x - at[0]) * (y - at[1]);
    yy += (y - at[1]) ** 2;
  }
  const turn = 0.5 * Math.atan2(2 * xy, xx - yy);
  return { at, along: [Math.cos(turn), Math.sin(turn)] };
}

const beside = ({ at, along }: Line, [x, y]: Point) => Math.abs((x - at[0]) * along[1] - (y - at[1]) * along[0]);

/** Letters and crosses beside an edge are no part of it: what lies off is left out, and the rest is laid anew. */
function edgeNear(picture: GreyPicture, a: Point, b: Point): Line {
  let points = inkAlong(picture, a, b);
  if (points.length < 10) throw new Error(`no edge between ${a.join()} and ${b.join()}`);
  for (const most of [3, 1.5, 1]) {
    const line = lineThrough(points);
    const kept = points.filter((point) => beside(line, point) <= most);
    if (kept.length >= 10) points = kept;
  }
  return lineThrough(points);
}

function meet(one: Line, other: Line): Point {
  const cross = one.along[0] * other.along[1] - one.along[1] * other.along[0];
  const [dx, dy] = [other.at[0] - one.at[0], other.at[1] - one.at[1]];
  const t = (dx * other.along[1] - dy * other.along[0]) / cross;
  return [one.at[0] + t * one.along[0], one.at[1] + t * one.along[1]];
}

/** Corners of a ring as they stand on a picture. `about`: where each is, to within some points. */
export function traceCorners(picture: GreyPicture, about: readonly Point[]): Point[] {
  const edges = about.map((a, at) => edgeNear(picture, a, about[(at + 1) % about.length]!));
  return edges.map((edge, at) => meet(edges[(at + edges.length - 1) % edges.length]!, edge));
}
