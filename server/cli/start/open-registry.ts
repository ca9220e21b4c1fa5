/**
 * The registry as an entry file finds it: the configured databases, or the embedded one adopted or started; migrated
 * either way. `release` gives the embedded database back.
 */
import { hkdfSync } from 'node:crypto';
import pg from 'pg';
import type { Config } from '../../config.ts';
import { DatabaseUnfit } from '../../db/kit/database-unfit.ts';
import { type Migrated, migrateDatabase } from '../../db/schema/migrate.ts';
import { type DatabaseUrls, databaseUrls } from '../../embedded/database-urls.ts';
import { ensureDatabase } from '../../embedded/ensure-database.ts';
import { openCluster } from '../../embedded/open-cluster.ts';
import { type Belongings, claimBelongings } from '../../registry/register/register-identity.ts';

export interface Registry {
  readonly urls: Pick<DatabaseUrls, 'migrator' | 'app' | 'portal' | 'tiles'>;
  readonly personalDataKey: Buffer;
  /** The same in every process on one database. */
  readonly sessionSecret: Buffer;
  readonly embedded: boolean;
  /** What this start changed in the database. */
  readonly migrated: Migrated;
  release(): Promise<void>;
}

/** Name of the register's database in the private cluster. */
export const DATABASE = 'diaba';

/** Where no SESSION_SECRET is set: from a key that every process of this register has, and useless for anything else. */
const deriveSessionSecret = (personalDataKey: Buffer) =>
  Buffer.from(hkdfSync('sha256', personalDataKey, '', 'diaba session secret', 32));

/** A register opened with another key or store would look well and lose what it takes in: better not at all. */
async function requireBelongings(migratorUrl: string, belongings: Belongings): Promise<void> {
  const client = new pg.Client({ connectionString: migratorUrl });
  await client.connect();
  try {
    const strangers = await claimBelongings(client, belongings);
    if (strangers.includes('key')) {
      throw new DatabaseUnfit(
        'database.other_key',
        'This register was made with another PERSONAL_DATA_KEY: its files and identity numbers cannot be read with this one.',
        'Set the key that was kept with the backup (of an embedded register: its embedded.json).',
      );
    }
    if (strangers.includes('store')) {
      throw new DatabaseUnfit(
        'database.other_store',
        `The files of this register are not in ${belongings.storageDir}.`,
        'Set STORAGE_DIR to the folder that belongs to it, or bring its folder "files" back from the backup.',
      );
    }
  } finally {
    await client.end();
  }
}

export async function openRegistry(config: Config): Promise<Registry> {
  const { databaseUrl, migrationDatabaseUrl, portalDatabaseUrl, tilesDatabaseUrl, personalDataKey } = config;
  if (!databaseUrl) return openEmbedded(config);
  // config.ts has checked that the others are set beside DATABASE_URL.
  const urls = {
    app: databaseUrl,
    migrator: migrationDatabaseUrl!,
    portal: portalDatabaseUrl!,
    tiles: tilesDatabaseUrl!,
  };
  const migrated = await migrateDatabase(urls, config);
  await requireBelongings(urls.migrator, { personalDataKey: personalDataKey!, storageDir: config.storageDir });
  return {
    urls,
    personalDataKey: personalDataKey!,
    sessionSecret: config.sessionSecret ?? deriveSessionSecret(personalDataKey!),
    embedded: false,
    migrated,
    release: async () => {},
  };
}

async function openEmbedded(config: Config): Promise<Registry> {
  const cluster = await openCluster(config);
  try {
    await ensureDatabase(cluster, DATABASE);
    const urls = databaseUrls(cluster, DATABASE);
    const migrated = await migrateDatabase(urls, config);
    const personalDataKey = config.personalDataKey ?? Buffer.from(cluster.personalDataKey, 'base64');
    await requireBelongings(urls.migrator, { personalDataKey, storageDir: config.storageDir });
    return {
      urls,
      personalDataKey,
      sessionSecret: config.sessionSecret ?? Buffer.from(cluster.sessionSecret),
      embedded: true,
      migrated,
      release: cluster.release,
    };
  } catch (error) {
    await cluster.release();
    throw error;
  }
}
