import { csvRecord } from '../../domain/csv-record.ts';
import type { LookupExport } from './export-lookup.ts';

/** So that spreadsheets take the file for UTF-8. */
const BOM = '\ufeff';

/** A filled table as CSV, in parts: what came in front, what was found behind it; nothing in it runs in a spreadsheet. */
export async function* exportLookupCsv({ heads, columns, pages }: LookupExport): AsyncGenerator<string> {
  yield BOM + csvRecord([...heads, ...columns.map(({ name }) => name)]);
  for await (const rows of pages())
    yield rows.map((row) => csvRecord([...row.given, ...columns.map(({ value }) => value(row))])).join('');
}
