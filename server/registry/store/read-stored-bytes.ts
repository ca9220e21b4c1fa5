import { readFile, rm } from 'node:fs/promises';
import { scratchPath } from '../batch/open-scratch.ts';
import { restoreSourceFile } from '../batch/restore-source-file.ts';

/** The bytes of a small file of the store, whole and unaltered. Throws StoredFileDamaged. */
export async function readStoredBytes(storageDir: string, personalDataKey: Buffer, sha256: string): Promise<Buffer> {
  const path = await scratchPath(storageDir);
  try {
    await restoreSourceFile(storageDir, personalDataKey, sha256, path);
    return await readFile(path);
  } finally {
    await rm(path, { force: true });
  }
}
