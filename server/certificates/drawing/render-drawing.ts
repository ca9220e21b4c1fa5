import {
  closePath,
  concatTransformationMatrix,
  fill,
  fillAndStroke,
  lineTo,
  moveTo,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  setFillingGrayscaleColor,
  setLineWidth,
  setStrokingGrayscaleColor,
  stroke,
} from 'pdf-lib';
import { formatNumber } from '../../domain/words/format-number.ts';
import type { PaperFont } from '../paper-font.ts';
import type { DrawingLabel, DrawnBlock, ExtractDrawing, Line, Point } from './extract-drawing.ts';

const mm = (millimetres: number): number => (millimetres * 72) / 25.4;
const DOT_MM = 0.42;
const APART_MM = 1.3;
const BAR_PT = 6.5;
/** Of the boundary that the paper is about, and of those around it: told apart at a glance, also on a copy. */
const LAND_PT = 1.5;
const AROUND_PT = 0.3;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly regular: PaperFont;
  readonly bold: PaperFont;
}

/** Corners that are marked: those of a winding shore would be one black line. */
function apart(ring: readonly Point[]): Point[] {
  const marked: Point[] = [];
  for (const point of ring.slice(0, -1)) {
    const last = marked.at(-1);
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= APART_MM) marked.push(point);
  }
  return marked;
}

function strokeLines(page: PDFPage, lines: readonly Line[], width: number): void {
  page.pushOperators(setLineWidth(width));
  for (const [from, to] of lines) page.pushOperators(moveTo(mm(from[0]), mm(from[1])), lineTo(mm(to[0]), mm(to[1])));
  if (lines.length > 0) page.pushOperators(stroke());
}

function path(page: PDFPage, points: readonly Point[]): void {
  for (const [index, [x, y]] of points.entries()) page.pushOperators((index === 0 ? moveTo : lineTo)(mm(x), mm(y)));
  page.pushOperators(closePath());
}

const box = ([ax, ay]: Point, [bx, by]: Point): Point[] => [
  [ax, ay],
  [bx, ay],
  [bx, by],
  [ax, by],
];

function arrow(page: PDFPage, [x, y]: Point): void {
  page.pushOperators(setFillingGrayscaleColor(1));
  path(page, box([x - 3, y - 0.5], [x + 3, y + 15.5]));
  page.pushOperators(fill(), setFillingGrayscaleColor(0), setLineWidth(0.6));
  path(page, [
    [x, y + 11],
    [x - 2, y],
    [x, y + 2.2],
  ]);
  page.pushOperators(fillAndStroke());
  path(page, [
    [x, y + 11],
    [x + 2, y],
    [x, y + 2.2],
  ]);
  page.pushOperators(stroke());
}

/** Parts in turn black and white, so that it can be counted along. */
function bar(page: PDFPage, { bar: { at, mm: long, parts } }: ExtractDrawing): void {
  const [x, y] = at;
  const step = long / parts;
  page.pushOperators(setLineWidth(0.5), setFillingGrayscaleColor(0));
  for (let part = 0; part < parts; part += 1) {
    path(page, box([x + part * step, y], [x + (part + 1) * step, y + 1.4]));
    page.pushOperators(part % 2 === 0 ? fillAndStroke() : stroke());
  }
}

function write(page: PDFPage, label: DrawingLabel, { x, y, regular }: Place, font = regular): void {
  const { text, at, sizePt, angle = 0 } = label;
  const turned = (angle * Math.PI) / 180;
  const [along, up] = [-font.width(text, sizePt) / 2, -sizePt * 0.35];
  font.draw(page, text, {
    x: x + mm(at[0]) + along * Math.cos(turned) - up * Math.sin(turned),
    y: y + mm(at[1]) + along * Math.sin(turned) + up * Math.cos(turned),
    size: sizePt,
    turned: angle,
  });
}

/** Draws the land among its neighbours, with labels, frame, arrow to grid north, scale bar and the line of 10 cm. */
export function renderDrawing(page: PDFPage, { drawing, north, checkLine }: DrawnBlock, place: Place): void {
  const { rings, labels, own, around, frame, arrow: foot, bar: scale, checkLine: line } = drawing;
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(1, 0, 0, 1, place.x, place.y),
    setStrokingGrayscaleColor(0),
  );
  strokeLines(page, around.lines, AROUND_PT);
  page.pushOperators(setLineWidth(LAND_PT));
  for (const ring of rings) {
    path(page, ring.slice(0, -1));
    page.pushOperators(stroke());
  }
  page.pushOperators(setLineWidth(0.6), setFillingGrayscaleColor(1));
  for (const [x, y] of rings.flatMap(apart))
    page.pushOperators(rectangle(mm(x - DOT_MM), mm(y - DOT_MM), mm(2 * DOT_MM), mm(2 * DOT_MM)), fillAndStroke());
  if (frame) {
    page.pushOperators(setLineWidth(0.7));
    path(page, box(frame.from, frame.to));
    page.pushOperators(stroke());
    strokeLines(page, frame.ticks, 0.5);
  }
  arrow(page, foot);
  bar(page, drawing);
  if (line) {
    const ends = line.map(
      ([x, y]): Line => [
        [x, y - 1],
        [x, y + 1],
      ],
    );
    strokeLines(page, [line, ...ends], 0.6);
  }
  page.pushOperators(popGraphicsState());
  for (const label of [...labels, ...around.labels, ...(frame?.labels ?? [])]) write(page, label, place);
  if (own) write(page, own, place, place.bold);
  write(page, { text: north, at: [foot[0], foot[1] + 13.4], sizePt: 9 }, place, place.bold);
  const [x, y] = [scale.at[0], scale.at[1] + 3.2];
  write(page, { text: '0', at: [x + 0.6, y], sizePt: BAR_PT }, place);
  const end = `${formatNumber(scale.metres, 'vi')} m`;
  write(page, { text: end, at: [x + scale.mm, y], sizePt: BAR_PT }, place);
  if (line) write(page, { text: checkLine, at: [(line[0][0] + line[1][0]) / 2, y], sizePt: BAR_PT }, place);
}
