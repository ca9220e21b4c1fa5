import { useEffect, useRef, useState } from 'react';
import type { CellValue, Column } from './column.ts';
import { saveFile } from './save-file.ts';
import type { ServerList } from './server-list.ts';
import { toCsv } from './to-csv.ts';

/** Rows of one file: what a browser holds at once, and a spreadsheet opens. */
export const MOST_EXPORTED = 200_000;

export type ExportKind = 'csv' | 'xlsx';

/** Values of the columns, row by row as the server gives them. */
async function* valuesOf<Row>(
  list: ServerList<Row>,
  columns: readonly Column<Row>[],
  signal: AbortSignal,
  tell: (done: number) => void,
): AsyncGenerator<CellValue[]> {
  let done = 0;
  for await (const { items } of list.walk(signal)) {
    signal.throwIfAborted();
    for (const row of items) yield columns.map((column) => column.value(row));
    done += items.length;
    tell(done);
  }
}

type Values = AsyncIterable<readonly CellValue[]>;

async function csvFile(headers: readonly string[], values: Values): Promise<Blob> {
  const pieces: Blob[] = [];
  for await (const piece of toCsv(headers, values)) pieces.push(new Blob([piece]));
  return new Blob(pieces, { type: 'text/csv;charset=utf-8' });
}

async function xlsxFile<Row>(title: string, columns: readonly Column<Row>[], values: Values): Promise<Blob> {
  const { WORKBOOK_MEDIA, writeWorkbook } = await import('../../../server/domain/spreadsheet/write-workbook.ts');
  const sheet = columns.map(({ header, kind, numeric }) => ({ header, kind: kind ?? (numeric ? 'number' : 'text') }));
  const headers = { 'content-type': WORKBOOK_MEDIA };
  return await new Response(writeWorkbook(title, sheet, values), { headers }).blob();
}

/** Takes all rows of the present order and filter along as a file. It tells how far it is, and can be stopped. */
export function useExport<Row>(list: ServerList<Row>, columns: readonly Column<Row>[], fileName: string) {
  const [done, setDone] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = async (kind: ExportKind) => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    setDone(0);
    setError(null);
    try {
      const values = valuesOf(list, columns, stop.signal, (rows) => {
        if (!stop.signal.aborted) setDone(rows);
      });
      const file = await (kind === 'csv'
        ? csvFile(
            columns.map(({ header }) => header),
            values,
          )
        : xlsxFile(fileName, columns, values));
      stop.signal.throwIfAborted();
      saveFile(`${fileName}.${kind}`, file);
    } catch (failure) {
      if (!stop.signal.aborted) setError(failure);
    } finally {
      if (running.current === stop) {
        running.current = null;
        setDone(null);
      }
    }
  };
  return { done, error, start, stop: () => running.current?.abort() };
}
