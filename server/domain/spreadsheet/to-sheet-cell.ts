/** A value as a cell of a workbook: what it is decides, and where it is no date it stays the text that it was. */
import type { SheetColumnKind, SheetValue } from './sheet-column.ts';

/** Asia/Ho_Chi_Minh is UTC+7 without daylight saving; a spreadsheet's moment has no zone. */
const ZONE_MS = 7 * 3_600_000;
const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Spreadsheets count days from here on; what is older stays text. */
const FIRST_DAY = Date.UTC(1900, 2, 1);

/** Letters of a cell that spreadsheets read back (ECMA-376: 32,767); a file with more does not open. */
export const CELL_LETTERS = 32_767;
const CUT = ' …';

/** `_x0041_` is how a workbook writes the letter A: who means the signs writes its low line so. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Lines of a cell end in a line feed; half surrogates are no letters. */
const toText = (text: string) =>
  (text.length > CELL_LETTERS ? text.slice(0, CELL_LETTERS - CUT.length) + CUT : text)
    .replaceAll('\r\n', '\n')
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .replaceAll(ESCAPE, '_x005F_');

function toDate(text: string, kind: 'day' | 'moment'): Date | null {
  const time = kind === 'day' ? DAY.test(text) && Date.parse(text) : MOMENT.test(text) && Date.parse(text) + ZONE_MS;
  if (time === false || Number.isNaN(time) || time < FIRST_DAY) return null;
  const date = new Date(Math.floor(time / 1000) * 1000);
  // The calendar of the language turns 30 February into March.
  return kind === 'day' && date.toISOString().slice(0, 10) !== text ? null : date;
}

/** The cell; a number that is none is empty, a text longer than a cell is cut and says so. */
export function toSheetCell(value: SheetValue, kind: SheetColumnKind): string | number | Date | null {
  if (value === null) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (kind === 'day' || kind === 'moment') {
    const date = toDate(value, kind);
    if (date) return date;
  }
  return toText(value);
}
