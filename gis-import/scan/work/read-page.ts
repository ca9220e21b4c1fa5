import { rm } from 'node:fs/promises';
import {
  beginPage,
  forgetPageAttempt,
  type PageReading,
  type PageToRead,
  setPageRead,
} from '../../../server/db/document/scans.ts';
import { inTransaction, type Trx } from '../../../server/db/kit/transaction.ts';
import { scratchPath } from '../../../server/registry/batch/open-scratch.ts';
import { restoreSourceFile } from '../../../server/registry/batch/restore-source-file.ts';
import { OcrFailed, type Word } from '../ocr/ocr.ts';
import { readUpright } from '../ocr/read-upright.ts';
import { MAX_ATTEMPTS, type ScanContext } from './scan-context.ts';

/** Taken where the file does not say: what offices scan at. */
const USUAL_DPI = 300;

const middleOf = (words: readonly Word[]): number | null =>
  words.length === 0 ? null : words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;

async function read(context: ScanContext, page: PageToRead): Promise<PageReading> {
  const { storageDir, personalDataKey, ocr, cipher } = context;
  const unread = { words: null, turn: 0, reader: ocr.name, confidence: null, trouble: 'scan.unreadable' } as const;
  if (page.attempts > MAX_ATTEMPTS) return unread;
  const path = await scratchPath(storageDir);
  try {
    await restoreSourceFile(storageDir, personalDataKey, page.sha256, path);
    const { words, turn } = await readUpright(ocr, path, page.dpi ?? USUAL_DPI, page.expectedTurn);
    return { words: cipher.seal(words), turn, reader: ocr.name, confidence: middleOf(words), trouble: null };
  } catch (error) {
    // The picture is kept; a person types what the program could not read.
    if (error instanceof OcrFailed && page.attempts >= MAX_ATTEMPTS) return unread;
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}

/** Reads the print of one page that was drawn. One that is read stays as it is. */
export async function readPage(context: ScanContext, scanId: string, pageNo: number): Promise<void> {
  const act = <T>(work: (trx: Trx) => Promise<T>) => inTransaction(context.pool, context.actor, work);
  const page = await act((trx) => beginPage(trx, scanId, pageNo));
  if (!page) return;
  try {
    const reading = await read(context, page);
    await act((trx) => setPageRead(trx, scanId, pageNo, reading));
  } catch (error) {
    if (!(error instanceof OcrFailed)) await act((trx) => forgetPageAttempt(trx, scanId, pageNo));
    throw error;
  }
}
