/**
 * A register knows the key and the store that belong to it. With another key its files and identity numbers cannot be read, and
 * what is sealed with it from then on cannot be read with the old one; so a start that does not fit must stop, not go on.
 */
import { hkdfSync, randomUUID } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { claimRegistryState, findRegistryState } from '../../db/schema/registry-state.ts';

const KEY = 'personal_data_key';
const STORE = 'store';

/** Tells keys apart and nothing more: 16 bytes from which the key cannot be found. */
export const keyFingerprint = (personalDataKey: Buffer): string =>
  Buffer.from(hkdfSync('sha256', personalDataKey, '', 'diaba key fingerprint', 16)).toString('hex');

const storeFile = (storageDir: string) => join(storageDir, 'files', 'register-id');

async function readStoreId(storageDir: string): Promise<string | undefined> {
  try {
    return (await readFile(storeFile(storageDir), 'utf8')).trim();
  } catch (error) {
    // A folder that cannot be there is told by the writing that follows, or by the store being strange.
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

async function writeStoreId(storageDir: string, id: string): Promise<void> {
  await mkdir(join(storageDir, 'files'), { recursive: true, mode: 0o700 });
  const file = await open(storeFile(storageDir), 'w', 0o600);
  try {
    await file.writeFile(`${id}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

export interface Belongings {
  readonly personalDataKey: Buffer;
  readonly storageDir: string;
}

/** What does not belong to the register: its key, its store, both or nothing. Changes nothing. */
export async function findStrangers(
  client: pg.ClientBase | pg.Pool,
  { personalDataKey, storageDir }: Belongings,
): Promise<('key' | 'store')[]> {
  const [key, store] = [await findRegistryState(client, KEY), await findRegistryState(client, STORE)];
  return [
    ...(key !== undefined && key !== keyFingerprint(personalDataKey) ? (['key'] as const) : []),
    ...(store !== undefined && store !== (await readStoreId(storageDir)) ? (['store'] as const) : []),
  ];
}

/** Records key and store of a register that has none yet; what it found strange afterwards. As the owner of the tables. */
export async function claimBelongings(
  client: pg.ClientBase | pg.Pool,
  belongings: Belongings,
): Promise<('key' | 'store')[]> {
  const { personalDataKey, storageDir } = belongings;
  await claimRegistryState(client, KEY, keyFingerprint(personalDataKey));
  if ((await findRegistryState(client, STORE)) === undefined) {
    // A store that has an id was another register's, or this one's before a restore to an older state: it keeps it.
    const id = (await readStoreId(storageDir)) ?? randomUUID();
    await writeStoreId(storageDir, id);
    await claimRegistryState(client, STORE, id);
  }
  return findStrangers(client, belongings);
}
