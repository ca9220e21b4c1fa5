/** A stranger's workbook, read by a child under limits (server/child/limited-child.ts): its rows, one by one. */
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type LimitedChild, type LimitReached, spawnLimited } from '../child/limited-child.ts';
import { WorkbookRefused, type WorkbookTrouble } from '../domain/spreadsheet/workbook-trouble.ts';
import { WORKBOOK_LIMITS } from './workbook-limits.ts';
import type { WorkbookJob, WorkbookMessage, WorkbookRow } from './workbook-protocol.ts';

const CHILD = fileURLToPath(new URL('./workbook-child.ts', import.meta.url));
const TROUBLES: Readonly<Record<LimitReached, WorkbookTrouble>> = {
  time: 'workbook.too_slow',
  memory: 'workbook.too_heavy',
};

/** How many rows the child told, once it is over. Throws WorkbookRefused, or an Error where the machine failed. */
function endOf({ child, limit, seen, stop }: LimitedChild): Promise<number> {
  return new Promise((resolve, reject) => {
    let last: WorkbookMessage | null = null;
    let complaint = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-4_000);
    });
    child.on('message', (message: WorkbookMessage) => {
      seen();
      last = message;
    });
    child.once('error', (error) => {
      stop();
      reject(error);
    });
    child.once('close', (status, signal) => {
      stop();
      const reached = limit(complaint);
      if (last?.type === 'done') resolve(last.rows);
      else if (last?.type === 'refused') reject(new WorkbookRefused(last.trouble, last.limit));
      else if (last?.type === 'failed') reject(new Error(`the workbook could not be read: ${last.message}`));
      else if (reached) reject(new WorkbookRefused(TROUBLES[reached]));
      else reject(new Error(`the reader of workbooks ended with ${signal ?? status}`));
    });
  });
}

/**
 * Rows of the first sheet in which anything stands, in order; whoever takes them slowly is waited for.
 * Throws WorkbookRefused also after some rows: nothing of a file counts before its last row came.
 */
export async function* readWorkbook(path: string, limits = WORKBOOK_LIMITS): AsyncGenerator<WorkbookRow, void> {
  const limited = spawnLimited(CHILD, limits);
  const { child, seen, stop } = limited;
  const end = endOf(limited);
  end.catch(() => undefined); // it is awaited below, or nobody wants it any more
  try {
    child.send({ path, limits } satisfies WorkbookJob);
    let rows = 0;
    for await (const line of createInterface({ input: child.stdout! })) {
      const row = parseLine(line);
      if (row === null) break;
      seen();
      rows += 1;
      yield row;
    }
    if ((await end) !== rows) throw new Error('the reader of workbooks told fewer rows than it counted');
  } finally {
    stop();
    child.kill('SIGKILL');
  }
}

/** The last line of a child that was ended is half a line. */
function parseLine(line: string): WorkbookRow | null {
  try {
    return JSON.parse(line) as WorkbookRow;
  } catch {
    return null;
  }
}
