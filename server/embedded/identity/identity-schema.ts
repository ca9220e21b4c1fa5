import type pg from 'pg';

/** Any number nobody else locks by (server/db has 9_214_003 and 9_214_004): of several processes that start one makes the schema. */
const SCHEMA_LOCK = 9_214_005;

/**
 * The embedded identity's own tables. They are not part of the register's schema: a production, which signs people in
 * by Keycloak, never has them; the application's login cannot read them.
 */
const SCHEMA = `
  create schema if not exists identity;
  create table if not exists identity.secret (name text primary key, value jsonb not null);
  create table if not exists identity.entry (
    kind text not null, id text not null, payload jsonb not null, grant_id text, uid text, expires_at timestamptz,
    primary key (kind, id));
  create index if not exists entry_grant_idx on identity.entry (grant_id) where grant_id is not null;
  create index if not exists entry_uid_idx on identity.entry (uid) where uid is not null;
  create index if not exists entry_expires_idx on identity.entry (expires_at);
  create table if not exists identity.attempt (user_name text primary key, failures int not null, last_at timestamptz not null)`;

export async function ensureIdentitySchema(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [SCHEMA_LOCK]);
    await client.query(SCHEMA);
    // What is no longer found anyway: sign-ins begun and left, sessions long over.
    await client.query('delete from identity.entry where expires_at < now()');
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}
