import { rgb } from 'pdf-lib';
import type { Block, GridColumn } from './block.ts';
import { type Flow, need } from './flow.ts';
import type { PaperFont } from './paper-font.ts';
import { wrapText } from './wrap-text.ts';

const SIZE = 9.5;
const STEP = SIZE * 1.4;
const PAD = 4;
const GREY = rgb(0.6, 0.6, 0.6);

interface Row {
  readonly cells: readonly (readonly string[])[];
  readonly fonts: readonly PaperFont[];
}

function rule(flow: Flow): void {
  flow.page.drawLine({
    start: { x: flow.left, y: flow.y },
    end: { x: flow.left + flow.width, y: flow.y },
    thickness: 0.4,
    color: GREY,
  });
}

/** One line of every cell, side by side. */
function drawLine(flow: Flow, columns: readonly GridColumn[], { cells, fonts }: Row, line: number): void {
  let x = flow.left;
  for (const [at, { share, align = 'left' }] of columns.entries()) {
    const width = flow.width * share;
    const text = cells[at]?.[line] ?? '';
    const font = fonts[at]!;
    const from = align === 'left' ? x + (at === 0 ? 0 : PAD) : x + width - PAD - font.width(text, SIZE);
    if (text !== '') font.draw(flow.page, text, { x: from, y: flow.y - STEP + SIZE * 0.3, size: SIZE });
    x += width;
  }
  flow.y -= STEP;
}

/** Rows of text: a row breaks between its lines only where it is longer than a page; the head stands on every page. */
export function renderGrid(flow: Flow, { columns, rows }: Extract<Block, { kind: 'grid' }>): void {
  const rowOf = (texts: readonly string[], head: boolean): Row => {
    const fonts = columns.map(({ weight }) => (head || weight === 'bold' ? flow.bold : flow.regular));
    const cells = columns.map(({ share }, at) =>
      wrapText(texts[at] ?? '', flow.width * share - (at === 0 ? PAD : 2 * PAD), (part) =>
        fonts[at]!.width(part, SIZE),
      ),
    );
    return { fonts, cells };
  };
  const heightOf = ({ cells }: Row) => Math.max(1, ...cells.map((lines) => lines.length));
  const draw = (row: Row, repeat: (() => void) | null): void => {
    const lines = heightOf(row);
    const before = flow.page;
    need(flow, Math.min(lines, 30) * STEP + 3);
    if (flow.page !== before) repeat?.();
    for (let line = 0; line < lines; line += 1) {
      const page = flow.page;
      need(flow, STEP);
      if (flow.page !== page) repeat?.();
      drawLine(flow, columns, row, line);
    }
    flow.y -= 3;
    rule(flow);
  };
  const titled = columns.some(({ title }) => title !== '');
  const head = () =>
    draw(
      rowOf(
        columns.map(({ title }) => title),
        true,
      ),
      null,
    );
  if (titled) {
    need(flow, 3 * STEP);
    head();
  } else rule(flow);
  for (const row of rows) draw(rowOf(row, false), titled ? head : null);
  flow.y -= 8;
}
