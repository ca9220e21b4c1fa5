import { readFile, stat } from 'node:fs/promises';
import { FileRefused } from '../../../server/domain/finding/finding.ts';
import { cellText } from '../../../server/domain/spreadsheet/cell-text.ts';
import { WorkbookRefused } from '../../../server/domain/spreadsheet/workbook-trouble.ts';
import { judgeParts } from '../../../server/spreadsheet/judge-parts.ts';
import { readRows } from '../../../server/spreadsheet/read-rows.ts';
import { WORKBOOK_LIMITS } from '../../../server/spreadsheet/workbook-limits.ts';

export interface WorkbookRows {
  /** Cells in UTF-8. */
  readonly rows: Uint8Array[][];
  /** By column, whether every cell below the first row with more than one that is filled is a number of the program's own. */
  readonly numbers: readonly boolean[];
}

const encoder = new TextEncoder();

/** Rows of a workbook's first sheet. Read in this process, which is the limited child itself. Throws FileRefused. */
export async function readWorkbookRows(path: string): Promise<WorkbookRows> {
  const { size } = await stat(path);
  const { fileBytes } = WORKBOOK_LIMITS;
  if (size > fileBytes) throw new FileRefused('file.too_large', { bytes: size, limitBytes: fileBytes });
  const rows: Uint8Array[][] = [];
  const kinds: { texts: number; numbers: number }[] = [];
  try {
    await judgeParts(path, WORKBOOK_LIMITS);
    for await (const { cells } of readRows(await readFile(path), WORKBOOK_LIMITS)) {
      rows.push(cells.map((cell) => encoder.encode(cellText(cell))));
      for (const [at, cell] of cells.entries()) {
        kinds[at] ??= { texts: 0, numbers: 0 };
        if (typeof cell === 'number') kinds[at].numbers += 1;
        else if (cell !== null && rows.length > 1) kinds[at].texts += 1;
      }
    }
  } catch (error) {
    throw asRefusal(error);
  }
  return { rows, numbers: Array.from(kinds, (kind) => kind !== undefined && kind.numbers > 0 && kind.texts === 0) };
}

function asRefusal(error: unknown): unknown {
  if (error instanceof WorkbookRefused)
    return error.trouble === 'workbook.too_large'
      ? new FileRefused('file.too_large', {}, { cause: error })
      : new FileRefused('file.table_damaged', { problem: error.trouble }, { cause: error });
  // What failed in the machine names a system call; the rest the library says of a file that is none.
  if (error instanceof Error && 'syscall' in error) return error;
  return new FileRefused('file.table_damaged', { problem: 'workbook.damaged' }, { cause: error });
}
