import knex, { type Knex } from 'knex';
import pg from 'pg';
import { DatabaseUnfit } from '../kit/database-unfit.ts';
import { ensurePrerequisites } from './ensure-prerequisites.ts';
import { type FunctionFile, readFunctionFiles } from './function-files.ts';
import { listMigrations, MIGRATIONS } from './list-migrations.ts';
import { loadFunctions, makeMissingFunctions } from './load-functions.ts';
import { migrationSource } from './migration-source.ts';
import type { LoginUrls } from './prerequisites.ts';
import { findApplied, refuseOtherHistory, refuseOtherSrid } from './refuse-other-history.ts';

/** Any fixed number: of two migrators of one database the second waits, and finds nothing left to do. */
const MIGRATE_LOCK = 9_214_004;
/** Types of PostGIS stand without their schema in tables and signatures. */
const SETTINGS = "set lock_timeout = '10s'; set search_path = public";

export interface MigrateOptions {
  /** EPSG code of the registry; frozen by the first migrations, only compared by later runs. */
  registrySrid: number;
  /** Default: `migrations/` of this release. */
  folder?: string;
}

/** What a run changed: nothing on a database that is up to date. */
export interface Migrated {
  /** File names of migrations. */
  readonly migrations: readonly string[];
  /** Functions made or replaced. */
  readonly functions: readonly string[];
}

/**
 * Brings a database to the newest schema, migrations and functions in one transaction; running it again changes nothing.
 * Roles and extensions are made first where the migrator may.
 */
export async function migrateDatabase(urls: LoginUrls, options: MigrateOptions): Promise<Migrated> {
  const { registrySrid, folder = MIGRATIONS } = options;
  const names = listMigrations(folder);
  const files = readFunctionFiles(folder);
  await ensurePrerequisites(urls);
  const client = new pg.Client({ connectionString: urls.migrator, application_name: 'diaba-migrate' });
  await client.connect();
  try {
    // Given back with the connection.
    await client.query('select pg_advisory_lock($1)', [MIGRATE_LOCK]);
    await client.query(SETTINGS);
    const applied = await findApplied(client);
    refuseOtherHistory(applied, names);
    await refuseOtherSrid(client, registrySrid);
    if (names.some((name) => !applied.includes(name))) {
      return await applyPending(urls.migrator, files, { registrySrid, folder });
    }
    await client.query('begin');
    const functions = await loadFunctions(client, files, registrySrid, new Set());
    await client.query('commit');
    return { migrations: [], functions };
  } finally {
    // A transaction that was not committed ends with it.
    await client.end();
  }
}

function openMigrator(migratorUrl: string, folder: string, registrySrid: number): Knex {
  return knex({
    client: 'pg',
    connection: { connectionString: migratorUrl, application_name: 'diaba-migrate' },
    pool: {
      min: 0,
      max: 2,
      afterCreate(
        connection: { query(sql: string, done: (error: Error | null) => void): void },
        done: (error: Error | null, connection: unknown) => void,
      ) {
        connection.query(SETTINGS, (error) => done(error, connection));
      },
    },
    // knex would print the whole migration with its error; the error itself says enough.
    log: { warn() {}, error() {}, deprecate() {}, debug() {} },
    migrations: {
      migrationSource: migrationSource(folder, registrySrid),
      schemaName: 'public',
      tableName: 'schema_migration',
    },
  });
}

/** Functions are made between the migrations: what one makes may be what a function waits for, and the other way round. */
async function applyPending(
  migratorUrl: string,
  files: readonly FunctionFile[],
  { registrySrid, folder }: Required<MigrateOptions>,
): Promise<Migrated> {
  const db = openMigrator(migratorUrl, folder, registrySrid);
  const made = new Set<string>();
  let functions: readonly string[] = [];
  // knex runs all that is pending in one transaction, and within it these.
  const within = (work: (connection: pg.Client) => Promise<void>) => (outer: Knex) =>
    outer.transaction(async (trx) => work(await trx.client.acquireConnection()));
  try {
    // We hold the lock that counts; a migrator that was killed left knex's own mark behind.
    await db.migrate.forceFreeMigrationsLock();
    const [, migrations] = (await db.migrate
      .latest({
        beforeEach: within(async (connection) => {
          for (const name of await makeMissingFunctions(connection, files, registrySrid)) made.add(name);
        }),
        afterAll: within(async (connection) => {
          functions = await loadFunctions(connection, files, registrySrid, made);
        }),
      })
      .catch(shortened)) as [number, string[]];
    // The table is knex's own, made before any migration runs; /health/ready compares it with the files.
    await db.raw('grant select on public.schema_migration to diaba_app');
    return { migrations, functions };
  } finally {
    await db.destroy();
  }
}

/** knex puts the whole SQL text before the reason: keep the reason. */
function shortened(error: Error): never {
  if (error instanceof DatabaseUnfit) throw error;
  const reason = error.message.split(' - ').at(-1) ?? error.message;
  throw new DatabaseUnfit(
    'database.migration_failed',
    `The migration failed and was rolled back: ${reason}`,
    undefined,
    { cause: error },
  );
}
