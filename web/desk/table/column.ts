import type { ReactNode } from 'react';
import type { SheetColumnKind, SheetValue } from '../../../server/domain/spreadsheet/sheet-column.ts';

/** What stands in a cell when it is exported. */
export type CellValue = SheetValue;

/** One column of a table. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  value(row: Row): CellValue;
  /** How it is shown; without it, the value as text. */
  cell?(row: Row): ReactNode;
  readonly numeric?: boolean;
  /** How a spreadsheet understands it; without one, a number where it is numeric and text elsewhere. */
  readonly kind?: SheetColumnKind;
  /** Not shown until it is chosen. */
  readonly hidden?: boolean;
  /** The server's name for its order; without one it cannot be sorted by. */
  readonly sort?: string;
  /** Whether the server's order is the other way round: an age by the day something began. */
  readonly flipped?: boolean;
}
