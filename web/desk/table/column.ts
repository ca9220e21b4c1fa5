import type { ReactNode } from 'react';

/** What stands in a cell when it is sorted, filtered or exported. */
export type CellValue = string | number | null;

/** One column of a table. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  value(row: Row): CellValue;
  /** How it is shown; without it, the value as text. */
  cell?(row: Row): ReactNode;
  readonly numeric?: boolean;
  /** Not shown until it is chosen. */
  readonly hidden?: boolean;
}
