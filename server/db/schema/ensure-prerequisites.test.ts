/** Roles belong to the cluster, so this runs in a cluster of its own, where none of ours exists yet. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { superuserUrl } from '../../embedded/database-urls.ts';
import { asSuperuser } from '../../embedded/ensure-database.ts';
import { LOGIN_ROLES, PORTAL_OWNER, roleName } from '../../embedded/login-roles.ts';
import { type EmbeddedCluster, openCluster } from '../../embedded/open-cluster.ts';
import { makeStorageDir, removeStorageDir } from '../../testing/cluster-entry.ts';
import { DatabaseUnfit } from '../kit/database-unfit.ts';
import { ensurePrerequisites } from './ensure-prerequisites.ts';
import { migrateDatabase } from './migrate.ts';

/** Characters that must be escaped in an address, in SQL, or in a statement with placeholders. */
const PASSWORD = "it's ?1/@:$2 \\";

let storageDir: string;
let cluster: EmbeddedCluster;
before(async () => {
  storageDir = makeStorageDir();
  cluster = await openCluster({ storageDir });
});
after(async () => {
  await cluster.release();
  await removeStorageDir(storageDir, cluster.dataDir);
});

const address = (login: string, database: string) =>
  `postgres://${login}:${encodeURIComponent(PASSWORD)}@${cluster.host}:${cluster.port}/${database}`;
const urlsOf = (migrator: string, database: string) => ({
  migrator: address(migrator, database),
  app: address('diaba_app', database),
  portal: address('diaba_portal', database),
  tiles: address('tile_reader', database),
});

/** A login with these powers and a database; whoever owns it. */
async function makeDatabase(database: string, login: string, powers: string, owner: string): Promise<void> {
  await asSuperuser(cluster, 'postgres', async (client) => {
    await client.query(`create role ${login} login password ${pg.escapeLiteral(PASSWORD)} ${powers}`);
    await client.query(`create database ${database} owner ${owner} template template0`);
  });
}

const run = (database: string, sql: string) => asSuperuser(cluster, database, (client) => client.query(sql));
const column = async (database: string, sql: string) =>
  (await run(database, sql)).rows.map((row) => Object.values(row)[0]);
const ROLES = `select rolname from pg_roles where rolname like 'diaba\\_%' order by 1`;
const EXTENSIONS = `select extname from pg_extension where extname <> 'plpgsql' order by 1`;
const WHOLE = ['btree_gist', 'pg_trgm', 'postgis', 'unaccent'];

test('a login without powers changes nothing, and a superuser is told the exact statements', async () => {
  await makeDatabase('plain', 'plain_login', '', 'postgres');
  const urls = urlsOf('plain_login', 'plain');
  const refused = await ensurePrerequisites(urls).then(
    () => assert.fail('it should have been refused'),
    (error: unknown) => error,
  );
  assert.ok(refused instanceof DatabaseUnfit);
  assert.equal(refused.code, 'database.unprepared');
  const [sentence = '', ...statements] = refused.message.split('\n');
  const named = [...LOGIN_ROLES.filter((role) => role !== 'migrator').map(roleName), PORTAL_OWNER, ...WHOLE];
  for (const name of named) assert.ok(sentence.includes(name), name);
  assert.match(sentence, /Database plain .* login plain_login /);
  assert.ok(!refused.message.includes(PASSWORD));
  assert.deepEqual([await column('plain', ROLES), await column('plain', EXTENSIONS)], [[], []]);

  await run('plain', statements.join('\n'));
  await ensurePrerequisites(urls);
  assert.deepEqual(await column('plain', EXTENSIONS), WHOLE);
  await run('postgres', 'drop database plain with (force)');
  for (const role of await column('postgres', ROLES)) await run('postgres', `drop role ${role}`);
});

test('a login that may make roles makes them, leaves those that exist, and the migrations follow', async () => {
  await makeDatabase('shared', 'role_maker', 'createrole', 'role_maker');
  await run('shared', 'create extension postgis; grant select, insert, update on spatial_ref_sys to role_maker');
  await run('shared', 'create role diaba_auditor login connection limit 3');
  const urls = urlsOf('role_maker', 'shared');
  await migrateDatabase(urls, { registrySrid: 9214 });
  assert.deepEqual(
    (await run('shared', ROLES.replace('rolname', 'rolname, rolcanlogin, rolconnlimit'))).rows.map(Object.values),
    [
      ['diaba_app', true, -1],
      ['diaba_auditor', true, 3],
      ['diaba_portal', true, -1],
      ['diaba_portal_owner', false, -1],
      ['diaba_tiles', false, -1], // its login has another name and is not ours to make
    ],
  );
  const app = new pg.Client({ connectionString: urls.app });
  await app.connect();
  assert.equal((await app.query('select count(*)::int as n from cadastre.parcel')).rows[0].n, 0);
  await app.end();
});

test('a superuser makes all of it', async () => {
  await run('postgres', 'create database whole');
  await ensurePrerequisites({ migrator: superuserUrl(cluster, 'whole') });
  assert.deepEqual(await column('whole', EXTENSIONS), WHOLE);
});
