import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { getMediaType } from '../server/db/document/stored-files.ts';
import { inTransaction } from '../server/db/kit/transaction.ts';
import { getBatch } from '../server/db/staging/batches.ts';
import { isBatch } from '../server/domain/batch/batch-state.ts';
import { openScratch } from '../server/registry/batch/open-scratch.ts';
import { restoreSourceFile } from '../server/registry/batch/restore-source-file.ts';
import { SHAPEFILE_SET, unframeParts } from './commands/keep-given-file.ts';
import { type ImportContext, type OnProgress, resumeBatch } from './pipeline.ts';
import { extensionOf } from './unpack/member-kind.ts';

/** An extension that may stand in a path of ours; the rest of a name is a stranger's and never does. */
const PLAIN = /^[a-z0-9]{1,10}$/;

function scratchName(sourceName: string): string {
  if (/\.gdb\.zip$/i.test(sourceName)) return 'source.gdb.zip';
  const extension = extensionOf(sourceName);
  return PLAIN.test(extension) ? `source.${extension}` : 'source';
}

/** Brings a received batch as far as validation, from the bytes in the store: what a worker does with a job. */
export async function importReceived(context: ImportContext, batchId: string, onProgress: OnProgress): Promise<void> {
  const { batch, mediaType } = await inTransaction(context.pool, context.actor, async (trx) => {
    const found = await getBatch(trx, batchId);
    return { batch: found, mediaType: await getMediaType(trx, found.sourceSha256) };
  });
  if (!isBatch(batch.status, 'unread')) return;
  onProgress('receive', 0, 0);
  const scratch = await openScratch(context.storageDir);
  try {
    const isSet = mediaType === SHAPEFILE_SET;
    const file = join(scratch, isSet ? 'kept' : scratchName(batch.sourceName));
    await restoreSourceFile(context.storageDir, context.personalDataKey, batch.sourceSha256, file);
    await resumeBatch(context, batchId, isSet ? await unframeParts(file, scratch) : file, onProgress);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
