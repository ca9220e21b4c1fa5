import type { ChildLimits } from '../child/limited-child.ts';

/** What a workbook may cost. */
export interface WorkbookLimits extends ChildLimits {
  /** Of the file. */
  readonly fileBytes: number;
  /** Of all its parts together, unpacked. */
  readonly unpackedBytes: number;
  /** Parts: sheets, pictures, styles. */
  readonly parts: number;
  /** Rows of the first sheet in which anything stands. */
  readonly rows: number;
  /** Cells side by side, the empty ones between them counted. */
  readonly columns: number;
  /** Cells in which anything stands. */
  readonly cells: number;
}

/** 200,000 rows of ten columns are 11 MB, 113 MB unpacked, and take 90 MB of memory to read (ADR 0034). */
export const WORKBOOK_LIMITS: WorkbookLimits = {
  fileBytes: 50_000_000,
  unpackedBytes: 400_000_000,
  parts: 1_000,
  rows: 250_000,
  columns: 256,
  cells: 4_000_000,
  memoryBytes: 1_000_000_000,
  silenceMs: 60_000,
};
