/** The rows of the first sheet of a workbook, held against the limits. Of a formula the value it had when it was saved is read. */
import { streamXlsxRows } from 'hucre/xlsx';
import type { ReadCell } from '../domain/spreadsheet/cell-text.ts';
import { CELL_LETTERS } from '../domain/spreadsheet/to-sheet-cell.ts';
import { WorkbookRefused } from '../domain/spreadsheet/workbook-trouble.ts';
import type { WorkbookLimits } from './workbook-limits.ts';
import type { WorkbookRow } from './workbook-protocol.ts';

function toReadCell(value: unknown): ReadCell {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return null;
    const text = value.toISOString().slice(0, 19);
    return text.endsWith('T00:00:00') ? text.slice(0, 10) : text;
  }
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Throws WorkbookRefused, and what the library throws of a file that is none. */
export async function* readRows(bytes: Uint8Array, limits: WorkbookLimits): AsyncGenerator<WorkbookRow> {
  let [before, rows, filled] = [0, 0, 0];
  for await (const { index, values } of streamXlsxRows(bytes)) {
    const rowNo = index + 1;
    // Rows that come twice or backwards would say two things of one line.
    if (!Number.isInteger(rowNo) || rowNo <= before) throw new WorkbookRefused('workbook.damaged');
    before = rowNo;
    const cells = values.map(toReadCell);
    const count = cells.filter((cell) => cell !== null).length;
    if (count === 0) continue;
    rows += 1;
    filled += count;
    cells.length = cells.findLastIndex((cell) => cell !== null) + 1;
    if (rows > limits.rows) throw new WorkbookRefused('workbook.too_large', 'rows');
    if (cells.length > limits.columns) throw new WorkbookRefused('workbook.too_large', 'columns');
    if (filled > limits.cells) throw new WorkbookRefused('workbook.too_large', 'cells');
    if (cells.some((cell) => typeof cell === 'string' && cell.length > CELL_LETTERS))
      throw new WorkbookRefused('workbook.too_large', 'letters');
    yield { rowNo, cells };
  }
}
