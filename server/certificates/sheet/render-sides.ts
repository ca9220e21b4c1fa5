/** Sides on which every thing has its place, to pages: moved by what the printer misses, the second turned where the printer turns over the short edge. */
import { degrees, type PDFPage, rgb } from 'pdf-lib';
import { renderDrawing } from '../drawing/render-drawing.ts';
import { mm } from '../flow.ts';
import type { PaperFont } from '../paper-font.ts';
import type { OpenPaper } from '../render-paper.ts';
import { renderQr } from '../render-qr.ts';
import type { TagTree } from '../tag-tree.ts';
import type { Measure, Placed, PlacedSide } from './placed.ts';
import { NO_OFFSET, type PrinterOffset } from './printer-offset.ts';

const INK = rgb(0, 0, 0);
const PALE = 0.91;

interface Place {
  readonly page: PDFPage;
  readonly side: PlacedSide;
  readonly regular: PaperFont;
  readonly bold: PaperFont;
  readonly tags: TagTree;
  /** Points of a millimetre from the left, and of one from the top. */
  readonly x: (millimetres: number) => number;
  readonly y: (millimetres: number) => number;
}

export const measureWith =
  ({ regular, bold }: Pick<OpenPaper, 'regular' | 'bold'>): Measure =>
  (text, sizePt, face) =>
    ((face === 'bold' ? bold : regular).width(text, sizePt) * 25.4) / 72;

const WAYS = { left: 0, centre: 0.5, right: 1 } as const;

/** What it is to who has it read: words are paragraphs, code and drawing pictures with words, lines nothing. */
function tagged(thing: Placed, { page, tags, x, y }: Place, draw: () => void): void {
  if (thing.kind === 'line' || thing.kind === 'circle') {
    tags.artifact(page, draw);
    return;
  }
  if (thing.kind === 'text' || thing.kind === 'mark') {
    tags.mark(page, tags.add(thing.kind === 'text' && thing.heading ? 'H1' : 'P'), draw);
    return;
  }
  const [width, height] =
    thing.kind === 'qr' ? [thing.sizeMm, thing.sizeMm] : [thing.drawing.widthMm, thing.drawing.heightMm];
  const box = [x(thing.x), y(thing.y + height), x(thing.x + width), y(thing.y)] as const;
  tags.mark(page, tags.add('Figure', undefined, { alt: thing.alt, box }), draw);
}

function place(thing: Placed, { page, side, regular, bold, x, y }: Place): void {
  switch (thing.kind) {
    case 'text': {
      const font = thing.face === 'bold' ? bold : regular;
      const left = x(thing.x) - font.width(thing.text, thing.sizePt) * WAYS[thing.align];
      font.draw(page, thing.text, { x: left, y: y(thing.y), size: thing.sizePt });
      return;
    }
    case 'line': {
      const [from, to] = [thing.from, thing.to].map(([px, py]) => ({ x: x(px), y: y(py) }));
      page.drawLine({ start: from!, end: to!, thickness: thing.widthPt, color: INK });
      return;
    }
    case 'circle':
      page.drawCircle({
        x: x(thing.x),
        y: y(thing.y),
        size: mm(thing.radius),
        borderColor: rgb(0.5, 0.5, 0.5),
        borderWidth: 0.6,
        borderDashArray: [2, 2],
      });
      return;
    case 'qr':
      renderQr(page, thing.text, { x: x(thing.x), y: y(thing.y + thing.sizeMm), size: mm(thing.sizeMm) });
      return;
    case 'drawing':
      renderDrawing(page, thing, { x: x(thing.x), y: y(thing.y + thing.drawing.heightMm), regular, bold });
      return;
    case 'mark': {
      const size = 170;
      bold.draw(page, thing.text, {
        x: x(side.widthMm / 2) - bold.width(thing.text, size) / 2,
        y: y(side.heightMm / 2) - size * 0.35,
        size,
        grey: PALE,
      });
    }
  }
}

/** Puts the sides on new pages, front first. */
export function addSides(
  { pdf, tags, regular, bold }: OpenPaper,
  sides: readonly PlacedSide[],
  offset: PrinterOffset = NO_OFFSET,
  /** Which side of the sheet the first one is. */
  first: 'front' | 'back' = 'front',
): void {
  for (const [index, side] of sides.entries()) {
    const isBack = (index + (first === 'back' ? 1 : 0)) % 2 === 1;
    const { dxMm, dyMm } = isBack ? offset.back : offset.front;
    const page = pdf.addPage([mm(side.widthMm), mm(side.heightMm)]);
    if (isBack && offset.duplex === 'short_edge') page.setRotation(degrees(180));
    const at: Place = {
      page,
      side,
      regular,
      bold,
      tags,
      x: (millimetres) => mm(millimetres + dxMm),
      y: (millimetres) => mm(side.heightMm - millimetres - dyMm),
    };
    for (const thing of side.things) tagged(thing, at, () => place(thing, at));
  }
}
