import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { databaseUrls } from './database-urls.ts';
import { asSuperuser, ensureDatabase } from './ensure-database.ts';
import { openCluster } from './open-cluster.ts';
import { testStorageDir } from './test-storage-dir.ts';

test('ensureDatabase makes logins without powers and a database only they may enter; twice is once', async () => {
  const cluster = await openCluster({ storageDir: testStorageDir() });
  const name = `test_${process.pid}_ensure`;
  await Promise.all([ensureDatabase(cluster, name), ensureDatabase(cluster, name)]);
  await ensureDatabase(cluster, name);

  await asSuperuser(cluster, name, async (client) => {
    const roles = await client.query(
      `select rolname, rolcanlogin from pg_roles where rolname like 'diaba\\_%'
        and not (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls) order by 1`,
    );
    assert.deepEqual(
      roles.rows.map((row) => [row.rolname, row.rolcanlogin]),
      [
        ['diaba_app', true],
        ['diaba_auditor', true],
        ['diaba_migrator', true],
        ['diaba_portal', true],
        ['diaba_portal_owner', false],
        ['diaba_tiles', true],
      ],
    );
    const extensions = await client.query('select extname from pg_extension order by 1');
    const names = extensions.rows.map((row) => row.extname);
    for (const extension of ['btree_gist', 'pg_trgm', 'postgis', 'unaccent'])
      assert.ok(names.includes(extension), extension);
    const entry = await client.query(
      `select has_database_privilege('public', $1, 'connect') as anyone, has_database_privilege('diaba_portal', $1, 'connect') as portal,
        has_database_privilege('diaba_portal', $1, 'temporary') as "portalTemp"`,
      [name],
    );
    assert.deepEqual(entry.rows, [{ anyone: false, portal: true, portalTemp: false }]);
    const writers = await client.query(
      `select p.oid::regprocedure::text as name from pg_proc p where p.pronamespace = 'pg_catalog'::regnamespace
         and p.proname ~ '^(lo_(creat|create|from_bytea|put|open|unlink|import)|lowrite)$' and has_function_privilege('diaba_portal', p.oid, 'execute')`,
    );
    assert.deepEqual(writers.rows, [], 'who only reads makes no large objects');
  });

  const migrator = new pg.Client({ connectionString: databaseUrls(cluster, name).migrator });
  await migrator.connect();
  await migrator.query(`insert into spatial_ref_sys (srid, auth_name, auth_srid) values (998214, 'test', 998214)`);
  await migrator.query(
    'create schema made; create view made.v as select 1 as n; grant usage, create on schema made to diaba_portal_owner',
  );
  await migrator.query('alter view made.v owner to diaba_portal_owner');
  await migrator.end();

  await asSuperuser(cluster, 'postgres', (client) => client.query(`drop database ${name} with (force)`));
  await cluster.release();
});
