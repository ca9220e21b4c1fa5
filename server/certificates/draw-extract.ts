/** The drawing of a parcel in millimetres on paper: true to scale, its labels beside the lines and never on each other. */

import { niceBelow } from '../domain/drawing/nice-below.ts';
import { formatFixed, formatNumber } from '../domain/words/format-number.ts';
import { type Corner, cornerList } from './corner-list.ts';

/** Millimetres from the lower left corner of the drawing. */
export type Point = readonly [x: number, y: number];
export interface DrawingLabel {
  readonly text: string;
  readonly at: Point;
  readonly sizePt: number;
}
export interface ExtractDrawing {
  readonly scale: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly rings: readonly (readonly Point[])[];
  readonly labels: readonly DrawingLabel[];
  readonly bar: { readonly metres: number; readonly mm: number; readonly text: string };
  /** Whether labels were left out where there is no room for them. */
  readonly dense: boolean;
}
interface Frame {
  readonly drawing: { readonly widthMm: number; readonly heightMm: number };
  readonly scales: readonly number[];
}

/** Room kept around the land for its labels. */
const EDGE_MM = 10;
const VERTEX_PT = 7;
const LENGTH_PT = 6.5;
const MM_PER_PT = 25.4 / 72;

/** The largest standard scale at which the land fits; beyond the last one the next round number. */
export function standardScale(widthM: number, heightM: number, { drawing, scales }: Frame): number {
  const needed = Math.max(
    (widthM * 1000) / (drawing.widthMm - 2 * EDGE_MM),
    (heightM * 1000) / (drawing.heightMm - 2 * EDGE_MM),
  );
  return scales.find((scale) => scale >= needed) ?? Math.ceil(needed / 50_000) * 50_000;
}

function contains(rings: readonly (readonly Point[])[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 1) {
      const [[ax, ay], [bx, by]] = [ring[i]!, ring[i + 1]!];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

/** Places labels in order of weight; one that would lie on another is left out. */
function placeLabels(wanted: readonly DrawingLabel[], widthMm: number, heightMm: number) {
  const taken: { x: number; y: number; w: number; h: number }[] = [];
  const labels = wanted.filter(({ text, at: [x, y], sizePt }) => {
    const [w, h] = [text.length * sizePt * 0.62 * MM_PER_PT, sizePt * 1.05 * MM_PER_PT];
    const box = { x: x - w / 2, y: y - h / 2, w, h };
    if (box.x < 0 || box.y < 0 || box.x + w > widthMm || box.y + h > heightMm) return false;
    if (taken.some((b) => box.x < b.x + b.w && b.x < box.x + w && box.y < b.y + b.h && b.y < box.y + h)) return false;
    taken.push(box);
    return true;
  });
  return { labels, dense: labels.length < wanted.length };
}

/** The unit vector square to a line that points out of the land. */
function outward(rings: readonly (readonly Point[])[], at: Point, dx: number, dy: number): Point {
  const length = Math.hypot(dx, dy) || 1;
  const [nx, ny] = [-dy / length, dx / length];
  return contains(rings, [at[0] + nx * 0.2, at[1] + ny * 0.2]) ? [-nx, -ny] : [nx, ny];
}

const unit = ([x, y]: Point): Point => {
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
};

/** The unit vector that halves the angle of a corner on the side where the land is not. */
function awayFromCorner(rings: readonly (readonly Point[])[], from: Point, at: Point, to: Point): Point {
  const [a, b] = [unit([from[0] - at[0], from[1] - at[1]]), unit([to[0] - at[0], to[1] - at[1]])];
  // On a straight line there is no angle to halve.
  if (Math.hypot(a[0] + b[0], a[1] + b[1]) < 0.05) return outward(rings, at, to[0] - from[0], to[1] - from[1]);
  const [x, y] = unit([a[0] + b[0], a[1] + b[1]]);
  return contains(rings, [at[0] + x * 0.2, at[1] + y * 0.2]) ? [-x, -y] : [x, y];
}

function labelsOf(corners: readonly Corner[], ring: readonly Point[], rings: readonly (readonly Point[])[]) {
  const vertices: DrawingLabel[] = [];
  const lengths: DrawingLabel[] = [];
  for (const [index, corner] of corners.entries()) {
    const [at, to] = [ring[index]!, ring[index + 1]!];
    const from = ring[index === 0 ? corners.length - 1 : index - 1]!;
    const [vx, vy] = awayFromCorner(rings, from, at, to);
    vertices.push({ text: String(corner.no), at: [at[0] + vx * 3, at[1] + vy * 3], sizePt: VERTEX_PT });
    const middle: Point = [(at[0] + to[0]) / 2, (at[1] + to[1]) / 2];
    const [ex, ey] = outward(rings, middle, to[0] - at[0], to[1] - at[1]);
    const text = formatFixed(corner.edge, 'vi', 2);
    const off = 2.2 + Math.abs(ex) * text.length * 0.55;
    lengths.push({ text, at: [middle[0] + ex * off, middle[1] + ey * off], sizePt: LENGTH_PT });
  }
  return { vertices, lengths };
}

/** Draws a parcel from its boundary in the sheet's own system (east, north in metres). */
export function drawExtract(source: readonly (readonly (readonly number[])[])[], frame: Frame): ExtractDrawing {
  const { widthMm, heightMm } = frame.drawing;
  const xs = source[0]!.map(([x]) => x!);
  const ys = source[0]!.map(([, y]) => y!);
  const bound = (values: readonly number[]) =>
    values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const, [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ] as const);
  const [[west, east], [south, north]] = [bound(xs), bound(ys)];
  const scale = standardScale(east - west, north - south, frame);
  const onPaper = (metres: number) => (metres * 1000) / scale;
  const rings = source.map((ring) =>
    ring.map(
      ([x, y]): Point => [
        widthMm / 2 + onPaper(x! - (west + east) / 2),
        heightMm / 2 + onPaper(y! - (south + north) / 2),
      ],
    ),
  );
  const found = cornerList(source).map((corners, index) => labelsOf(corners, rings[index]!, rings));
  const wanted = [...found.flatMap(({ vertices }) => vertices), ...found.flatMap(({ lengths }) => lengths)];
  const metres = niceBelow((40 * scale) / 1000);
  return {
    scale,
    widthMm,
    heightMm,
    rings,
    ...placeLabels(wanted, widthMm, heightMm),
    bar: { metres, mm: onPaper(metres), text: `${formatNumber(metres, 'vi')} m` },
  };
}
