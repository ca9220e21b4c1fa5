/** What somebody sends as a table: text as of a spreadsheet, or rows as JSON; both become heads, what these mean, and records. */
import { LOOKUP_BOUNDS } from './lookup-bounds.ts';
import { LOOKUP_FIELDS, type LookupField, readHeads } from './lookup-columns.ts';
import { NoTable, readRecords } from './read-table.ts';

export interface LookupTable {
  readonly heads: readonly string[];
  readonly fields: readonly (LookupField | null)[];
  /** The rows, from the first on, each as many cells as there are heads; may be asked for more than once. */
  readonly records: () => Iterable<readonly string[]>;
}

export type TableTrouble = 'empty' | 'not_a_table' | 'columns_unknown';
export type ReadTable = LookupTable | { readonly trouble: TableTrouble; readonly line?: number };

const NUL = '\0';

/** Records under heads: every one as long as these, longer ones only where the rest is empty. */
function* fitted(records: Iterable<readonly string[]>, width: number): Generator<readonly string[]> {
  let line = 0;
  for (const record of records) {
    line += 1;
    const tooLong = record.some((cell) => cell.length > LOOKUP_BOUNDS.cell);
    if (tooLong || record.slice(width).some((cell) => cell !== '')) throw new NoTable(line);
    yield Array.from({ length: width }, (_, i) => record[i] ?? '');
  }
}

function* rest<T>(items: Iterable<T>): Generator<T> {
  let first = true;
  for (const item of items) {
    if (!first) yield item;
    first = false;
  }
}

/** Records as a table: the first is its head where it reads as one; a list of one column without a head is of questions. */
export function readRecordsAsTable(records: () => Iterable<readonly string[]>): ReadTable {
  const [first] = records();
  if (!first) return { trouble: 'empty' };
  if (first.length > LOOKUP_BOUNDS.columns) return { trouble: 'not_a_table', line: 1 };
  const fields = readHeads(first);
  const { length: width } = first;
  if (fields) return { heads: first, fields, records: () => fitted(rest(records()), width) };
  if (width > 1) return { trouble: 'columns_unknown' };
  return { heads: ['text'], fields: ['text'], records: () => fitted(records(), 1) };
}

/** A text as a table. */
export function readTextTable(text: string): ReadTable {
  if (text.includes(NUL)) return { trouble: 'not_a_table', line: 1 };
  try {
    return readRecordsAsTable(() => readRecords(text));
  } catch (error) {
    if (error instanceof NoTable) return { trouble: 'not_a_table', line: error.line };
    throw error;
  }
}

export type JsonRow = string | ({ readonly ref?: string } & { readonly [field in LookupField]?: string | number });

/** Rows of JSON as a table: a column for each field that any of them has; a text is a question as one types it. */
export function readJsonTable(rows: readonly JsonRow[]): ReadTable {
  if (rows.length === 0) return { trouble: 'empty' };
  const objects = rows.map((row) => (typeof row === 'string' ? { text: row } : row));
  const used = LOOKUP_FIELDS.filter((field) => objects.some((row) => row[field] !== undefined));
  const hasRef = objects.some((row) => 'ref' in row && row.ref !== undefined);
  if (used.length === 0) return { trouble: 'columns_unknown' };
  const cells = (row: (typeof objects)[number]) => [
    ...(hasRef ? [('ref' in row && row.ref) || ''] : []),
    ...used.map((field) => String(row[field] ?? '')),
  ];
  return {
    heads: [...(hasRef ? ['ref'] : []), ...used],
    fields: [...(hasRef ? [null] : []), ...used],
    records: () => objects.map(cells),
  };
}
