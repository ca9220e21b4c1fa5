/** The drawing of a parcel in millimetres on paper: true to scale, among its neighbours, its labels never on each other nor on its lines. */
import { boxOf, type Position, type Ring } from '../../domain/drawing/boundary.ts';
import { numberCorners } from '../../domain/drawing/number-corners.ts';
import { landSides, outOfCorner, outOfEdge } from '../../domain/drawing/out-of-land.ts';
import { roundLength, scaleFor } from '../../domain/drawing/scale-for.ts';
import { formatFixed } from '../../domain/words/format-number.ts';
import { linesAround, type Neighbour, numbersAround, ownNumber } from './draw-around.ts';
import { drawFrame } from './draw-frame.ts';
import type { DrawingLabel, ExtractDrawing, Point } from './extract-drawing.ts';
import { type LabelRoom, openLabelRoom, widthOf } from './label-room.ts';

/** What a template says of a drawing: `frameMm` round it for coordinates, `footMm` below it for the bars; without them it stands free. */
export interface DrawingTemplate {
  readonly drawing: {
    readonly widthMm: number;
    readonly heightMm: number;
    readonly frameMm?: number;
    readonly footMm?: number;
  };
  readonly scales: readonly number[];
}

/** Room kept around the land for its labels. */
const EDGE_MM = 8;
/** And beyond it for what lies around, where the land is low; no drawing is lower than this. */
const NEIGHBOURS_MM = 8;
const LEAST_MM = 75;
/** Longest scale bar. */
const BAR_MM = 45;
const CHECK_MM = 100;
/** The arrow stands in this much of the upper right corner, where no land comes. */
const ARROW = { width: 6, height: 17 } as const;
/** Those of printed coordinates: centimetres. */
export const PRINTED_DECIMALS = 2;
const VERTEX_PT = 7;
const LENGTH_PT = 6.5;
/** Ways beside the one that leads straight out of a corner, degrees, the best first. */
const TURNS = [0, 40, -40, 80, -80, 120, -120, 180] as const;

interface Paper {
  readonly heightMm: number;
  readonly scale: number;
  /** Lower left and upper right corner of what is drawn on. */
  readonly from: Point;
  readonly to: Point;
  /** East and north that are drawn in its middle. */
  readonly middle: Position;
  at(position: Position): Point;
}

function layPaper(rings: readonly Ring[], { drawing, scales }: DrawingTemplate): Paper {
  const { widthMm, heightMm: most, frameMm = 0, footMm = 0 } = drawing;
  const [west, south, east, north] = boxOf(rings.flat());
  const around = 2 * frameMm + footMm;
  const room = { width: widthMm - 2 * frameMm - 2 * EDGE_MM, height: most - around - 2 * EDGE_MM };
  const scale = scaleFor(east - west, north - south, room, scales);
  const wanted = ((north - south) * 1000) / scale + 2 * (EDGE_MM + NEIGHBOURS_MM) + around;
  // Low land leaves its paper to what stands below; without a frame the place is of a given size.
  const heightMm = frameMm > 0 ? Math.min(most, Math.max(LEAST_MM, wanted)) : most;
  const [from, to]: [Point, Point] = [
    [frameMm, frameMm + footMm],
    [widthMm - frameMm, heightMm - frameMm],
  ];
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const perMetre = 1000 / scale;
  return {
    heightMm,
    scale,
    from,
    to,
    middle,
    at: ([e, n]) => [x + (e - middle[0]) * perMetre, y + (n - middle[1]) * perMetre],
  };
}

/** The ground that a drawing shows: west, south, east, north, in metres. */
export function groundOf(rings: readonly Ring[], template: DrawingTemplate): readonly [number, number, number, number] {
  const { scale, from, to, middle } = layPaper(rings, template);
  const [e, n] = [((to[0] - from[0]) * scale) / 2000, ((to[1] - from[1]) * scale) / 2000];
  return [middle[0] - e, middle[1] - n, middle[0] + e, middle[1] + n];
}

/** The first of the wishes that has room. */
const placeOne = (room: LabelRoom, wishes: Iterable<DrawingLabel>): DrawingLabel[] => {
  for (const wish of wishes) if (room.place(wish)) return [wish];
  return [];
};

function* besideCorner(text: string, [x, y]: Point, [vx, vy]: readonly [number, number]): Generator<DrawingLabel> {
  const base = Math.atan2(vy, vx);
  for (const off of [2.6, 4])
    for (const turn of TURNS) {
      const way = base + (turn * Math.PI) / 180;
      const away = off + Math.abs(Math.cos(way)) * (widthOf(text, VERTEX_PT) / 2 - 0.6);
      yield { text, at: [x + Math.cos(way) * away, y + Math.sin(way) * away], sizePt: VERTEX_PT };
    }
}

/** Along the edge, first outside the land, then inside; where the edge is shorter than its number, beside it. */
function* besideEdge(
  text: string,
  from: Point,
  to: Point,
  [vx, vy]: readonly [number, number],
): Generator<DrawingLabel> {
  const [mx, my] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const long = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const width = widthOf(text, LENGTH_PT);
  if (long >= width + 1) {
    const turned = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
    const angle = turned > 90 ? turned - 180 : turned <= -90 ? turned + 180 : turned;
    for (const off of [1.9, -1.9]) yield { text, at: [mx + vx * off, my + vy * off], sizePt: LENGTH_PT, angle };
    return;
  }
  if (long < 3) return;
  const off = 1.6 + Math.abs(vx) * (width / 2);
  yield { text, at: [mx + vx * off, my + vy * off], sizePt: LENGTH_PT };
}

function ownLabels(source: readonly Ring[], rings: readonly (readonly Point[])[], room: LabelRoom) {
  const sides = landSides(source);
  const numbered = numberCorners(source, PRINTED_DECIMALS);
  const [vertices, lengths]: [DrawingLabel[], DrawingLabel[]] = [[], []];
  for (const [i, corners] of numbered.entries())
    for (const [index, { no }] of corners.entries()) {
      const ring = rings[i]!;
      const out = outOfCorner(
        ring[index === 0 ? corners.length - 1 : index - 1]!,
        ring[index]!,
        ring[index + 1]!,
        sides[i]!,
      );
      vertices.push(...placeOne(room, besideCorner(String(no), ring[index]!, out)));
    }
  for (const [i, corners] of numbered.entries())
    for (const [index, { edgeM }] of corners.entries()) {
      const [at, to] = [rings[i]![index]!, rings[i]![index + 1]!];
      lengths.push(...placeOne(room, besideEdge(formatFixed(edgeM, 'vi', 2), at, to, outOfEdge(at, to, sides[i]!))));
    }
  const edges = numbered.flat().map(({ edgeM }) => edgeM);
  return {
    labels: [...vertices, ...lengths],
    dense: vertices.length + lengths.length < 2 * edges.length,
    corners: edges.length,
    leastM: edges.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY),
    mostM: edges.reduce((most, one) => Math.max(most, one), 0),
  };
}

/** Draws a parcel from its boundary in the sheet's own system, with its number and with what lies around it in the same system. */
export function drawExtract(
  source: readonly Ring[],
  template: DrawingTemplate,
  neighbours: readonly Neighbour[] = [],
  no = '',
): ExtractDrawing {
  const { widthMm, frameMm = 0, footMm = 0 } = template.drawing;
  const paper = layPaper(source, template);
  const { heightMm, scale, from, to, at } = paper;
  const rings = source.map((ring) => ring.map(at));
  const metres = roundLength(scale, BAR_MM);
  const bar = { at: footMm > 0 ? ([frameMm, 1] as const) : ([2, 2] as const), metres, mm: (metres * 1000) / scale };
  const arrow: Point = [to[0] - ARROW.width / 2 - 1, to[1] - ARROW.height];
  const room = openLabelRoom(from, to);
  for (const ring of rings) for (const [index, point] of ring.slice(1).entries()) room.keepLine([ring[index]!, point]);
  for (const [x, y] of rings.flatMap((ring) => ring.slice(1))) room.keepBox([x - 0.6, y - 0.6], [x + 0.6, y + 0.6]);
  room.keepBox([to[0] - ARROW.width - 2, to[1] - ARROW.height - 1], to);
  if (footMm === 0) room.keepBox([0, 0], [bar.at[0] + bar.mm + 8, 7]);
  const frame = frameMm > 0 ? drawFrame({ widthMm, heightMm }, paper) : null;
  for (const tick of frame?.ticks ?? []) room.keepLine(tick);
  const lines = linesAround(neighbours, paper, room);
  const number = ownNumber(no, source, paper, room);
  return {
    scale,
    widthMm,
    heightMm,
    rings,
    ...ownLabels(source, rings, room),
    own: number,
    around: { lines, labels: numbersAround(neighbours, paper, room) },
    frame,
    arrow,
    bar: { ...bar, parts: String(metres).startsWith('5') ? 5 : 4 },
    checkLine:
      footMm > 0 && widthMm >= CHECK_MM + BAR_MM + 20
        ? [
            [widthMm - frameMm - CHECK_MM, 2],
            [widthMm - frameMm, 2],
          ]
        : null,
  };
}
