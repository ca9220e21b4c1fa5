/** Functions of the database come from files: what a file says is what is there, and nothing else is touched. */
import assert from 'node:assert/strict';
import { appendFile, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { DatabaseUnfit } from '../kit/database-unfit.ts';
import { readFunctionFiles } from './function-files.ts';
import { listMigrations, MIGRATIONS } from './list-migrations.ts';
import { migrateDatabase } from './migrate.ts';

let database: TestDatabase;
let owner: pg.Client;
let folder: string;

before(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.urls.migrator });
  await owner.connect();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diaba-migrations-'));
  await cp(MIGRATIONS, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));
after(async () => {
  await owner.end();
  await database.drop();
});

const migrate = () => migrateDatabase({ migrator: database.urls.migrator }, { registrySrid: 9214, folder });
const refusal = async (): Promise<string> => {
  const error: unknown = await migrate().then(
    () => assert.fail('it should have been refused'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof DatabaseUnfit, String(error));
  return error.message;
};
const WIDTH = 'functions/cadastre/guard/overlap_width_m.sql';
const put = async (file: string, text: string): Promise<void> => {
  await mkdir(join(folder, file, '..'), { recursive: true });
  await writeFile(join(folder, file), text);
};
const edit = async (file: string, change: (text: string) => string): Promise<void> =>
  writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8')));

/** Every function of ours with the transaction that last wrote it. */
async function writers(): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ name: string; writer: string }>(
    `select n.nspname || '.' || p.proname as name, p.xmin::text as writer from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in (select split_part(name, '.', 1) from reference.function_source)`,
  );
  return new Map(rows.map((row) => [row.name, row.writer]));
}

test('a file that changed replaces its function and no other; a second run replaces nothing', async () => {
  const earlier = await writers();
  await edit(WIDTH, (text) => text.replace('st_area(common) = 0 then 0', 'st_area(common) = 0 then 0.0'));
  assert.deepEqual(await migrate(), { migrations: [], functions: ['cadastre.overlap_width_m'] });
  const later = await writers();
  assert.ok(earlier.size > 90);
  assert.deepEqual(
    [...later].filter(([name, writer]) => earlier.get(name) !== writer).map(([name]) => name),
    ['cadastre.overlap_width_m'],
  );
  const { rows } = await owner.query(
    `select pg_get_functiondef('cadastre.overlap_width_m'::regproc) as said,
       obj_description('cadastre.overlap_width_m'::regproc) is not null as described`,
  );
  assert.match(rows[0].said, /then 0\.0/);
  assert.equal(rows[0].described, true);
  assert.deepEqual(await migrate(), { migrations: [], functions: [] });
  assert.deepEqual(await writers(), later);
  await rm(folder, { recursive: true });
  await cp(MIGRATIONS, folder, { recursive: true });
  assert.deepEqual((await migrate()).functions, ['cadastre.overlap_width_m']);
});

test('a function changed by hand is put back, and nobody gets it who is not granted it', async () => {
  await owner.query(
    `create or replace function reference.setting_on(setting_name text, on_day date) returns numeric language sql stable as 'select 0::numeric';
     grant execute on function reference.setting_on(text, date) to public`,
  );
  assert.deepEqual((await migrate()).functions, ['reference.setting_on']);
  const { rows } = await owner.query(
    `select reference.setting_on('overlap_area_m2', current_date) > 0 as whole,
       has_function_privilege('public', 'reference.setting_on(text, date)', 'execute') as everybodys`,
  );
  assert.deepEqual(rows, [{ whole: true, everybodys: false }]);
});

test('a body that does not hold is refused with its file, and nothing is changed', async () => {
  const earlier = await writers();
  await edit(WIDTH, (text) => text.replace('st_area(common)', 'st_no_such_thing(common)'));
  await edit('functions/reference/setting_on.sql', (text) => `${text}-- changed as well\n`);
  assert.match(
    await refusal(),
    /^migrations\/functions\/cadastre\/guard\/overlap_width_m\.sql was not loaded: .*st_no_such/,
  );
  assert.deepEqual(await writers(), earlier);
});

test('a function does not change its signature behind the back of those who call it', async () => {
  const earlier = await writers();
  await edit(WIDTH, (text) =>
    text.replaceAll('(common geometry)', '(common geometry, more int)').replaceAll('(geometry)', '(geometry, int)'),
  );
  assert.match(
    await refusal(),
    /has another signature.*overlap_width_m\(geometry\) and .*overlap_width_m\(geometry,integer\)/,
  );
  await cp(join(MIGRATIONS, WIDTH), join(folder, WIDTH));
  await edit(WIDTH, (text) => text.replace('returns double precision', 'returns numeric'));
  assert.match(await refusal(), /keeps its signature/);
  assert.deepEqual(await writers(), earlier);
});

test('a function whose file is gone stays and is named; moved to retired/ it is dropped, unless something uses it', async () => {
  await put(
    'functions/reference/doubled.sql',
    "create or replace function reference.doubled(n int) returns int language sql immutable set search_path = '' as 'select 2 * n';\ncomment on function reference.doubled(int) is 'Twice';\n",
  );
  assert.deepEqual((await migrate()).functions, ['reference.doubled']);
  const away = join(folder, 'doubled.away');
  await rename(join(folder, 'functions/reference/doubled.sql'), away);
  assert.match(await refusal(), /has the function reference\.doubled, and this release has no file of it/);
  await mkdir(join(folder, 'functions/retired/reference'), { recursive: true });
  await rename(away, join(folder, 'functions/retired/reference/doubled.sql'));
  await owner.query('create view reference.uses_it as select reference.doubled(1)');
  assert.match(await refusal(), /functions\/retired\/reference\/doubled\.sql was not loaded: .*depend on it/);
  await owner.query('drop view reference.uses_it');
  assert.deepEqual(await migrate(), { migrations: [], functions: [] });
  const { rows } = await owner.query(`select to_regproc('reference.doubled') as there, count(*)::int as recorded
    from reference.function_source where name = 'reference.doubled'`);
  assert.deepEqual(rows, [{ there: null, recorded: 0 }]);
});

test('a new migration finds the new functions it names, those of its own table and those that are to go', async () => {
  const fee = (name: string, args: string, body: string, back = 'int') =>
    `create or replace function dealing.${name}(${args}) returns ${back} language plpgsql set search_path = '' as $$ begin ${body} end $$;\n` +
    `comment on function dealing.${name}(${args.split(' ').slice(1).join(' ')}) is 'Test';\n`;
  await put('functions/dealing/keep_fee.sql', fee('keep_fee', '', 'return new;', 'trigger'));
  await put('functions/dealing/fee_of.sql', fee('fee_of', 'one dealing.fee', 'return one.dong;'));
  await put('functions/retired/dealing/old_fee.sql', fee('old_fee', 'n int', 'return n;'));
  await put(
    '20991231000000_add_fee.sql',
    `create table dealing.fee (dong int not null default dealing.old_fee(3));
     create trigger fee_keep before update on dealing.fee for each row execute function dealing.keep_fee();`,
  );
  await put(
    '20991231000100_end_old_fee.sql',
    `alter table dealing.fee alter dong drop default;
     create view dealing.fee_said as select dealing.fee_of(f) as dong from dealing.fee f where f.dong <> :registry_srid;`,
  );
  const own = await createTestDatabase();
  const run = () => migrateDatabase({ migrator: own.urls.migrator }, { registrySrid: 9214, folder });
  try {
    const done = await run();
    assert.deepEqual(done.migrations, ['20991231000000_add_fee.sql', '20991231000100_end_old_fee.sql']);
    assert.deepEqual(done.functions, ['dealing.fee_of', 'dealing.keep_fee']);
    assert.deepEqual(await run(), { migrations: [], functions: [] });
  } finally {
    await own.drop();
  }
});

test('no file under functions/ is passed over', async () => {
  const good = 'create or replace function reference.one() returns int language sql as $$ select 1 $$;\n';
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['functions/reference/one.SQL', good, /stands in functions\/<schema>\/<name>\.sql/],
    ['functions/reference/one.ts', good, /stands in functions\/<schema>\/<name>\.sql/],
    ['functions/one.sql', good, /stands in functions\/<schema>\/<name>\.sql/],
    ['functions/reference/two.sql', good, /it must create one thing, by "create or replace function reference\.two\(/],
    ['functions/reference/one.sql', `${good}${good}`, /it must create one thing/],
    ['functions/reference/one.sql', good.replace(' or replace', ''), /it must create one thing/],
    ['functions/reference/one.sql', '-- nothing yet\n', /it must create one thing/],
    [
      'functions/reference/money/setting_on.sql',
      good.replace('.one(', '.setting_on('),
      /there is another file for reference\.setting_on/,
    ],
  ];
  for (const [file, text, expected] of cases) {
    await put(file, text);
    assert.throws(() => readFunctionFiles(folder), expected, file);
    await rm(join(folder, file));
  }
  await put('functions/reference/one.sql', good);
  assert.equal(readFunctionFiles(folder).length, readFunctionFiles().length + 1);
});

test('no migration is passed over for its name', async () => {
  for (const name of ['add_fee.sql', '20270101_add_fee.sql', '20270101000000-add-fee.ts']) {
    await put(name, 'select 1');
    assert.throws(() => listMigrations(folder), /a migration is called/, name);
    await rm(join(folder, name));
  }
  await appendFile(join(folder, '20991231000000_add_fee.sql'), 'select 1');
  assert.deepEqual(listMigrations(folder), [...listMigrations(), '20991231000000_add_fee.sql']);
});
