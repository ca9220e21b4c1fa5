import type { PDFPage } from 'pdf-lib';
import type { Block } from './block.ts';
import { type Flow, floorOf, need } from './flow.ts';
import { rule } from './render-grid.ts';
import type { Tag, TagType } from './tag-tree.ts';

const ROW = 12;
const SIZE = 8.5;
const PAD = 8;
/** Longer tables stand in two halves beside each other. */
const ONE_HALF = 6;
const BETWEEN = 16;

interface Half {
  readonly left: number;
  readonly width: number;
}
interface Drawn {
  readonly flow: Flow;
  readonly table: Tag;
  readonly size: number;
  /** Width of each column, points. */
  readonly widths: readonly number[];
  /** Upper edge of the first row. */
  readonly top: number;
  readonly page: PDFPage;
}

/** As wide as what stands in them, the rest shared out; smaller type where that is more than there is. */
function fitColumns(
  { regular, bold }: Flow,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
) {
  const longest = columns.map((title, at) => {
    const cell = rows.reduce((most, row) => ((row[at]?.length ?? 0) > most.length ? row[at]! : most), '');
    return Math.max(bold.width(title, 1), regular.width(cell, 1));
  });
  const room = width - columns.length * PAD;
  const size = Math.min(SIZE, room / longest.reduce((sum, one) => sum + one, 0));
  const rest = (room - longest.reduce((sum, one) => sum + one * size, 0)) / columns.length;
  return { size, widths: longest.map((one) => one * size + PAD + rest) };
}

function drawRow(
  drawn: Drawn,
  { left, width }: Half,
  cells: readonly string[],
  at: number,
  type: TagType | null,
): void {
  const { flow, table, top, page, size, widths } = drawn;
  const font = type === 'TD' ? flow.regular : flow.bold;
  const row = type && flow.tags.add('TR', table);
  const y = top - ROW * (at + 1);
  let end = left;
  for (const [index, cell] of cells.entries()) {
    end += widths[index] ?? 0;
    const place = { x: end - PAD / 2 - font.width(cell, size), y: y + 3.4, size };
    const draw = () => font.draw(page, cell, place);
    if (row) flow.tags.mark(page, flow.tags.add(type, row), draw);
    else flow.tags.artifact(page, draw);
  }
  rule({ ...flow, page, left, width, y });
}

/** Short cells, one line each: down one half of the page, then down the other, then on the next page; the head stands over each half. */
export function renderTable(flow: Flow, { columns, rows }: Extract<Block, { kind: 'table' }>): void {
  const table = flow.tags.add('Table');
  const halves: Half[] =
    rows.length <= ONE_HALF
      ? [{ left: flow.left, width: flow.width }]
      : [0, 1].map((half) => {
          const width = (flow.width - BETWEEN) / 2;
          return { left: flow.left + half * (width + BETWEEN), width };
        });
  const fitted = fitColumns(flow, columns, rows, halves[0]!.width);
  let first = true;
  for (let at = 0; at < rows.length; ) {
    need(flow, ROW * 3);
    const room = Math.floor((flow.y - floorOf(flow)) / ROW) - 1;
    const tall = Math.min(room, Math.ceil((rows.length - at) / halves.length));
    const drawn: Drawn = { flow, table, ...fitted, top: flow.y, page: flow.page };
    for (const half of halves) {
      const shown = rows.slice(at, at + tall);
      if (shown.length === 0) break;
      drawRow(drawn, half, columns, 0, first ? 'TH' : null);
      first = false;
      for (const [index, row] of shown.entries()) drawRow(drawn, half, row, index + 1, 'TD');
      at += shown.length;
    }
    flow.y -= ROW * (tall + 1);
  }
  flow.y -= 6;
}
