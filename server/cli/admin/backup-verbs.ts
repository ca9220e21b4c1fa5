/** backup-key, backup, check-backup, restore: the register as one file, and back. */
import { readFileSync, writeFileSync } from 'node:fs';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Key, Lock } from '../../backup/archive.ts';
import { backUp } from '../../backup/back-up.ts';
import { checkRegister } from '../../backup/check-register.ts';
import type { Manifest } from '../../backup/dump-database.ts';
import { restoreRegister } from '../../backup/restore.ts';
import { checkBackup } from '../../backup/unpack-backup.ts';
import { ConfigError, readConfig } from '../../config.ts';
import { DATABASE, openRegistry } from '../start/open-registry.ts';

export interface BackupOptions {
  readonly to?: readonly string[];
  readonly key?: readonly string[];
  readonly 'passphrase-file'?: string;
}

/** Misuse of the command line: the help is shown. */
export class BackupUsage extends Error {}

export const BACKUP_HELP = `  backup-key FILE                             makes a key for backups: the secret one into FILE (keep it away from this machine), the
                                               public one (age1…) on standard output
  backup FILE --to age1…                      the whole register as of one instant, while it is in use: database, files, keys; encrypted
                                               for the public keys (--to again for each), or with --passphrase-file FILE
  check-backup FILE --key FILE                reads it to its end: whole and unaltered, or exit 2; changes nothing
  restore FILE --key FILE                     into an empty STORAGE_DIR (or, with your own PostgreSQL, an empty database: set
                                               RESTORE_DATABASE_URL, a superuser's); then checks every file and the audit log`;

const passphraseOf = (file: string) => readFileSync(file, 'utf8').replace(/\r?\n$/, '');

function lockOf(options: BackupOptions): Lock {
  const file = options['passphrase-file'];
  if (file !== undefined && options.to === undefined) return { passphrase: passphraseOf(file) };
  if (file === undefined && options.to?.every((one) => one.startsWith('age1'))) return { recipients: options.to };
  throw new BackupUsage('backup needs --to age1… or --passphrase-file FILE');
}

function keyOf(options: BackupOptions): Key {
  const file = options['passphrase-file'];
  if (file !== undefined && options.key === undefined) return { passphrase: passphraseOf(file) };
  if (file !== undefined || options.key === undefined)
    throw new BackupUsage('needs --key FILE or --passphrase-file FILE');
  const identities = options.key.flatMap((one) => readFileSync(one, 'utf8').match(/^AGE-SECRET-KEY-1\S+$/gm) ?? []);
  if (identities.length === 0) throw new BackupUsage('--key names no file with a line AGE-SECRET-KEY-1…');
  return { identities };
}

async function makeKey(file: string): Promise<void> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  writeFileSync(file, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' });
  console.log(recipient);
}

const factsOf = (manifest: Manifest) =>
  `as of ${manifest.takenAt}: ${manifest.parcels} parcels, ${manifest.dealings} dealings, ${manifest.files.length} files, ${manifest.auditEntries} entries of the audit log`;

async function makeBackup(file: string, options: BackupOptions): Promise<void> {
  const lock = lockOf(options);
  const config = readConfig(process.env);
  const registry = await openRegistry(config);
  try {
    const { personalDataKey, urls } = registry;
    const source = { migratorUrl: urls.migrator, storageDir: config.storageDir, personalDataKey };
    console.log(`Backed up ${factsOf(await backUp(source, file, lock))}.`);
  } finally {
    await registry.release();
  }
}

async function printCheck(file: string, options: BackupOptions): Promise<void> {
  console.log(`Whole and unaltered, ${factsOf(await checkBackup(file, keyOf(options)))}.`);
}

async function bringBack(file: string, options: BackupOptions): Promise<void> {
  const key = keyOf(options);
  const config = readConfig(process.env);
  const superuserUrl = config.restoreDatabaseUrl;
  if (config.databaseUrl && superuserUrl === null)
    throw new ConfigError(
      'RESTORE_DATABASE_URL',
      'restoring into your own PostgreSQL needs a superuser’s address of the empty database',
    );
  const manifest = await restoreRegister(file, key, {
    storageDir: config.storageDir,
    superuserUrl: config.databaseUrl ? superuserUrl : null,
    personalDataKey: config.personalDataKey ?? null,
    database: DATABASE,
  });
  console.log(`Restored ${factsOf(manifest)}.`);
  const registry = await openRegistry(config);
  try {
    const { personalDataKey, urls } = registry;
    const register = { migratorUrl: urls.migrator, appUrl: urls.app, storageDir: config.storageDir, personalDataKey };
    const found = await checkRegister(register, manifest.checkpoint === null ? [] : [manifest.checkpoint]);
    const { fault, entries, checkpoints } = found.audit;
    console.log(
      `${found.files - found.lost.length} of ${found.files} files can be read back; ${entries} entries of the audit log, ${checkpoints} checkpoints.`,
    );
    if (found.lost.length > 0) console.log(`NOT WHOLE: ${found.lost.join(', ')}`);
    if (fault) console.log(`DOES NOT FIT: ${fault.kind} at position ${fault.position}`);
    if (found.lost.length > 0 || fault) process.exitCode = 2;
    else console.log('The register is whole. What was registered after the backup is not in it.');
  } finally {
    await registry.release();
  }
}

export const BACKUP_VERBS: Readonly<Record<string, (file: string, options: BackupOptions) => Promise<void>>> = {
  'backup-key': makeKey,
  backup: makeBackup,
  'check-backup': printCheck,
  restore: bringBack,
};
