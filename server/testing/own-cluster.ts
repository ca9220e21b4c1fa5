/** A database in a cluster of its own, which may be killed without hurting the other tests. */
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { migrateDatabase } from '../db/schema/migrate.ts';
import { databaseUrls } from '../embedded/database-urls.ts';
import { ensureDatabase } from '../embedded/ensure-database.ts';
import { openCluster } from '../embedded/open-cluster.ts';
import { makeStorageDir, removeStorageDir } from './cluster-entry.ts';
import type { TestDatabase } from './test-database.ts';

export async function openOwnCluster(): Promise<TestDatabase> {
  const storageDir = makeStorageDir();
  const cluster = await openCluster({ storageDir });
  await ensureDatabase(cluster, 'crash');
  const urls = databaseUrls(cluster, 'crash');
  await migrateDatabase(urls, { registrySrid: 9214 });
  const drop = async () => {
    await cluster.release();
    await removeStorageDir(storageDir);
  };
  return { name: 'crash', urls, cluster, drop };
}

export { killPostgres as killServer } from '../cli/bench/kit/kill-postgres.ts';

/** The keeper of the cluster starts a killed PostgreSQL again; until it has recovered, connections are refused. */
export async function waitForDatabase(url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('select 1');
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await setTimeout(50);
    }
  }
}
