import type { ScanTask } from '../../../server/registry/document/queue-scan.ts';
import { assembleScan } from './assemble-scan.ts';
import { readPage } from './read-page.ts';
import type { ScanContext } from './scan-context.ts';
import { splitScan } from './split-scan.ts';

/**
 * One task of a worker: takes a file apart, or reads one page; whoever reads the last page puts the documents together. A task may come
 * twice or break off anywhere: it goes on from what is written.
 */
export async function runScanTask(context: ScanContext, { scanId, pageNo }: ScanTask): Promise<void> {
  if (pageNo === null) await splitScan(context, scanId);
  else await readPage(context, scanId, pageNo);
  await assembleScan(context, scanId);
}
