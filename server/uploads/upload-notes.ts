import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configstore } from '@tus/file-store';

/**
 * What tus notes about an upload (length, metadata, beginning), beside its bytes. A note is replaced whole or stays as it
 * was: written in place, on a full disk, it would be lost and the bytes with it.
 */
export function openNotes(folder: string): Configstore {
  const pathOf = (uploadId: string) => join(folder, `${uploadId}.json`);
  return {
    async get(uploadId) {
      try {
        return JSON.parse(await readFile(pathOf(uploadId), 'utf8'));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async set(uploadId, note) {
      const path = pathOf(uploadId);
      // One writer per upload: two can never meet here.
      const next = `${path}.next`;
      try {
        const handle = await open(next, 'w', 0o600);
        try {
          await handle.writeFile(JSON.stringify(note));
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(next, path);
      } catch (error) {
        await rm(next, { force: true });
        throw error;
      }
    },
    delete: (uploadId) => rm(pathOf(uploadId), { force: true }),
  };
}
