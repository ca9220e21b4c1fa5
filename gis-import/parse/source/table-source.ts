/** Tables without any shape (CSV, XLSX): each row is of the registered parcel whose numbers it names. */
import { FileRefused, type Finding } from '../../../server/domain/finding/finding.ts';
import { mapColumns } from '../../convert/columns/column-dictionary.ts';
import { decodeColumnNames } from '../../convert/columns/decode-column-names.ts';
import { uniqueNames } from '../../convert/columns/unique-names.ts';
import type { RawShape } from '../../read/raw-row.ts';
import { readCsvRows } from '../../read/table/read-csv-rows.ts';
import { readWorkbookRows } from './read-workbook-rows.ts';
import type { RecordSource } from './record-source.ts';

export type TableFormat = 'csv' | 'xlsx';

/** What stands above a table: its name, the office, the day. */
const MOST_ABOVE = 10;
/** A row of this many cells at least may be a head; a title is one or two. */
const LEAST_HEADS = 2;
const MOST_COLUMNS = 256;
export const BY_NUMBER: RawShape = { kind: 'unusable', code: 'record.by_number', detail: {} };

const view = (cell: Uint8Array): string => Buffer.from(cell).toString('latin1');
/** Names in any encoding have the letters of `SHTHUA` and `SOTO`; in that of the cells they are read once it is known. */
const namesOf = (head: readonly Uint8Array[], encoding: string | null): string[] =>
  decodeColumnNames(
    head.map((cell) => view(cell)),
    encoding,
  );

/** The first of the upper rows that names a column of parcel numbers; the first of all where none does. */
function findHead(rows: readonly (readonly Uint8Array[])[]): number {
  const at = rows
    .slice(0, MOST_ABOVE)
    .findIndex((row) => row.length >= LEAST_HEADS && mapColumns(uniqueNames(namesOf(row, null))).has('parcelNo'));
  return Math.max(at, 0);
}

/** Throws FileRefused. */
export async function openTableSource({
  path,
  format,
}: {
  readonly path: string;
  readonly format: TableFormat;
}): Promise<RecordSource> {
  const { rows, numbers } =
    format === 'xlsx' ? await readWorkbookRows(path) : { rows: await readCsvRows(path), numbers: [] };
  const headAt = findHead(rows);
  const head = rows[headAt] ?? [];
  const records = rows.slice(headAt + 1);
  if (head.length > MOST_COLUMNS) throw new FileRefused('file.table_damaged', { problem: 'columns' });
  const long = records.findIndex((row) => row.slice(head.length).some((cell) => cell.length > 0));
  if (long >= 0)
    throw new FileRefused('file.table_damaged', {
      problem: 'longer_than_head',
      line: headAt + long + 2,
      records: records.length,
    });
  const above: Finding[] =
    headAt > 0 ? [{ code: 'file.table_head', recordNo: null, detail: { line: headAt + 1 } }] : [];
  const empty = new Uint8Array();
  return {
    records: records.length,
    columns: head.map((_, at) => ({ width: null, isNumber: numbers[at] ?? false, isElsewhere: false })),
    encoding: null,
    claim: 'missing',
    findings: above,
    nameColumns: (encoding) => uniqueNames(namesOf(head, encoding)),
    async *rows() {
      for (const [at, row] of records.entries())
        yield { recordNo: at + 1, deleted: false, cells: head.map((_, i) => row[i] ?? empty), shape: BY_NUMBER };
    },
    async close() {},
  };
}
