import { randomUUID } from 'node:crypto';
import { access, constants, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../register/is-alive.ts';

/**
 * A folder for one run's unpacked files, readable by nobody else: they hold personal data in clear. Folders that killed
 * importers left behind are removed first.
 */
export async function openScratch(storageDir: string): Promise<string> {
  const folder = await scratchPath(storageDir);
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

/** A name of this process in the scratch folder, for a folder or a file that a later run may clear away. */
export async function scratchPath(storageDir: string): Promise<string> {
  const home = join(storageDir, 'scratch');
  await mkdir(home, { recursive: true, mode: 0o700 });
  // Where it was made by somebody else, say so as a write that failed, before anything is read.
  await access(home, constants.R_OK | constants.W_OK | constants.X_OK);
  for (const name of await readdir(home)) {
    if (!isAlive(Number(name.split('-')[0]))) await rm(join(home, name), { recursive: true, force: true });
  }
  return join(home, `${process.pid}-${randomUUID()}`);
}
