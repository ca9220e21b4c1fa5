/** Migrating as it is done in operation: more than one at once, after a crash, on a database of another history. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { databaseUrls } from '../../embedded/database-urls.ts';
import { asSuperuser, ensureDatabase } from '../../embedded/ensure-database.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { DatabaseUnfit } from '../kit/database-unfit.ts';
import { readFunctionFiles } from './function-files.ts';
import { listMigrations, MIGRATIONS } from './list-migrations.ts';
import { migrateDatabase } from './migrate.ts';

let whole: TestDatabase;
let empty: string;
before(async () => {
  whole = await createTestDatabase();
  empty = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await ensureDatabase(whole.cluster, empty);
});
after(async () => {
  await asSuperuser(whole.cluster, 'postgres', (client) => client.query(`drop database ${empty} with (force)`));
  await whole.drop();
});

async function refusal(work: Promise<unknown>): Promise<DatabaseUnfit> {
  const error: unknown = await work.then(
    () => assert.fail('it should have been refused'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof DatabaseUnfit, String(error));
  return error;
}

const run = (migrator: string) => migrateDatabase({ migrator }, { registrySrid: 9214 });
async function ask(sql: string, url = whole.urls.migrator): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** What a migration could change: every object of ours, and who last wrote its row. */
const STATE = `select c.oid::regclass::text as name, c.xmin::text as writer from pg_class c where c.relnamespace::regnamespace::text !~ '^pg_|information'
  union all select p.oid::regprocedure::text, p.xmin::text from pg_proc p where p.pronamespace::regnamespace::text !~ '^pg_|information'
  union all select 'migration ' || name, xmin::text from public.schema_migration order by 1`;

test('of two migrators of an empty database one does it all and the other waits and finds nothing to do', async () => {
  const { migrator } = databaseUrls(whole.cluster, empty);
  const both = await Promise.all([run(migrator), run(migrator)]);
  const [busy, idle] = both[0].migrations.length > 0 ? both : both.toReversed();
  assert.deepEqual(busy!.migrations, listMigrations());
  assert.deepEqual(
    busy!.functions.toSorted(),
    readFunctionFiles()
      .filter((one) => !one.retired)
      .map((one) => one.name)
      .toSorted(),
  );
  assert.deepEqual(idle, { migrations: [], functions: [] });
});

test('a database that is migrated again is not changed at all', async () => {
  const earlier = await ask(STATE);
  assert.ok(earlier.length > 300);
  assert.deepEqual(await run(whole.urls.migrator), { migrations: [], functions: [] });
  assert.deepEqual(await ask(STATE), earlier);
});

test('the mark of a migrator that was killed does not keep the next one out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'diaba-migrations-'));
  try {
    await cp(MIGRATIONS, folder, { recursive: true });
    await writeFile(join(folder, '20991231000000_add_fee.sql'), 'create table dealing.fee (dong int);');
    const own = await createTestDatabase();
    await ask('update public.schema_migration_lock set is_locked = 1', own.urls.migrator);
    const done = await migrateDatabase({ migrator: own.urls.migrator }, { registrySrid: 9214, folder });
    assert.deepEqual(done.migrations, ['20991231000000_add_fee.sql']);
    // The same database, met by the release before.
    const refused = await refusal(run(own.urls.migrator));
    assert.equal(refused.code, 'database.other_history');
    assert.match(refused.message, /newer release \(its migration 20991231000000_add_fee\.sql .*Start that release/);
    await own.drop();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what fails leaves nothing behind, neither of the migrations before it nor of the functions', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'diaba-migrations-'));
  try {
    await cp(MIGRATIONS, folder, { recursive: true });
    await writeFile(join(folder, '20991231000000_add_fee.sql'), 'create table dealing.fee (dong int);');
    await writeFile(join(folder, '20991231000100_fail.sql'), 'select no_such_column from dealing.fee where 1 <> 2;');
    const earlier = await ask(STATE);
    const refused = await refusal(migrateDatabase({ migrator: whole.urls.migrator }, { registrySrid: 9214, folder }));
    assert.match(refused.message, /^The migration failed and was rolled back: column "no_such_column" does not exist$/);
    assert.deepEqual(await ask(STATE), earlier);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a database made before the first release is left as it is, and the way out is named', async () => {
  const old = await createTestDatabase();
  await ask(
    `delete from public.schema_migration;
     insert into public.schema_migration (name, batch) values ('20261124100100_create_schemas.ts', 1), ('20261130190400_seal_audit.ts', 1)`,
    old.urls.migrator,
  );
  const earlier = await ask(STATE, old.urls.migrator);
  const refused = await refusal(run(old.urls.migrator));
  assert.equal(refused.code, 'database.other_history');
  assert.match(
    refused.message,
    /before the first release \(by the migration 20261124100100_create_schemas\.ts, .*nothing in it was changed/,
  );
  assert.match(refused.message, /Make a new, empty database .* STORAGE_DIR/);
  assert.deepEqual(await ask(STATE, old.urls.migrator), earlier);
  await old.drop();
});

test('another system of coordinates is refused before anything is done', async () => {
  const earlier = await ask(STATE);
  const refused = await refusal(migrateDatabase({ migrator: whole.urls.migrator }, { registrySrid: 9209 }));
  assert.equal(refused.code, 'database.other_srid');
  assert.deepEqual(await ask(STATE), earlier);
});
