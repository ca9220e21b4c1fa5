/**
 * The whole service over a demonstration of its own, in a database that is dropped afterwards: what pictures are taken of
 * and what pages are measured on. Same seed, same land, same day, so that two runs show the same.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { loadDemo } from '../../../gis-import/demo/load-demo.ts';
import { buildApp } from '../../app.ts';
import { closePools, openPools } from '../../db/kit/pools.ts';
import { asSuperuser } from '../../embedded/ensure-database.ts';
import { refreshDerived } from '../../registry/register/refresh-derived.ts';
import { TEST_CONFIG } from '../../testing/test-app.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';

const DEMO = { parcels: 2_000, seed: 1 };
/** When everything of the stage was registered. */
const REGISTERED_AT = '2026-03-10T12:00:00+07:00';
const NO_LIMIT = 10_000_000;

export interface DemoStage {
  readonly origin: string;
  /** Runs one question as the owner of the database, for finding what to show. */
  ask<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

/** What is registered cannot be changed by anybody; the superuser without triggers moves it to the stage's day. */
async function setTheDay({ cluster, name }: TestDatabase): Promise<void> {
  await asSuperuser(cluster, name, async (client) => {
    await client.query('set session_replication_role = replica');
    // What is of a day of the books stays there.
    await client.query(
      'update cadastre.parcel_version set registered_at = least(registered_at, $1), ended_at = least(ended_at, $1)',
      [REGISTERED_AT],
    );
    await client.query(
      'update dealing.dealing set registered_at = least(registered_at, $1) where registered_at is not null',
      [REGISTERED_AT],
    );
  });
}

async function fill(database: TestDatabase, pool: pg.Pool, storageDir: string): Promise<void> {
  const actor = { id: 'import-cli', communes: '*' } as const;
  await loadDemo({
    ...DEMO,
    folder: join(storageDir, 'demo'),
    migratorUrl: database.urls.migrator,
    context: { pool, actor, storageDir, registrySrid: 9214, personalDataKey: randomBytes(32) },
    onProgress() {},
    onSheet() {},
    onWaiting() {},
  });
  await setTheDay(database);
  await refreshDerived(pool);
}

/** Opens the stage: some 20 s. Close it. */
export async function openDemoStage(): Promise<DemoStage> {
  const database = await createTestDatabase();
  const storageDir = await mkdtemp(join(tmpdir(), 'diaba-stage-'));
  const pools = openPools(database.urls, (error) => {
    if (!/terminat/.test(error.message)) throw error;
  });
  const leave = async () => {
    await closePools(pools);
    await database.drop();
    await rm(storageDir, { recursive: true, force: true });
  };
  try {
    await fill(database, pools.app, storageDir);
    const app = await buildApp({
      config: {
        ...TEST_CONFIG,
        publicUrl: 'http://127.0.0.1:8080',
        demo: true,
        rateLimits: { tiles: NO_LIMIT, others: NO_LIMIT },
      },
      pools,
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    return {
      origin: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
      ask: async <Row extends pg.QueryResultRow>(sql: string) =>
        (await asSuperuser(database.cluster, database.name, (client) => client.query<Row>(sql))).rows,
      async close() {
        await app.close();
        await leave();
      },
    };
  } catch (error) {
    await leave();
    throw error;
  }
}
