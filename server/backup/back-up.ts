import { createReadStream, existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { storedPath } from '../registry/batch/keep-source-file.ts';
import { scratchPath } from '../registry/batch/open-scratch.ts';
import { type Lock, type Member, writeArchive } from './archive.ts';
import { BackupError } from './backup-error.ts';
import { dumpDatabase, type Manifest } from './dump-database.ts';

export interface BackupSource {
  /** As the owner of the tables. */
  readonly migratorUrl: string;
  readonly storageDir: string;
  readonly personalDataKey: Buffer;
}

/** What stands in the secret part: what the store and the numbers of persons are sealed with. */
export interface BackupKeys {
  /** 32 bytes, base64. */
  readonly personalDataKey: string;
}

/** Folders of the store that go in whole, beside the files that rows name. */
export const WHOLE_FOLDERS = ['signing', 'outbox'] as const;

async function* filesUnder(folder: string, name: string): AsyncGenerator<Member> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path, `${name}/${entry.name}`);
    else if (entry.isFile()) yield await memberOf(`${name}/${entry.name}`, path);
  }
}

async function memberOf(name: string, path: string): Promise<Member> {
  const { size } = await stat(path);
  // A file that grows while it is read is given as it was when it was looked at.
  return { name, size, bytes: size === 0 ? Readable.from([]) : createReadStream(path, { end: size - 1 }) };
}

const jsonMember = (name: string, value: unknown): Member => {
  const text = Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
  return { name, size: text.length, bytes: Readable.from([text]) };
};

async function* membersOf({ storageDir, personalDataKey }: BackupSource, manifest: Manifest, dump: string) {
  yield jsonMember('manifest.json', manifest);
  yield jsonMember('keys.json', { personalDataKey: personalDataKey.toString('base64') } satisfies BackupKeys);
  yield await memberOf('database.dump', dump);
  yield await memberOf('files/register-id', join(storageDir, 'files', 'register-id'));
  // A file is in the store before the row that names it is committed, and is never taken out: what the instant names is there.
  for (const sha256 of manifest.files)
    yield await memberOf(`files/${sha256.slice(0, 2)}/${sha256}`, storedPath(storageDir, sha256));
  for (const folder of WHOLE_FOLDERS) yield* filesUnder(join(storageDir, folder), folder);
}

/**
 * Writes the whole register as it was at one instant into a new file, while it is in use. Throws BackupError; nothing is left then.
 */
export async function backUp(source: BackupSource, path: string, lock: Lock): Promise<Manifest> {
  if (existsSync(path))
    throw new BackupError(
      'backup.exists',
      `${path} is there already. A backup never replaces another: give it a name of its own.`,
    );
  const dump = await scratchPath(source.storageDir);
  try {
    const manifest = await dumpDatabase(source.migratorUrl, dump);
    const missing = manifest.files.filter((sha256) => !existsSync(storedPath(source.storageDir, sha256)));
    if (missing.length > 0)
      throw new BackupError(
        'backup.store_incomplete',
        `${missing.length} files that the register names are not in its store (the first: ${missing[0]}). Bring the store back first; a backup without them would not be whole.`,
      );
    await writeArchive(path, lock, membersOf(source, manifest, dump));
    return manifest;
  } finally {
    await rm(dump, { force: true });
  }
}
