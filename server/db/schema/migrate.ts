import { fileURLToPath } from 'node:url';
import knex, { type Knex } from 'knex';
import { DatabaseUnfit } from '../kit/database-unfit.ts';
import { ensurePrerequisites } from './ensure-prerequisites.ts';
import type { LoginUrls } from './prerequisites.ts';

const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url));

export interface MigrateOptions {
  /** EPSG code of the registry; frozen by the first migration, only compared by later runs. */
  registrySrid: number;
}

/** The migration source, also for `db:dump`. */
export function openMigrator(migratorUrl: string, registrySrid: number): Knex {
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
        connection.query(`set lock_timeout = '10s'; set diaba.registry_srid = '${Math.trunc(registrySrid)}'`, (error) =>
          done(error, connection),
        );
      },
    },
    // knex would print the whole migration with its error; the error itself says enough.
    log: { warn() {}, error() {}, deprecate() {}, debug() {} },
    migrations: { directory: MIGRATIONS, loadExtensions: ['.ts'], schemaName: 'public', tableName: 'schema_migration' },
  });
}

/**
 * Brings a database to the newest schema, each migration in its own transaction; running it again changes nothing. Roles
 * and extensions are made first where the migrator may.
 * Throws when the database was made for another registry SRID: coordinates would silently mean something else.
 */
export async function migrateDatabase(urls: LoginUrls, options: MigrateOptions): Promise<string[]> {
  await ensurePrerequisites(urls);
  const db = openMigrator(urls.migrator, options.registrySrid);
  try {
    const [, applied] = (await db.migrate.latest().catch(shortened)) as [number, string[]];
    // The table is knex's own, made before any migration runs; /health/ready compares it with the files.
    await db.raw('grant select on public.schema_migration to diaba_app');
    const state = await db('reference.registry_state').where({ name: 'registry_srid' }).first('value');
    if (Number(state?.value) !== options.registrySrid) {
      throw new DatabaseUnfit(
        'database.other_srid',
        `This registry was made for EPSG:${state?.value}, not EPSG:${options.registrySrid}.`,
        'Set REGISTRY_SRID back.',
      );
    }
    return applied;
  } finally {
    await db.destroy();
  }
}

/** knex puts the whole SQL text before the reason: keep the reason. */
function shortened(error: Error): never {
  const reason = error.message.split(' - ').at(-1) ?? error.message;
  throw new DatabaseUnfit(
    'database.migration_failed',
    `The migration failed and was rolled back: ${reason}`,
    undefined,
    {
      cause: error,
    },
  );
}
