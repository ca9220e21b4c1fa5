/** What parent and child say to each other; rows go as lines of JSON through the child's output. */
import type { ReadCell } from '../domain/spreadsheet/cell-text.ts';
import type { WorkbookTrouble } from '../domain/spreadsheet/workbook-trouble.ts';
import type { WorkbookLimits } from './workbook-limits.ts';

export interface WorkbookJob {
  readonly path: string;
  readonly limits: WorkbookLimits;
}

/** One row in which something stands. */
export interface WorkbookRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly rowNo: number;
  /** From column A on; those behind the last one that is filled are left out. */
  readonly cells: readonly ReadCell[];
}

export type WorkbookMessage =
  | { readonly type: 'done'; readonly rows: number }
  | { readonly type: 'refused'; readonly trouble: WorkbookTrouble; readonly limit: string | null }
  /** The machine failed, not the file. */
  | { readonly type: 'failed'; readonly message: string };
