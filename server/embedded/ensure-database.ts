/** What only a superuser can do for a database of ours: logins, the database itself, extensions. */
import pg from 'pg';
import { superuserUrl } from './database-urls.ts';
import { LOGIN_ROLES, PORTAL_OWNER, roleName } from './login-roles.ts';
import type { EmbeddedCluster } from './open-cluster.ts';

const EXTENSIONS = ['postgis', 'pg_trgm', 'unaccent', 'btree_gist'];
/** Any fixed number: serialises set-ups of one cluster, which PostgreSQL's catalogues do not forgive in parallel. */
const SETUP_LOCK = 9_214_001;

const quoted = (name: string) => pg.escapeIdentifier(name);

/** Runs `work` on one connection of the superuser. */
export async function asSuperuser<T>(
  cluster: EmbeddedCluster,
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: superuserUrl(cluster, database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: pg.Client, name: string, password: string | null): Promise<void> {
  const found = await client.query('select from pg_roles where rolname = $1', [name]);
  if (found.rowCount === 0) await client.query(`create role ${quoted(name)}`);
  const login = password === null ? 'nologin' : `login password ${pg.escapeLiteral(password)}`;
  await client.query(
    `alter role ${quoted(name)} nosuperuser nocreatedb nocreaterole noreplication nobypassrls ${login}`,
  );
}

/** Makes the logins of the registry in this cluster and gives them the cluster's passwords. */
async function ensureRoles(client: pg.Client, cluster: EmbeddedCluster): Promise<void> {
  for (const role of LOGIN_ROLES) await ensureRole(client, roleName(role), cluster.roles[role]);
  await ensureRole(client, PORTAL_OWNER, null);
  // The migrator hands the portal's views to their owner, which takes membership.
  await client.query(`grant ${PORTAL_OWNER} to ${roleName('migrator')}`);
  // portal.settled_moment, which is the migrator's, must see what is under way in every session.
  await client.query(`grant pg_read_all_stats to ${roleName('migrator')}`);
}

/** Extensions and what the migrator needs of them; the database must exist. */
async function ensureExtensions(client: pg.Client): Promise<void> {
  for (const extension of EXTENSIONS) await client.query(`create extension if not exists ${extension}`);
  await client.query(`grant select, insert, update on spatial_ref_sys to ${roleName('migrator')}`);
}

/**
 * Large objects are of no use here, and PostgreSQL lets every login make them: whoever only reads could fill the disk.
 * docs/operations.md has the same for a PostgreSQL of one's own.
 */
async function closeLargeObjects(client: pg.Client): Promise<void> {
  await client.query(`do $$ declare writer regprocedure; begin
    for writer in select oid::regprocedure from pg_proc where pronamespace = 'pg_catalog'::regnamespace
      and proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_put', 'lowrite', 'lo_open', 'lo_unlink')
    loop execute format('revoke execute on function %s from public', writer); end loop; end $$`);
}

/** Only the logins may enter, and none but the owner may make temporary objects: those could shadow a policy's table. */
export async function grantEntry(client: pg.Client, name: string): Promise<void> {
  await client.query(`revoke all on database ${quoted(name)} from public`);
  await client.query(`grant connect on database ${quoted(name)} to ${LOGIN_ROLES.map(roleName).join(', ')}`);
}

/** A database `name` with nothing in it, for a dump that brings everything; its logins exist. */
export async function createEmptyDatabase(cluster: EmbeddedCluster, name: string): Promise<void> {
  await asSuperuser(cluster, 'postgres', async (client) => {
    await client.query('select pg_advisory_lock($1)', [SETUP_LOCK]);
    await ensureRoles(client, cluster);
    await client.query(`create database ${quoted(name)} owner ${roleName('migrator')} template template0`);
    await grantEntry(client, name);
  });
}

/** Makes database `name` with its logins and extensions; running it again changes nothing. */
export async function ensureDatabase(cluster: EmbeddedCluster, name: string): Promise<void> {
  await asSuperuser(cluster, 'postgres', async (client) => {
    await client.query('select pg_advisory_lock($1)', [SETUP_LOCK]);
    await ensureRoles(client, cluster);
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) {
      await client.query(`create database ${quoted(name)} owner ${roleName('migrator')} template template0`);
    }
    await grantEntry(client, name);
    await asSuperuser(cluster, name, ensureExtensions);
    await asSuperuser(cluster, name, closeLargeObjects);
  });
}
