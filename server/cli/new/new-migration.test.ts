import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { listMigrations, MIGRATIONS } from '../../db/schema/list-migrations.ts';
import { migrateDatabase } from '../../db/schema/migrate.ts';
import { createTestDatabase } from '../../testing/test-database.ts';
import { newMigration } from './new-migration.ts';
import { NewRefused } from './new-refused.ts';

const NEW = fileURLToPath(new URL('../new.ts', import.meta.url));
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diaba-new-'));
});
afterEach(() => rm(folder, { recursive: true }));

const later = new Date('2030-01-02T03:04:05Z');

test('a new migration is dated, named after what it does, and runs as the last one', async () => {
  await cp(MIGRATIONS, folder, { recursive: true });
  const [path] = newMigration('add fee to dealing', folder, later);
  assert.equal(path, 'migrations/20300102030405_add_fee_to_dealing.sql');
  assert.equal(listMigrations(folder).at(-1), '20300102030405_add_fee_to_dealing.sql');
  const file = join(folder, '20300102030405_add_fee_to_dealing.sql');
  const text = await readFile(file, 'utf8');
  assert.match(text, /^-- Add fee to dealing\.\n/);
  await writeFile(file, `${text}alter table dealing.dealing add column fee_dong bigint check (fee_dong >= 0);\n`);
  const database = await createTestDatabase();
  const done = await migrateDatabase({ migrator: database.urls.migrator }, { registrySrid: 9214, folder });
  assert.deepEqual(done.migrations, ['20300102030405_add_fee_to_dealing.sql']);
  await database.drop();
});

test('two in one second, or by a clock that lags behind, come one after the other', async () => {
  await writeFile(join(folder, '20300102030459_split_a_parcel.sql'), '');
  assert.match(newMigration('add fee', folder, later)[0]!, /\/20300102030500_add_fee\.sql$/);
  assert.match(newMigration('add fee', folder, later)[0]!, /\/20300102030501_add_fee\.sql$/);
  assert.equal((await readdir(folder)).length, 3);
});

test('what is no name of a migration makes no file', async () => {
  for (const words of ['', 'fee', 'thêm lệ phí', '../add fee\u0000é', '1 add fee', 'add fee '.repeat(20)]) {
    assert.throws(() => newMigration(words, folder, later), NewRefused, words);
  }
  assert.deepEqual(await readdir(folder), []);
});

test('an unknown kind is answered with those there are, and exit 1', async () => {
  const before = await readdir(MIGRATIONS);
  for (const args of [[], ['constructor', 'x'], ['table', 'add fee'], ['--colour'], ['migration']]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [NEW, ...args], { encoding: 'utf8' });
    assert.deepEqual([status, stdout], [1, ''], args.join(' '));
    assert.doesNotMatch(stderr, /\n\s+at /, args.join(' '));
  }
  const help = spawnSync(process.execPath, [NEW, '--help'], { encoding: 'utf8' });
  assert.equal(help.status, 0);
  assert.match(help.stdout, /migration "add fee to dealing"/);
  assert.deepEqual(await readdir(MIGRATIONS), before);
});
