/**
 * Before the first migration: the roles and extensions it rests on. Roles belong to the whole cluster, which no migration
 * of one database may own; so they are made here, idempotently, and what exists is left as it is.
 */
import pg from 'pg';
import { DatabaseUnfit } from '../kit/database-unfit.ts';
import { findMissing, type LoginUrls, type Prerequisite } from './prerequisites.ts';

/** Any fixed number: two migrators of one database do not make the same extension at once. */
const PREPARE_LOCK = 9_214_003;
/** Made meanwhile by a migrator of another database in the same cluster. */
const EXISTS = new Set(['42710', '23505']);
const FORBIDDEN = '42501';
/** PostgreSQL has no such extension on its disk. */
const UNAVAILABLE = new Set(['0A000', '58P01']);

/**
 * Makes what is missing where the migrator may. Where it may not, nothing is made, and the error gives a superuser the
 * exact statements.
 */
export async function ensurePrerequisites(urls: LoginUrls): Promise<void> {
  const client = new pg.Client({ connectionString: urls.migrator, application_name: 'diaba-migrate' });
  await client.connect();
  try {
    if ((await findMissing(client, urls)).length > 0) await makeMissing(client, urls);
  } finally {
    await client.end();
  }
}

async function makeMissing(client: pg.Client, urls: LoginUrls): Promise<void> {
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock($1)', [PREPARE_LOCK]);
  const missing = await findMissing(client, urls);
  const failures = new Set<string>();
  for (const { sql } of missing) {
    const failure = await attempt(client, sql);
    if (failure !== null) failures.add(failure);
  }
  if (failures.size === 0) {
    await client.query('commit');
    return;
  }
  await client.query('rollback');
  throw refusal(client, missing, failures);
}

/** The SQLSTATE of a refusal; anything but a refusal is thrown. */
async function attempt(client: pg.Client, sql: string): Promise<string | null> {
  await client.query('savepoint one');
  try {
    await client.query(sql);
    return null;
  } catch (error) {
    const { code = '' } = error as pg.DatabaseError;
    await client.query('rollback to savepoint one');
    if (EXISTS.has(code)) return null;
    // What a refused statement would have made is absent for the next: 42704 role, 42P01 table.
    if (code === FORBIDDEN || code === '42704' || code === '42P01' || UNAVAILABLE.has(code)) return code;
    throw error;
  }
}

function refusal(client: pg.Client, missing: readonly Prerequisite[], failures: ReadonlySet<string>): DatabaseUnfit {
  const { user = '', database = '' } = client;
  const names = missing.map(({ name }) => name).join(', ');
  const install = [...UNAVAILABLE].some((code) => failures.has(code))
    ? 'Install the packages of PostGIS and of the PostgreSQL extensions on the database server first: one is not there. '
    : '';
  const statements = missing.map(({ shown }) => `  ${shown}`).join('\n');
  return new DatabaseUnfit(
    'database.unprepared',
    `Database ${database} lacks what the migrations need, and login ${user} may not make it: ${names}.`,
    `Nothing was changed. ${install}A superuser runs this once in database ${database}; then run the command again:\n${statements}`,
  );
}
