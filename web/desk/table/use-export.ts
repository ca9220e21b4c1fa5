import { useEffect, useRef, useState } from 'react';
import type { CellValue, Column } from './column.ts';
import { saveFile } from './save-file.ts';
import type { ServerList } from './server-list.ts';
import { toCsv } from './to-csv.ts';

/** Rows of one file: what a browser holds at once, and a spreadsheet opens. */
export const MOST_EXPORTED = 200_000;

export type ExportKind = 'csv' | 'xlsx';

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
      const grid: CellValue[][] = [];
      for await (const { items } of list.walk(stop.signal)) {
        stop.signal.throwIfAborted();
        for (const row of items) grid.push(columns.map((column) => column.value(row)));
        setDone(grid.length);
      }
      const headers = columns.map(({ header }) => header);
      if (kind === 'csv') saveFile(`${fileName}.csv`, 'text/csv;charset=utf-8', toCsv(headers, grid));
      else {
        const { toXlsx, XLSX_MEDIA } = await import('./to-xlsx.ts');
        saveFile(`${fileName}.xlsx`, XLSX_MEDIA, ...toXlsx(fileName, headers, grid));
      }
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
