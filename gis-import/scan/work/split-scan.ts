import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAudit } from '../../../server/db/audit/write-audit.ts';
import { decideDocument, listDocumentIds } from '../../../server/db/document/documents.ts';
import {
  beginScan,
  findScan,
  forgetScanAttempt,
  insertPage,
  insertRefusedPage,
  listPages,
  moveScan,
  setScanPages,
} from '../../../server/db/document/scans.ts';
import { insertStoredFile } from '../../../server/db/document/stored-files.ts';
import { inTransaction, type Trx } from '../../../server/db/kit/transaction.ts';
import type { ScanTrouble } from '../../../server/domain/document/scan-trouble.ts';
import { keepSourceFile } from '../../../server/registry/batch/keep-source-file.ts';
import { openScratch } from '../../../server/registry/batch/open-scratch.ts';
import { restoreSourceFile } from '../../../server/registry/batch/restore-source-file.ts';
import { runSplit } from '../run-split.ts';
import type { PagePicture, SplitPage } from '../scan-protocol.ts';
import { MAX_ATTEMPTS, type ScanContext } from './scan-context.ts';

async function* once(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes;
}

/** Puts a picture into the store before any row speaks of it. */
async function keepPicture({ storageDir, personalDataKey }: ScanContext, picture: PagePicture) {
  const bytes = await readFile(picture.path);
  await rm(picture.path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const kept = await keepSourceFile(storageDir, personalDataKey, sha256, once(bytes));
  return { ...picture, ...kept };
}

async function keepPage(context: ScanContext, scanId: string, page: SplitPage): Promise<void> {
  const pictures = await Promise.all(page.pictures.map((picture) => keepPicture(context, picture)));
  await inTransaction(context.pool, context.actor, async (trx) => {
    for (const { sha256, byteLength } of pictures)
      await insertStoredFile(trx, { sha256, byteLength, mediaType: 'image/jpeg' });
    await insertPage(trx, scanId, { ...page, codes: context.cipher.seal(page.codes), pictures });
  });
}

/** Ends a scan of which nothing is shown. */
async function refuseScan({ actor }: ScanContext, trx: Trx, scanId: string, trouble: ScanTrouble): Promise<void> {
  if (!(await moveScan(trx, scanId, 'received', 'refused', trouble))) return;
  for (const documentId of await listDocumentIds(trx, scanId))
    await decideDocument(trx, documentId, { status: 'rejected', by: null, reason: trouble });
  await writeAudit(trx, {
    actor: actor.id,
    action: 'scan.refused',
    subjectKind: 'scan',
    subjectId: scanId,
    body: { trouble },
  });
}

/** All pages are drawn: each is read by itself from here on, whoever has time. */
async function endSplit({ actor, queue }: ScanContext, trx: Trx, scanId: string): Promise<void> {
  const pages = await listPages(trx, scanId);
  const drawn = pages.filter(({ state }) => state === 'split');
  if (!(await moveScan(trx, scanId, 'received', 'split'))) return;
  await queue(
    trx,
    drawn.map(({ pageNo }) => ({ scanId, pageNo })),
  );
  await writeAudit(trx, {
    actor: actor.id,
    action: 'scan.split',
    subjectKind: 'scan',
    subjectId: scanId,
    body: { pages: pages.length, refused: pages.length - drawn.length },
  });
}

/**
 * Takes a received file apart into pages, each kept as it comes: whoever goes on after a break begins at the first page that is missing.
 * Done twice, or by two at once, it comes to the same pages.
 */
export async function splitScan(context: ScanContext, scanId: string): Promise<void> {
  const { pool, actor, storageDir, personalDataKey } = context;
  const act = <T>(work: (trx: Trx) => Promise<T>) => inTransaction(pool, actor, work);
  const found = await act(async (trx) => {
    const scan = await findScan(trx, scanId);
    if (scan?.status !== 'received') return null;
    const attempts = await beginScan(trx, scanId);
    if (attempts > MAX_ATTEMPTS) {
      await refuseScan(context, trx, scanId, 'scan.too_heavy');
      return null;
    }
    const pages = await listPages(trx, scanId);
    return { sha256: scan.sha256, from: pages.length + 1 };
  });
  if (!found) return;
  const scratch = await openScratch(storageDir);
  try {
    const path = join(scratch, 'source');
    const folder = join(scratch, 'pages');
    await mkdir(folder, { mode: 0o700 });
    await restoreSourceFile(storageDir, personalDataKey, found.sha256, path);
    const trouble = await runSplit(
      { path, folder, from: found.from },
      {
        opened: (pages) => act((trx) => setScanPages(trx, scanId, pages)),
        page: (page) => keepPage(context, scanId, page),
        pageRefused: (pageNo, why) => act((trx) => insertRefusedPage(trx, scanId, pageNo, why)),
      },
      context.limits,
    );
    await act(async (trx) => {
      const pages = await listPages(trx, scanId);
      const firstTrouble = pages.find(({ state }) => state === 'refused')?.trouble;
      const shown = pages.some(({ state }) => state !== 'refused');
      if (trouble || !shown) await refuseScan(context, trx, scanId, trouble ?? firstTrouble ?? 'scan.damaged');
      else await endSplit(context, trx, scanId);
    });
  } catch (error) {
    // The process lives and says so: what went wrong is the machine's, and does not count against the file.
    await act((trx) => forgetScanAttempt(trx, scanId));
    throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
