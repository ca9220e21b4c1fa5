import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { expireUploads, listOpenUploads } from '../../db/staging/uploads.ts';
import { removeUploaded } from './receive-upload.ts';

/** A file whose row is being written this moment is not yet anybody's. */
const YOUNG_MS = 60_000;

/**
 * Ends uploads whose time is up, and removes files that belong to no open upload. Received files are in the store and no
 * longer here, so that nothing acknowledged can be swept away. `remove` runs while nobody writes to the upload.
 */
export async function sweepUploads(
  pool: pg.Pool,
  folder: string,
  exclusively: (uploadId: string, remove: () => Promise<void>) => Promise<void>,
  youngMs = YOUNG_MS,
): Promise<number> {
  await expireUploads(pool);
  // Files first: one that appears later has a row that is read later.
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []; // nobody has sent anything yet
    throw error;
  });
  const open = new Set((await listOpenUploads(pool)).map(({ uploadId }) => uploadId));
  const gone = new Set(names.map((name) => name.replace(/\.json$/, '')).filter((id) => !open.has(id)));
  let removed = 0;
  for (const id of gone) {
    const path = join(folder, id);
    const found = await stat(path).catch(() => stat(`${path}.json`).catch(() => undefined));
    if (!found || Date.now() - found.ctimeMs < youngMs) continue;
    await exclusively(id, () => removeUploaded(path));
    removed += 1;
  }
  return removed;
}
