/**
 * A table as a workbook (ECMA-376), written while its rows come: neither the rows nor the file are held as a whole, here or in a
 * browser. Texts are inline strings, which no spreadsheet runs as formulas.
 */
import { writeXlsxStream } from 'hucre/xlsx';
import type { SheetColumn, SheetColumnKind, SheetValue } from './sheet-column.ts';
import { toSheetCell } from './to-sheet-cell.ts';

export const WORKBOOK_MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Rows = AsyncIterable<readonly SheetValue[]> | Iterable<readonly SheetValue[]>;

/** `@` keeps what is typed later as text. */
const FORMATS: Readonly<Record<SheetColumnKind, string>> = {
  text: '@',
  number: 'General',
  day: 'dd/mm/yyyy',
  moment: 'dd/mm/yyyy hh:mm',
};

/** In letters of the body's font: a head is read whole, a date is not shown as ####. */
const WIDTHS: Readonly<Record<SheetColumnKind, number>> = { text: 16, number: 10, day: 12, moment: 17 };
const WIDEST = 40;

/** Names of sheets: at most 31 letters, none of : \ / ? * [ ], no apostrophe at an end, and not the one that Excel keeps for itself. */
function sheetName(title: string): string {
  const name = title
    .replaceAll(/[\p{Cc}\p{Cs}:\\/?*[\]]/gu, ' ')
    .slice(0, 31)
    .replaceAll(/^[\s']+|[\s'\p{Cs}]+$/gu, '');
  return name === '' || name.toLowerCase() === 'history' ? `${name}_` : name;
}

async function* toCells(columns: readonly SheetColumn[], rows: Rows) {
  for await (const row of rows) yield columns.map(({ kind }, i) => toSheetCell(row[i] ?? null, kind));
}

/** The bytes of a workbook with a frozen head. Rows beyond the 1,048,576 of a sheet go on in a further one, under the same head. */
export function writeWorkbook(
  title: string,
  columns: readonly SheetColumn[],
  rows: Rows,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const stream = writeXlsxStream(toCells(columns, rows), {
    name: sheetName(title),
    freezePane: { rows: 1 },
    columns: columns.map(({ header, kind }) => ({
      header: String(toSheetCell(header, 'text')),
      numFmt: FORMATS[kind],
      width: Math.min(WIDEST, Math.max(WIDTHS[kind], header.length + 2)),
    })),
  });
  return stream as ReadableStream<Uint8Array<ArrayBuffer>>;
}
