/** The process in which a stranger's workbook is opened: rows out as lines, how it ended as a message. */
import { readFile, stat } from 'node:fs/promises';
import { WorkbookRefused } from '../domain/spreadsheet/workbook-trouble.ts';
import { judgeParts } from './judge-parts.ts';
import { readRows } from './read-rows.ts';
import type { WorkbookJob, WorkbookMessage } from './workbook-protocol.ts';

const LINES_AT_ONCE = 65_536;

/** How many rows were told. */
async function tellRows({ path, limits }: WorkbookJob): Promise<number> {
  const { size } = await stat(path);
  if (size > limits.fileBytes) throw new WorkbookRefused('workbook.too_large', 'fileBytes');
  await judgeParts(path, limits);
  let [rows, lines] = [0, ''];
  // Waited for until the pipe has it: what is still on its way when a process ends is lost.
  const flush = async () => {
    await new Promise<void>((done) => process.stdout.write(lines, () => done()));
    lines = '';
  };
  for await (const row of readRows(await readFile(path), limits)) {
    rows += 1;
    lines += `${JSON.stringify(row)}\n`;
    if (lines.length > LINES_AT_ONCE) await flush();
  }
  await flush();
  return rows;
}

async function answer(job: WorkbookJob): Promise<WorkbookMessage> {
  try {
    return { type: 'done', rows: await tellRows(job) };
  } catch (error) {
    if (error instanceof WorkbookRefused) return { type: 'refused', trouble: error.trouble, limit: error.limit };
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== undefined && /^E[A-Z]+$/.test(code)) return { type: 'failed', message: `${code} ${message}` };
    // What the library says of a file may repeat words out of it: only that it failed is told.
    return { type: 'refused', trouble: 'workbook.damaged', limit: null };
  }
}

process.once('message', async (job: WorkbookJob) => {
  const message = await answer(job);
  process.send?.(message, () => process.disconnect?.());
});
// The parent died or wants no more.
process.once('disconnect', () => process.exit(0));
