import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOOKUP_BOUNDS } from '../../domain/lookup/lookup-bounds.ts';
import { type ReadTable, readRecordsAsTable } from '../../domain/lookup/lookup-table.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { cellText } from '../../domain/spreadsheet/cell-text.ts';
import { WORKBOOK_TROUBLES, WorkbookRefused } from '../../domain/spreadsheet/workbook-trouble.ts';
import type { Language } from '../../domain/words/language.ts';
import { readWorkbook } from '../../spreadsheet/read-workbook.ts';
import { WORKBOOK_LIMITS } from '../../spreadsheet/workbook-limits.ts';

/** As a table of text may be; its head is a row as well. */
const LIMITS = {
  ...WORKBOOK_LIMITS,
  fileBytes: LOOKUP_BOUNDS.bytes,
  rows: LOOKUP_BOUNDS.rows + 1,
  columns: LOOKUP_BOUNDS.columns,
};

/** Workbooks read at a time in this process: each takes a child and its rows. */
const AT_ONCE = 2;
let reading = 0;

function problemOf(error: unknown, language: Language): unknown {
  if (!(error instanceof WorkbookRefused)) return error;
  if (error.limit === 'rows') return new Problem('lookup.too_many_rows', { cause: error });
  const message = WORKBOOK_TROUBLES[error.trouble][language];
  return new Problem('lookup.workbook_refused', { cause: error, errors: [{ field: error.trouble, message }] });
}

/**
 * The first sheet of a workbook as a table, read by a child under limits. Throws lookup.workbook_refused, lookup.too_many_rows, and
 * service.busy while others are being read. The file lies on the disk as long as it is read.
 */
export async function readWorkbookTable(storageDir: string, bytes: Buffer, language: Language): Promise<ReadTable> {
  if (reading >= AT_ONCE) throw new Problem('service.busy', { retryAfter: 3 });
  reading += 1;
  const folder = join(storageDir, 'lookups');
  const path = join(folder, `${randomBytes(12).toString('hex')}.xlsx`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(path, bytes, { mode: 0o600 });
    const records: string[][] = [];
    for await (const { cells } of readWorkbook(path, LIMITS)) records.push(cells.map(cellText));
    return readRecordsAsTable(() => records);
  } catch (error) {
    throw problemOf(error, language);
  } finally {
    reading -= 1;
    await rm(path, { force: true });
  }
}
