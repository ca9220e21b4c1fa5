import { csvRecord } from '../../../server/domain/csv-record.ts';
import type { CellValue } from './column.ts';

/** A table as CSV with a byte order mark, by which spreadsheets know that it is UTF-8. Text that would run is defused. */
export const toCsv = (headers: readonly string[], rows: readonly (readonly CellValue[])[]): string =>
  `\uFEFF${[headers, ...rows].map((row) => csvRecord(row)).join('')}`;
