import { Readable } from 'node:stream';
import type { ResultColumn } from '../../domain/lookup/result-columns.ts';
import type { SheetColumnKind, SheetValue } from '../../domain/spreadsheet/sheet-column.ts';
import { writeWorkbook } from '../../domain/spreadsheet/write-workbook.ts';
import type { LookupExport } from './export-lookup.ts';

const KINDS: Readonly<Record<ResultColumn['kind'], SheetColumnKind>> = {
  text: 'text',
  integer: 'number',
  decimal: 'number',
  instant: 'moment',
};

/** A filled table as a workbook, while it is read; what came in stays text, so that no zero is lost and nothing runs. */
export function exportLookupWorkbook({ name, fileName, heads, columns, pages }: LookupExport): Readable {
  async function* rows(): AsyncGenerator<readonly SheetValue[]> {
    for await (const page of pages())
      for (const row of page) yield [...row.given, ...columns.map(({ value }) => value(row))];
  }
  const sheet = [
    ...heads.map((header) => ({ header, kind: 'text' as const })),
    ...columns.map((column) => ({ header: column.name, kind: KINDS[column.kind] })),
  ];
  return Readable.fromWeb(writeWorkbook(name || fileName, sheet, rows()) as Parameters<typeof Readable.fromWeb>[0]);
}
