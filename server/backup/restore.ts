/**
 * A register out of its backup. Everything is written beside what is there, and the last step alone (the database gets its name,
 * or its one transaction commits) makes a register of it: killed before, the same command begins again.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { findSecrets, writeSecrets } from '../embedded/cluster-secrets.ts';
import { superuserUrl } from '../embedded/database-urls.ts';
import { asSuperuser, createEmptyDatabase } from '../embedded/ensure-database.ts';
import { openCluster } from '../embedded/open-cluster.ts';
import { keyFingerprint } from '../registry/register/register-identity.ts';
import type { Key } from './archive.ts';
import { type BackupKeys, WHOLE_FOLDERS } from './back-up.ts';
import { BackupError } from './backup-error.ts';
import type { Manifest } from './dump-database.ts';
import { runTool } from './postgres-tool.ts';
import { unpackBackup } from './unpack-backup.ts';

export interface RestoreTarget {
  readonly storageDir: string;
  /** Of a PostgreSQL of one's own: a superuser's address of the database, empty but for what docs/operations.md makes in it. Null: the private one. */
  readonly superuserUrl: string | null;
  /** PERSONAL_DATA_KEY, where it is set. */
  readonly personalDataKey: Buffer | null;
  /** Name of the private database. */
  readonly database: string;
}

/** Brings the register back. Throws BackupError before anything is changed where there is one already, or its key is another. */
export async function restoreRegister(path: string, key: Key, target: RestoreTarget): Promise<Manifest> {
  await refuseStanding(target);
  const folder = join(target.storageDir, 'restoring');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const { manifest, keys } = await unpackBackup(path, key, folder);
    refuseOtherKey(manifest, keys, target);
    await refuseOtherStore(manifest, target.storageDir);
    await mergeStore(folder, target.storageDir);
    const dump = join(folder, 'database.dump');
    if (target.superuserUrl === null) await loadPrivate(manifest, keys, dump, target);
    else
      await runTool('pg_restore', manifest.postgres, target.superuserUrl, [
        '--single-transaction',
        '--exit-on-error',
        dump,
      ]);
    return manifest;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const STANDS = 'There is a register already. A backup is restored beside it, never over it:';

async function refuseStanding({ storageDir, superuserUrl: url, database }: RestoreTarget): Promise<void> {
  if (url === null) {
    if (!existsSync(join(storageDir, 'embedded.json'))) return;
    const cluster = await openCluster({ storageDir });
    try {
      const found = await asSuperuser(cluster, 'postgres', (client) =>
        client.query('select from pg_database where datname = $1', [database]),
      );
      if (found.rowCount)
        throw new BackupError('backup.register_exists', `${STANDS} set STORAGE_DIR to an empty folder.`);
    } finally {
      await cluster.release();
    }
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query("select from pg_namespace where nspname in ('cadastre', 'reference', 'audit')");
    if (found.rowCount) throw new BackupError('backup.register_exists', `${STANDS} make an empty database.`);
  } finally {
    await client.end();
  }
}

function refuseOtherKey(
  manifest: Manifest,
  keys: BackupKeys,
  { superuserUrl: url, personalDataKey }: RestoreTarget,
): void {
  const kept = Buffer.from(keys.personalDataKey, 'base64');
  if (manifest.keyFingerprint !== null && keyFingerprint(kept) !== manifest.keyFingerprint)
    throw new BackupError('backup.damaged', 'The key in this backup is not that of its register.');
  if (personalDataKey?.equals(kept) || (personalDataKey === null && url === null)) return;
  throw new BackupError(
    'backup.other_personal_data_key',
    'PERSONAL_DATA_KEY is not the key of this register. It is in the backup: age -d -i KEY FILE | tar xO keys.json',
  );
}

/** A store may be left from before (of a machine whose database was lost): it is added to, if it is this register's. */
async function refuseOtherStore({ store }: Manifest, storageDir: string): Promise<void> {
  const files = join(storageDir, 'files');
  if (!existsSync(files) || (await readdir(files)).length === 0) return;
  const id = await readFile(join(files, 'register-id'), 'utf8').catch(() => '');
  if (id.trim() !== store)
    throw new BackupError(
      'backup.other_store',
      `${files} belongs to another register: set STORAGE_DIR to an empty folder.`,
    );
}

/** Adds what is not there; a file that is there has the same bytes, since its name is their digest. */
async function mergeStore(from: string, storageDir: string): Promise<void> {
  for (const folder of ['files', ...WHOLE_FOLDERS]) await mergeFolder(join(from, folder), join(storageDir, folder));
}

async function mergeFolder(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return;
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await mergeFolder(source, target);
    else if (!existsSync(target)) await rename(source, target);
  }
}

/** Into a database of another name, which gets its own when it is whole. */
async function loadPrivate(
  manifest: Manifest,
  keys: BackupKeys,
  dump: string,
  { storageDir, database }: RestoreTarget,
): Promise<void> {
  const making = `${database}_restoring`;
  const cluster = await openCluster({ storageDir });
  try {
    await asSuperuser(cluster, 'postgres', (client) =>
      client.query(`drop database if exists ${pg.escapeIdentifier(making)} with (force)`),
    );
    await createEmptyDatabase(cluster, making);
    await runTool('pg_restore', manifest.postgres, superuserUrl(cluster, making), [
      '--exit-on-error',
      `--jobs=${availableParallelism()}`,
      dump,
    ]);
    takeKey(join(storageDir, 'embedded.json'), keys);
    await asSuperuser(cluster, 'postgres', (client) =>
      client.query(`alter database ${pg.escapeIdentifier(making)} rename to ${pg.escapeIdentifier(database)}`),
    );
  } finally {
    await cluster.release();
  }
}

function takeKey(secretsFile: string, { personalDataKey }: BackupKeys): void {
  const secrets = findSecrets(secretsFile);
  if (!secrets) throw new Error(`${dirname(secretsFile)} has no embedded.json`);
  writeSecrets(secretsFile, { ...secrets, personalDataKey });
}
