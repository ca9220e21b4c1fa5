import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { asSuperuser } from '../embedded/ensure-database.ts';
import { notEmpty } from './not-empty.ts';
import { createTestDatabase } from './test-database.ts';

const module = fileURLToPath(import.meta.resolve('./test-database.ts'));

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('a test database is migrated, answers every login and is gone after drop', async () => {
  const database = await createTestDatabase();
  for (const [role, url] of notEmpty(Object.entries(database.urls))) {
    assert.deepEqual(await ask(url, 'select current_user::text as me'), [{ me: `diaba_${role}` }]);
  }
  const [row] = await ask(database.urls.migrator, 'select count(*)::int as n from public.schema_migration');
  assert.ok((row as { n: number }).n > 0, 'migrations were applied');
  const keep = await createTestDatabase();
  await database.drop();
  const left = await asSuperuser(keep.cluster, 'postgres', (client) =>
    client.query('select from pg_database where datname = $1', [database.name]),
  );
  assert.equal(left.rowCount, 0);
  await keep.drop();
});

test('what one test database holds the next one does not', async () => {
  const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await ask(first.urls.migrator, 'create table public.mark (); grant select on public.mark to diaba_app');
  assert.deepEqual(await ask(first.urls.migrator, 'select from public.mark'), []);
  await assert.rejects(ask(second.urls.migrator, 'select from public.mark'), /does not exist/);
  await Promise.all([first.drop(), second.drop()]);
});

test('several processes at once get one database each; the leftovers of one that died are swept', async () => {
  const program = (end: string) =>
    `import { createTestDatabase } from ${JSON.stringify(module)}; const d = await createTestDatabase(); console.log(d.name); ${end}`;
  const start = (end: string) => promisify(execFile)(process.execPath, ['--input-type=module', '-e', program(end)]);
  const [left, ...dropped] = await Promise.all([
    start('process.exit(0)'),
    start('await d.drop()'),
    start('await d.drop()'),
  ]);
  const names = [left, ...dropped].map((one) => one.stdout.trim());
  assert.equal(new Set(names).size, 3);

  const database = await createTestDatabase();
  const found = await asSuperuser(database.cluster, 'postgres', (client) =>
    client.query('select datname from pg_database where datname = any($1)', [names]),
  );
  assert.deepEqual(found.rows, []);
  await database.drop();
});

test('a registry of another system has a template of its own', async () => {
  const database = await createTestDatabase({ registrySrid: 9209 });
  const rows = await ask(
    database.urls.migrator,
    `select value from reference.registry_state where name = 'registry_srid'`,
  );
  assert.deepEqual(rows, [{ value: '9209' }]);
  await database.drop();
});
