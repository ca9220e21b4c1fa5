import type pg from 'pg';
import type { QueueScan, ScanTask } from '../../../server/registry/document/queue-scan.ts';
import { createReadingCipher } from '../../../server/registry/document/reading-cipher.ts';
import { createWordTokens } from '../../../server/registry/document/word-tokens.ts';
import { openOcr } from '../ocr/open-ocr.ts';
import { SCAN_LIMITS } from '../scan-limits.ts';
import { runScanTask } from './run-scan-task.ts';
import type { ScanContext } from './scan-context.ts';

/** Who writes what is read off scans; sending them was somebody's own act. */
export const SCAN_WORKER = { id: 'scan-worker', communes: '*' } as const;

/** Makes of a task of the queue a run over the scan. */
export function createScanRun(
  {
    storageDir,
    personalDataKey,
    limits = SCAN_LIMITS,
  }: Pick<ScanContext, 'storageDir' | 'personalDataKey'> & Partial<Pick<ScanContext, 'limits'>>,
  queue: QueueScan,
): (pool: pg.Pool, task: ScanTask) => Promise<void> {
  const cipher = createReadingCipher(personalDataKey);
  const tokens = createWordTokens(personalDataKey);
  // Looked for at the first task: most processes that could read never do.
  let ocr: ScanContext['ocr'] | undefined;
  return (pool, task) => {
    ocr ??= openOcr();
    return runScanTask(
      { pool, actor: SCAN_WORKER, storageDir, personalDataKey, cipher, tokens, ocr, queue, limits },
      task,
    );
  };
}
