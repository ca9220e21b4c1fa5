/** What a cell of a stranger's workbook says. Dates come as `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SS` where they have a time. */
export type ReadCell = string | number | boolean | null;

/** A number in plain digits, never `1e+21`: a column of identity numbers may be one of numbers. */
function digits(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/0+$/, '') : text;
}

/** The cell as a person reads it: composed letters, no space at its ends; an empty one is ''. */
export function cellText(cell: ReadCell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'number' ? digits(cell) : cell.normalize('NFC').trim();
}
