import { lineTo, moveTo, setLineWidth, setStrokingGrayscaleColor, stroke } from 'pdf-lib';
import type { Block, GridColumn } from './block.ts';
import { type Flow, floorOf, need } from './flow.ts';
import type { PaperFont } from './paper-font.ts';
import type { Tag } from './tag-tree.ts';
import { wrapText } from './wrap-text.ts';

const SIZE = 9.5;
const STEP = SIZE * 1.4;
const PAD = 4;

interface Row {
  readonly cells: readonly (readonly string[])[];
  readonly fonts: readonly PaperFont[];
}

/** A thin line across, read to nobody. */
export function rule(flow: Flow): void {
  const { page, left, width, y } = flow;
  flow.tags.artifact(page, () =>
    page.pushOperators(
      setStrokingGrayscaleColor(0),
      setLineWidth(0.35),
      moveTo(left, y),
      lineTo(left + width, y),
      stroke(),
    ),
  );
}

/** Some lines of every cell, side by side; cell after cell, as they are read. */
function drawLines(
  flow: Flow,
  columns: readonly GridColumn[],
  { cells, fonts }: Row,
  /** Null: said before, on the page before. */
  parts: readonly Tag[] | null,
  first: number,
  count: number,
): void {
  let x = flow.left;
  for (const [at, { share, align = 'left' }] of columns.entries()) {
    const width = flow.width * share;
    const font = fonts[at]!;
    const lines = (cells[at] ?? []).slice(first, first + count);
    const start = x;
    const draw = () => {
      for (const [line, text] of lines.entries()) {
        const from = align === 'left' ? start + (at === 0 ? 0 : PAD) : start + width - PAD - font.width(text, SIZE);
        font.draw(flow.page, text, { x: from, y: flow.y - STEP * (line + 1) + SIZE * 0.3, size: SIZE });
      }
    };
    if (lines.length > 0 && parts) flow.tags.mark(flow.page, parts[at]!, draw);
    else if (lines.length > 0) flow.tags.artifact(flow.page, draw);
    x += width;
  }
  flow.y -= STEP * count;
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
  const table = flow.tags.add('Table');
  const titled = columns.some(({ title }) => title !== '');
  const headRow = rowOf(
    columns.map(({ title }) => title),
    true,
  );
  const again = () => {
    drawLines(flow, columns, headRow, null, 0, heightOf(headRow));
    flow.y -= 3;
    rule(flow);
  };
  const turn = (height: number) => {
    const before = flow.page;
    need(flow, height);
    if (titled && flow.page !== before) again();
  };
  const draw = (row: Row, type: 'TH' | 'TD'): void => {
    const lines = heightOf(row);
    turn(Math.min(lines, 30) * STEP + 3);
    const part = flow.tags.add('TR', table);
    const parts = row.cells.map(() => flow.tags.add(type, part));
    for (let line = 0; line < lines; ) {
      turn(STEP);
      const room = Math.max(1, Math.min(lines - line, Math.floor((flow.y - floorOf(flow)) / STEP)));
      drawLines(flow, columns, row, parts, line, room);
      line += room;
    }
    flow.y -= 3;
    rule(flow);
  };
  need(flow, 3 * STEP);
  if (titled) draw(headRow, 'TH');
  else rule(flow);
  for (const row of rows) draw(rowOf(row, false), 'TD');
  flow.y -= 6;
}
