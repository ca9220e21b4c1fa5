import { csvRecord } from '../../../server/domain/csv-record.ts';
import type { CellValue } from './column.ts';

/** Lines of one piece: none of them is the text of a long table as a whole. */
const LINES_AT_ONCE = 500;

/** A table as CSV with a byte order mark, by which spreadsheets know that it is UTF-8, piece by piece. Text that would run is defused. */
export async function* toCsv(
  headers: readonly string[],
  rows: AsyncIterable<readonly CellValue[]> | Iterable<readonly CellValue[]>,
): AsyncGenerator<string> {
  let lines = [`\uFEFF${csvRecord(headers)}`];
  for await (const row of rows) {
    lines.push(csvRecord(row));
    if (lines.length < LINES_AT_ONCE) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}
