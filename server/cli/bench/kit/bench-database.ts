/**
 * Databases for benchmarks, in a private cluster of their own under var/bench: a template that is migrated and knows the
 * fictional commune, and clones of it that are dropped after each round.
 */
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { recordFictionalReference } from '../../../db/reference/fictional-units.ts';
import { migrateDatabase } from '../../../db/schema/migrate.ts';
import { type DatabaseUrls, databaseUrls, superuserUrl } from '../../../embedded/database-urls.ts';
import { asSuperuser, ensureDatabase, grantEntry } from '../../../embedded/ensure-database.ts';
import { type EmbeddedCluster, openCluster } from '../../../embedded/open-cluster.ts';

export const BENCH_STORAGE = fileURLToPath(new URL('../../../../var/bench', import.meta.url));
export const REGISTRY_SRID = 9214;
const TEMPLATE = 'bench_template';

export interface BenchCluster {
  readonly cluster: EmbeddedCluster;
  /** Runs `work` on a fresh clone and drops it, however the work ends. */
  withDatabase<T>(name: string, work: (urls: DatabaseUrls & { superuser: string }) => Promise<T>): Promise<T>;
  /** Writes out what earlier steps left in memory, so that the next step does not pay for it. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}

export interface BenchUnit {
  readonly code: string;
  /** WGS 84 outer ring, closed. */
  readonly ring: readonly (readonly [number, number])[];
}

async function drop(client: pg.Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
}

async function makeTemplate(cluster: EmbeddedCluster, { code, ring }: BenchUnit): Promise<void> {
  await asSuperuser(cluster, 'postgres', (client) => drop(client, TEMPLATE));
  await ensureDatabase(cluster, TEMPLATE);
  const { migrator } = databaseUrls(cluster, TEMPLATE);
  await migrateDatabase({ migrator }, { registrySrid: REGISTRY_SRID });
  await recordFictionalReference(migrator, {
    units: [{ code, name: 'Xã Đo Tốc', kind: 'xã', validFrom: '2025-07-01', validTo: null, successorOf: [], ring }],
    offices: [],
    signatories: [],
  });
}

/** Opens the cluster with a fresh template in which the commune `unit` exists. */
export async function openBenchCluster(unit: BenchUnit): Promise<BenchCluster> {
  const cluster = await openCluster({ storageDir: BENCH_STORAGE });
  const close = async (): Promise<void> => {
    await asSuperuser(cluster, 'postgres', (client) => drop(client, TEMPLATE));
    await cluster.release();
  };
  try {
    await makeTemplate(cluster, unit);
  } catch (error) {
    await cluster.release();
    throw error;
  }
  return {
    cluster,
    async withDatabase(name, work) {
      await asSuperuser(cluster, 'postgres', async (client) => {
        await drop(client, name);
        await client.query(`create database ${pg.escapeIdentifier(name)} template ${TEMPLATE} owner diaba_migrator`);
        await grantEntry(client, name);
      });
      try {
        return await work({ ...databaseUrls(cluster, name), superuser: superuserUrl(cluster, name) });
      } finally {
        await asSuperuser(cluster, 'postgres', (client) => drop(client, name));
      }
    },
    checkpoint: () => asSuperuser(cluster, 'postgres', async (client) => void (await client.query('checkpoint'))),
    close,
  };
}
