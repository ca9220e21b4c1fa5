import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { type AppConfig, type AppParts, buildApp } from '../app.ts';
import { closePools, openPools, type Pools } from '../db/kit/pools.ts';
import type { Channel, PublicField } from '../domain/publication/publication-policy.ts';
import type { IdentitySettings } from '../plugins/access/identity.ts';
import { refreshDerived } from '../registry/register/refresh-derived.ts';
import { fillRegister, type RegisterFixture } from './plant/register-fixture.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

/** A field that the publication policy rules, or the whole channel. */
export type PolicyField = PublicField | '*';

export interface TestApp {
  readonly app: FastifyInstance;
  readonly pools: Pools;
  readonly database: TestDatabase;
  readonly register: RegisterFixture;
  /** A login that owns everything, for what no door does. */
  readonly ownerClient: pg.Client;
  /** Folder of this app alone. */
  readonly storageDir: string;
  /** Brings outlines and places up to what a test has changed. They are fresh when the app opens. */
  refresh(): Promise<number>;
  /** Opens or closes a field of the publication policy. */
  publish(channel: Channel, field: PolicyField, allowed: boolean): Promise<void>;
  close(): Promise<void>;
}

/** A provider that is not there: whoever is not meant to sign in needs none. */
export const TEST_IDENTITY: IdentitySettings = {
  issuer: 'http://127.0.0.1:9/realms/diaba',
  clientId: 'diaba',
  clientSecret: 'test',
  audience: 'diaba-api',
  bearerClients: [],
  serviceClients: [],
  sessionSecret: Buffer.alloc(32, 7),
  cacheDir: null,
};

export const TEST_CONFIG: AppConfig = {
  publicUrl: 'http://localhost',
  trustProxy: [],
  registrySrid: 9214,
  metricsPort: null,
  baseLayerUrl: null,
  demo: false,
  identity: TEST_IDENTITY,
  personalDataKey: Buffer.alloc(32, 7),
  storageDir: join(tmpdir(), `diaba-test-${process.pid}`),
  webDist: fileURLToPath(new URL('../../web/dist', import.meta.url)),
};

/** What an idle connection hears when its database is dropped, or killed by a test that may. */
const DROPPED = /terminat/;
const KILLED = /terminat|shut|recover|starting up|ECONNRE|EPIPE/;

/**
 * The real server over a real database with the fixture's register in it: a clone of the shared template, or a database of
 * the caller's. Not listening. Call `close` in `after`.
 */
export async function openTestApp(
  config: Partial<AppConfig> = {},
  parts: Partial<Omit<AppParts, 'config'>> = {},
  given?: TestDatabase,
): Promise<TestApp> {
  const database = given ?? (await createTestDatabase());
  const register = await fillRegister(database.urls.migrator);
  // Connections that the dropped database closes are expected; any other error of an idle one is not.
  const pools = openPools(database.urls, (error) => {
    if (!(given ? KILLED : DROPPED).test(error.message)) throw error;
  });
  await refreshDerived(pools.app);
  const owner = new pg.Client({ connectionString: database.urls.migrator });
  owner.on('error', (error) => {
    if (!(given ? KILLED : DROPPED).test(error.message)) throw error;
  });
  await owner.connect();
  // Of its own: the same fixture has other ids in each database.
  const storageDir = await mkdtemp(join(tmpdir(), 'diaba-test-'));
  const app = await buildApp({ config: { ...TEST_CONFIG, storageDir, ...config }, pools, ...parts });
  return {
    app,
    pools,
    database,
    register,
    ownerClient: owner,
    storageDir,
    refresh: () => refreshDerived(pools.app),
    async publish(channel, field, allowed) {
      const { rowCount } = await owner.query(
        'update reference.publication_policy set allowed = $3 where channel = $1 and field = $2',
        [channel, field, allowed],
      );
      if (rowCount !== 1) throw new Error(`the policy of ${channel} has ${rowCount} rows for ${field}`);
    },
    async close() {
      await app.close();
      await owner.end().catch(() => undefined); // killed with its server where a test does that
      await closePools(pools);
      await rm(storageDir, { recursive: true, force: true });
      await database.drop();
    },
  };
}
