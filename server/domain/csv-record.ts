/**
 * Records of CSV by RFC 4180, safe to open in a spreadsheet. A spreadsheet runs text that begins with = + - @, a tab or a
 * carriage return (also behind a full-width form of the sign); such text gets an apostrophe in front, which spreadsheets
 * take for "this is text" and other readers must take off. Numbers are written bare, so -5 stays a number.
 */
const RUNS = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = RUNS.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line with its CRLF. Text is defused and quoted where it must be; null is an empty field. */
export function csvRecord(values: readonly (string | number | null)[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}
