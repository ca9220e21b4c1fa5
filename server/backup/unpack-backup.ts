import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Key, readArchive } from './archive.ts';
import type { BackupKeys } from './back-up.ts';
import { BackupError } from './backup-error.ts';
import type { Manifest } from './dump-database.ts';

const NO_BACKUP = 'This file is no backup of a register, or one of a later release.';

function readManifest(text: string): Manifest {
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== 'diaba-backup/1') throw new BackupError('backup.not_a_backup', NO_BACKUP);
  return manifest;
}

/** Reads a backup to its end and keeps nothing but its facts. Throws BackupError where anything of it is not as it was written. */
export async function checkBackup(path: string, key: Key): Promise<Manifest> {
  const names = new Set<string>();
  let manifest = '';
  await readArchive(path, key, async (name, bytes) => {
    names.add(name);
    await pipeline(
      bytes,
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          if (name === 'manifest.json') manifest += chunk.toString();
          done();
        },
      }),
    );
  });
  const facts = readManifest(manifest || '{}');
  requireMembers(facts, names);
  return facts;
}

function requireMembers(manifest: Manifest, names: ReadonlySet<string>): void {
  const needed = [
    'keys.json',
    'database.dump',
    ...manifest.files.map((sha256) => `files/${sha256.slice(0, 2)}/${sha256}`),
  ];
  if (!needed.every((name) => names.has(name))) throw new BackupError('backup.not_a_backup', NO_BACKUP);
}

/** Writes the members into an empty folder, readable by nobody else; what it says of itself, and its keys. */
export async function unpackBackup(
  path: string,
  key: Key,
  folder: string,
): Promise<{ manifest: Manifest; keys: BackupKeys }> {
  const names = new Set<string>();
  await readArchive(path, key, async (name, bytes) => {
    const target = join(folder, name);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await pipeline(bytes, createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true }));
    names.add(name);
  });
  const [manifest, keys] = await Promise.all(
    ['manifest.json', 'keys.json'].map((name) => readFile(join(folder, name), 'utf8').catch(() => '{}')),
  );
  const facts = readManifest(manifest!);
  requireMembers(facts, names);
  return { manifest: facts, keys: JSON.parse(keys!) as BackupKeys };
}
