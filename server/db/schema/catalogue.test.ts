import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { readFunctionFiles } from './function-files.ts';

/** Rules that hold for every table, view and function, read from the catalogue: a new one that breaks them fails here. */
let database: TestDatabase;
let owner: pg.Client;

before(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.urls.migrator });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await database.drop();
});

const SCHEMAS = `('reference', 'staging', 'cadastre', 'party', 'rights', 'document', 'dealing', 'audit', 'portal', 'lookup', 'session', 'thematic', 'indicator', 'watch')`;
const names = async (sql: string): Promise<string[]> =>
  (await owner.query<{ name: string }>(sql)).rows.map((row) => row.name);

test('every schema, table, column, view and function says what it is', async () => {
  const silent = await names(
    `select format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ${SCHEMAS} and c.relkind in ('r', 'v', 'm') and obj_description(c.oid, 'pg_class') is null
     union all
     select format('%s.%s.%s', n.nspname, c.relname, a.attname) from pg_attribute a join pg_class c on c.oid = a.attrelid
       join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ${SCHEMAS} and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and col_description(c.oid, a.attnum) is null
     union all
     select format('%s.%s()', n.nspname, p.proname) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ${SCHEMAS} and obj_description(p.oid, 'pg_proc') is null
     union all
     select nspname::text from pg_namespace where nspname in ${SCHEMAS} and obj_description(oid, 'pg_namespace') is null`,
  );
  assert.deepEqual(silent, []);
});

test('every table with personal data is under row-level security, with a policy', async () => {
  const open = await names(
    `select format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('staging', 'party', 'rights', 'document', 'dealing', 'lookup', 'session') and c.relkind = 'r'
       and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))
       -- scratch can only be written by the application, stored_file holds digests
       and c.relname not in ('scratch', 'stored_file')`,
  );
  assert.deepEqual(open, []);
  const reads = await names(
    `select privilege_type as name from information_schema.role_table_grants where table_name = 'scratch' and grantee = 'diaba_app'`,
  );
  assert.deepEqual(reads, ['INSERT']);
});

test('every function has a file in migrations/functions, and every file its function', async () => {
  const there = await names(
    `select format('%s.%s', n.nspname, p.proname) as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ${SCHEMAS} order by 1`,
  );
  assert.ok(there.length > 100);
  const live = readFunctionFiles().filter((one) => !one.retired);
  assert.deepEqual(there, live.map((one) => one.name).sort());
});

test('views run as their reader; those of the portal as an owner who cannot log in', async () => {
  const rows = await owner.query(
    `select format('%s.%s', n.nspname, c.relname) as name, n.nspname, c.reloptions::text[] as options, r.rolname, r.rolcanlogin
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
     where n.nspname in ${SCHEMAS} and c.relkind in ('v', 'm')`,
  );
  assert.ok(rows.rows.length >= 10);
  for (const view of rows.rows) {
    const options: string[] = view.options ?? [];
    if (view.nspname === 'portal') {
      assert.ok(options.includes('security_barrier=true'), view.name);
      assert.deepEqual([view.rolname, view.rolcanlogin], ['diaba_portal_owner', false], view.name);
      // What it is for: the tiles read the columns of it, and not the table under it.
    } else if (view.name === 'cadastre.tile_parcel') assert.equal(view.rolname, 'diaba_migrator');
    else assert.ok(options.includes('security_invoker=true'), view.name);
  }
});

test('functions that run as their owner pin their search path, and nobody has them by default', async () => {
  const loose = await names(
    `select format('%s.%s', n.nspname, p.proname) as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ${SCHEMAS} and p.prosecdef and not exists (select from unnest(p.proconfig) c where c like 'search_path=%')`,
  );
  assert.deepEqual(loose, []);
  const everybodys = await names(
    `select format('%s.%s', n.nspname, p.proname) as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ${SCHEMAS} and has_function_privilege('public', p.oid, 'execute')`,
  );
  assert.deepEqual(everybodys, []);
});

test('the public roles reach nothing but what is theirs', async () => {
  const portal = await names(
    `select format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ${SCHEMAS} and n.nspname <> 'portal' and c.relkind in ('r', 'v', 'm')
       and (has_table_privilege('diaba_portal', c.oid, 'select, insert, update, delete') or has_any_column_privilege('diaba_portal', c.oid, 'select'))`,
  );
  assert.deepEqual(portal, []);
  const tiles = await names(
    `select format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ${SCHEMAS} and c.relkind in ('r', 'v', 'm') and has_any_column_privilege('diaba_tiles', c.oid, 'select') order by 1`,
  );
  assert.deepEqual(tiles, [
    'cadastre.commune_outline',
    'cadastre.place',
    'cadastre.sheet',
    'cadastre.sheet_outline',
    'cadastre.tile_parcel',
    'cadastre.tile_revision',
  ]);
  for (const role of ['diaba_app', 'diaba_portal', 'diaba_tiles', 'diaba_auditor']) {
    const { rows } = await owner.query(
      `select has_database_privilege($1, current_database(), 'temporary') as temporary, has_database_privilege($1, current_database(), 'create') as may_create,
         (select bool_or(has_schema_privilege($1, oid, 'create')) from pg_namespace where nspname = 'public' or nspname in ${SCHEMAS}) as creates,
         (select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = $1) as mighty`,
      [role],
    );
    assert.deepEqual(rows[0], { temporary: false, may_create: false, creates: false, mighty: false }, role);
  }
});

test('the owner of the portal views cannot see a table with persons', async () => {
  const seen = await names(
    `select format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('staging', 'party', 'rights', 'document', 'dealing', 'audit') and c.relkind in ('r', 'v') and has_table_privilege('diaba_portal_owner', c.oid, 'select')`,
  );
  assert.deepEqual(seen, []);
});

test('PostGIS and proj4 agree on the control points within a millimetre', async () => {
  const { rows } = await owner.query(
    `select st_x(g) as e, st_y(g) as n from (select st_transform(st_setsrid(st_makepoint(106.2, 21.27), 4326), 9214) as g) x`,
  );
  assert.ok(Math.hypot(rows[0].e - 416785.4281, rows[0].n - 2353056.3814) < 0.001, JSON.stringify(rows[0]));
  const back = await owner.query(
    `select st_x(g) as lon, st_y(g) as lat from (select st_transform(st_setsrid(st_makepoint(416785.4281, 2353056.3814), 9214), 4326) as g) x`,
  );
  assert.ok(Math.abs(back.rows[0].lon - 106.2) < 1e-8 && Math.abs(back.rows[0].lat - 21.27) < 1e-8);
});
