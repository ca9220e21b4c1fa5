/** The drawing of a parcel in millimetres on paper: true to scale, its labels beside the lines and never on each other. */
import { boxOf, type Ring } from '../domain/drawing/boundary.ts';
import { numberCorners } from '../domain/drawing/number-corners.ts';
import { landSides, outOfCorner, outOfEdge } from '../domain/drawing/out-of-land.ts';
import { roundLength, scaleFor } from '../domain/drawing/scale-for.ts';
import { formatFixed, formatNumber } from '../domain/words/format-number.ts';

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
/** Longest scale bar. */
const BAR_MM = 40;
/** Those of printed coordinates: centimetres. */
export const PRINTED_DECIMALS = 2;
const VERTEX_PT = 7;
const LENGTH_PT = 6.5;
const MM_PER_PT = 25.4 / 72;

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

function wantedLabels(source: readonly Ring[], rings: readonly (readonly Point[])[]): DrawingLabel[] {
  const sides = landSides(source);
  const vertices: DrawingLabel[] = [];
  const lengths: DrawingLabel[] = [];
  for (const [i, corners] of numberCorners(source, PRINTED_DECIMALS).entries()) {
    const [ring, side] = [rings[i]!, sides[i]!];
    for (const [index, corner] of corners.entries()) {
      const [at, to] = [ring[index]!, ring[index + 1]!];
      const before = ring[index === 0 ? corners.length - 1 : index - 1]!;
      const [vx, vy] = outOfCorner(before, at, to, side);
      vertices.push({ text: String(corner.no), at: [at[0] + vx * 3, at[1] + vy * 3], sizePt: VERTEX_PT });
      const [ex, ey] = outOfEdge(at, to, side);
      const text = formatFixed(corner.edgeM, 'vi', 2);
      const off = 2.2 + Math.abs(ex) * text.length * 0.55;
      const middle: Point = [(at[0] + to[0]) / 2, (at[1] + to[1]) / 2];
      lengths.push({ text, at: [middle[0] + ex * off, middle[1] + ey * off], sizePt: LENGTH_PT });
    }
  }
  return [...vertices, ...lengths];
}

/** Draws a parcel from its boundary in the sheet's own system. */
export function drawExtract(source: readonly Ring[], { drawing, scales }: Frame): ExtractDrawing {
  const { widthMm, heightMm } = drawing;
  const [west, south, east, north] = boxOf(source[0]!);
  const room = { width: widthMm - 2 * EDGE_MM, height: heightMm - 2 * EDGE_MM };
  const scale = scaleFor(east - west, north - south, room, scales);
  const onPaper = (metres: number) => (metres * 1000) / scale;
  const rings = source.map((ring) =>
    ring.map(
      ([x, y]): Point => [
        widthMm / 2 + onPaper(x - (west + east) / 2),
        heightMm / 2 + onPaper(y - (south + north) / 2),
      ],
    ),
  );
  const metres = roundLength(scale, BAR_MM);
  return {
    scale,
    widthMm,
    heightMm,
    rings,
    ...placeLabels(wantedLabels(source, rings), widthMm, heightMm),
    bar: { metres, mm: onPaper(metres), text: `${formatNumber(metres, 'vi')} m` },
  };
}
