import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../app.ts';
import { closePools, openPools, type Pools } from '../../db/kit/pools.ts';
import type { IdentitySettings } from '../../plugins/access/identity.ts';
import { fillRegister, type RegisterFixture } from '../plant/register-fixture.ts';
import { TEST_CONFIG } from '../test-app.ts';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';

/** A server that listens, since signing in goes back and forth between two of them. */
export interface SignInApp {
  readonly app: FastifyInstance;
  readonly base: string;
  readonly pools: Pools;
  readonly database: TestDatabase;
  readonly register: RegisterFixture;
  readonly settings: IdentitySettings;
  /** Another process's worth of server on the same database: own pools, own memory. Under the same address. */
  another(change?: Partial<IdentitySettings>): Promise<{ app: FastifyInstance; base: string }>;
  close(): Promise<void>;
}

/** What the identity provider needs to be told of before the server is there, and what it gives in return. */
export interface ProviderPart {
  readonly settings: IdentitySettings;
  readonly realms?: Parameters<typeof buildApp>[0]['realms'];
}

export async function openSignInApp(
  port: number,
  openProvider: (given: { publicUrl: string; database: TestDatabase; pools: Pools }) => Promise<ProviderPart>,
): Promise<SignInApp> {
  const database = await createTestDatabase();
  const register = await fillRegister(database.urls.migrator);
  const opened: { app: FastifyInstance; pools: Pools }[] = [];
  const publicUrl = `http://127.0.0.1:${port}`;
  const pools = openPools(database.urls, () => undefined);
  const { settings, realms } = await openProvider({ publicUrl, database, pools });
  async function start(own: Pools, at: number, change: Partial<IdentitySettings> = {}) {
    const config = { ...TEST_CONFIG, publicUrl, rateLimits: { tiles: 1e6, others: 1e6 } };
    const app = await buildApp({
      config: { ...config, identity: { ...settings, ...change } },
      pools: own,
      ...(realms ? { realms } : {}),
    });
    opened.push({ app, pools: own });
    await app.listen({ host: '127.0.0.1', port: at });
    return { app, base: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` };
  }
  const { app, base } = await start(pools, port);
  return {
    app,
    base,
    pools,
    database,
    register,
    settings,
    another: (change) =>
      start(
        openPools(database.urls, () => undefined),
        0,
        change,
      ),
    async close() {
      for (const one of opened) {
        await one.app.close();
        await closePools(one.pools);
      }
      await database.drop();
    },
  };
}
