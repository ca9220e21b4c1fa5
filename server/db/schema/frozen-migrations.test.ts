import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { findEditedMigrations, listNewMigrations } from './frozen-migrations.ts';
import { MIGRATIONS } from './list-migrations.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diaba-migrations-'));
  await cp(MIGRATIONS, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const FIRST = '20261130000100_create_schemas.sql';
const list = () => readFile(join(folder, 'digests.txt'), 'utf8');

test('the migrations of this release are as they were merged, and any sha256sum can say so', () => {
  assert.deepEqual(findEditedMigrations(), []);
  const said = spawnSync('sha256sum', ['-c', 'digests.txt'], { cwd: MIGRATIONS, encoding: 'utf8' });
  assert.equal(said.status, 0, said.stderr);
});

test('a migration or its data that is edited, renamed or removed is named, and no command makes it right', async () => {
  const cases: readonly (readonly [string, () => Promise<void>, RegExp])[] = [
    [FIRST, () => appendFile(join(folder, FIRST), '\n'), /create_schemas\.sql is merged and was edited: put it back/],
    [
      'data/use-origin.csv',
      () => appendFile(join(folder, 'data/use-origin.csv'), 'x'),
      /use-origin\.csv is merged and was edited/,
    ],
    [FIRST, () => rm(join(folder, FIRST)), /create_schemas\.sql is merged and was removed/],
    [
      FIRST,
      () => rename(join(folder, FIRST), join(folder, FIRST.replace('create', 'make'))),
      /create_schemas\.sql is merged and was removed/,
    ],
  ];
  for (const [file, spoil, expected] of cases) {
    await spoil();
    const earlier = await list();
    listNewMigrations(folder);
    assert.ok((await list()).startsWith(earlier), file);
    assert.deepEqual(findEditedMigrations(folder).length, 1, file);
    assert.match(findEditedMigrations(folder)[0]!, expected);
    await rm(folder, { recursive: true });
    await cp(MIGRATIONS, folder, { recursive: true });
  }
});

test('a new migration is asked for its line, gets it once, and is frozen from then on; a function file never is', async () => {
  const name = '20991231000000_add_fee.sql';
  await writeFile(join(folder, name), 'create table dealing.fee (dong int);\n');
  assert.deepEqual(findEditedMigrations(folder), [
    `migrations/${name} is not in migrations/digests.txt: npm run db:dump`,
  ]);
  assert.deepEqual(listNewMigrations(folder), [name]);
  assert.deepEqual(listNewMigrations(folder), []);
  assert.deepEqual(findEditedMigrations(folder), []);
  await appendFile(join(folder, 'functions/reference/setting_on.sql'), '-- edited\n');
  assert.deepEqual(findEditedMigrations(folder), []);
  await appendFile(join(folder, name), '-- more\n');
  assert.match(findEditedMigrations(folder).join(), /add_fee\.sql is merged and was edited/);
});

test('a function in a migration is sent to its file', async () => {
  for (const [name, text] of [
    [
      '20991231000000_add_fee.sql',
      'create table a.b ();\n  create or replace function a.c() returns int language sql as $$ select 1 $$;',
    ],
    [
      '20991231000100_add_fee.ts',
      "export const up = (knex) => knex.raw(`\n    create function a.c() returns int language sql as 'select 1'`);",
    ],
  ] as const) {
    await writeFile(join(folder, name), text);
    listNewMigrations(folder);
    assert.match(findEditedMigrations(folder).join(), new RegExp(`${name} makes a function`));
    await rm(join(folder, name));
    await cp(join(MIGRATIONS, 'digests.txt'), join(folder, 'digests.txt'));
  }
});

test('a line of the list that cannot be read is an error, not a line less', async () => {
  await appendFile(join(folder, 'digests.txt'), 'abc  20991231000000_add_fee.sql\n');
  assert.throws(() => findEditedMigrations(folder), /not a line of it/);
});
