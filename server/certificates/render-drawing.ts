import {
  closePath,
  LineCapStyle,
  lineTo,
  moveTo,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rgb,
  setLineWidth,
  setStrokingRgbColor,
  stroke,
} from 'pdf-lib';
import type { Block } from './block.ts';
import type { PaperFont } from './paper-font.ts';

const mm = (millimetres: number): number => (millimetres * 72) / 25.4;
const INK = rgb(0, 0, 0);

interface Place {
  readonly x: number;
  readonly y: number;
  readonly regular: PaperFont;
  readonly bold: PaperFont;
}

function arrow(page: PDFPage, x: number, y: number, letter: string, font: PaperFont): void {
  const line = (from: [number, number], to: [number, number]) =>
    page.drawLine({
      start: { x: from[0], y: from[1] },
      end: { x: to[0], y: to[1] },
      thickness: 1,
      color: INK,
      lineCap: LineCapStyle.Round,
    });
  line([x, y], [x, y + mm(10)]);
  line([x - mm(1.5), y + mm(7)], [x, y + mm(10)]);
  line([x + mm(1.5), y + mm(7)], [x, y + mm(10)]);
  font.draw(page, letter, { x: x - font.width(letter, 9) / 2, y: y + mm(11), size: 9 });
}

/** Draws the land with its labels, the arrow to grid north at the upper right, the scale bar at the lower left. */
export function renderDrawing(page: PDFPage, block: Extract<Block, { kind: 'drawing' }>, place: Place): void {
  const { drawing } = block;
  const { x, y, regular, bold } = place;
  page.pushOperators(pushGraphicsState(), setLineWidth(0.9), setStrokingRgbColor(0, 0, 0));
  for (const ring of drawing.rings) {
    for (const [index, [px, py]] of ring.slice(0, -1).entries())
      page.pushOperators((index === 0 ? moveTo : lineTo)(x + mm(px), y + mm(py)));
    page.pushOperators(closePath(), stroke());
  }
  page.pushOperators(popGraphicsState());
  for (const ring of drawing.rings) {
    for (const [px, py] of ring.slice(0, -1))
      page.drawCircle({
        x: x + mm(px),
        y: y + mm(py),
        size: 1.3,
        color: rgb(1, 1, 1),
        borderColor: INK,
        borderWidth: 0.7,
      });
  }
  for (const { text, at, sizePt } of drawing.labels) {
    regular.draw(page, text, {
      x: x + mm(at[0]) - regular.width(text, sizePt) / 2,
      y: y + mm(at[1]) - sizePt * 0.35,
      size: sizePt,
    });
  }
  arrow(page, x + mm(drawing.widthMm - 6), y + mm(drawing.heightMm - 18), block.north, bold);
  const [start, end] = [x + mm(2), x + mm(2 + drawing.bar.mm)];
  const base = y + mm(2);
  page.drawLine({ start: { x: start, y: base }, end: { x: end, y: base }, thickness: 1.2, color: INK });
  for (const at of [start, end])
    page.drawLine({ start: { x: at, y: base - 2 }, end: { x: at, y: base + 4 }, thickness: 0.8, color: INK });
  regular.draw(page, '0', { x: start - 2, y: base + 6, size: 7 });
  regular.draw(page, drawing.bar.text, { x: end - 4, y: base + 6, size: 7 });
}
