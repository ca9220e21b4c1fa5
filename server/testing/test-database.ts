/**
 * A real PostgreSQL database for one test file, cloned from a template that is migrated once per state of
 * `migrations/`. The cluster is the private one under var/test; a configured DATABASE_URL is never touched by tests.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { migrateDatabase } from '../db/schema/migrate.ts';
import { migrationsDigest } from '../db/schema/migrations-digest.ts';
import { type DatabaseUrls, databaseUrls } from '../embedded/database-urls.ts';
import { asSuperuser, ensureDatabase, grantEntry } from '../embedded/ensure-database.ts';
import { type EmbeddedCluster, openCluster } from '../embedded/open-cluster.ts';
import { testStorageDir } from '../embedded/test-storage-dir.ts';
import { isAlive } from '../registry/register/is-alive.ts';

export interface TestDatabase {
  readonly name: string;
  readonly urls: DatabaseUrls;
  readonly cluster: EmbeddedCluster;
  /** Drops the database, open connections or not, and gives the lease on the cluster back. */
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** Default: EPSG:9214, as in production. */
  readonly registrySrid?: number;
}

/** Any fixed number: one process at a time makes the template or sweeps leftovers. */
const TEMPLATE_LOCK = 9_214_002;

async function listDatabases(client: pg.Client, prefix: string): Promise<string[]> {
  const found = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  );
  return found.rows.map((row) => row.datname);
}

async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
}

/** Turns of 25 ms in which connections that were told to end may do so. */
const TURNS = 40;

/**
 * A pool says that it has ended when its connections were told to, not when they have: one that is cut off meanwhile has nobody left who hears of it,
 * and brings its process down. Who has not gone by then is cut off.
 */
async function letConnectionsEnd(client: pg.Client, name: string): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    const { rows } = await client.query('select from pg_stat_activity where datname = $1 limit 1', [name]);
    if (rows.length === 0) return;
    await pause(25);
  }
}

/** Databases are named after the process that made them; those of dead processes were left by a crash. */
async function sweep(client: pg.Client, template: string): Promise<void> {
  for (const name of await listDatabases(client, 'test_')) {
    if (!isAlive(Number(name.split('_')[1]))) await dropDatabase(client, name);
  }
  const [, , srid] = template.split('_');
  for (const name of await listDatabases(client, `template_diaba_${srid}_`)) {
    if (name !== template) await dropDatabase(client, name);
  }
}

/** The database every test database of this schema is cloned from. The caller holds the lock. */
async function ensureTemplate(cluster: EmbeddedCluster, client: pg.Client, srid: number): Promise<string> {
  const template = `template_diaba_${srid}_${migrationsDigest().slice(0, 16)}`;
  await sweep(client, template);
  if ((await listDatabases(client, template)).length > 0) return template;
  const making = `template_making_${srid}`;
  await dropDatabase(client, making);
  await ensureDatabase(cluster, making);
  await migrateDatabase({ migrator: databaseUrls(cluster, making).migrator }, { registrySrid: srid });
  // Renamed when whole: a crash before this line leaves nothing that looks like a template.
  await client.query(`alter database ${making} rename to ${template}`);
  return template;
}

/** A fresh, migrated, empty database of its own. Call `drop` in `after`. */
export async function createTestDatabase({ registrySrid = 9214 }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const cluster = await openCluster({ storageDir: testStorageDir() });
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await asSuperuser(cluster, 'postgres', async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]); // Given back with the connection.
    const template = await ensureTemplate(cluster, client, registrySrid);
    await client.query(`create database ${name} template ${template} owner diaba_migrator`);
    // A clone inherits no grants on the database itself.
    await grantEntry(client, name);
  });
  return {
    name,
    urls: databaseUrls(cluster, name),
    cluster,
    async drop() {
      await asSuperuser(cluster, 'postgres', async (client) => {
        await letConnectionsEnd(client, name);
        await dropDatabase(client, name);
      });
      await cluster.release();
    },
  };
}
