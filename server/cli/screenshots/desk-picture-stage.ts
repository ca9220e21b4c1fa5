/**
 * The desk as a fresh start of the demonstration leaves it: sheets that are registered, one proposed, one that waits for its
 * review. In a database that is dropped afterwards; anybody can sit down, since the stage holds the provider's key.
 */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fate } from '../../../gis-import/demo/district.ts';
import { loadDemo } from '../../../gis-import/demo/load-demo.ts';
import { buildApp } from '../../app.ts';
import { closePools, openPools } from '../../db/kit/pools.ts';
import type { Role } from '../../domain/role.ts';
import { DEMO_ACCOUNTS } from '../../embedded/identity/demo-accounts.ts';
import { refreshDerived } from '../../registry/register/refresh-derived.ts';
import { signToken } from '../../testing/sign-in/bad-tokens.ts';
import { TEST_CONFIG, TEST_IDENTITY } from '../../testing/test-app.ts';
import { createTestDatabase } from '../../testing/test-database.ts';

const DEMO = { parcels: 2_000, seed: 1 };
const COMMUNES = ['99001', '99002', '99003'];
const NO_LIMIT = 10_000_000;

export interface DeskPictureStage {
  readonly origin: string;
  /** Batches by what is to be done with them. */
  readonly batches: { readonly review: string; readonly proposed: string };
  /** Headers of somebody of this role in the communes of the district. */
  as(role: Role): { authorization: string };
  close(): Promise<void>;
}

async function rememberKey(cacheDir: string) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'pictures', alg: 'RS256', use: 'sig' };
  await writeFile(join(cacheDir, 'identity-keys.json'), JSON.stringify({ keys: [jwk] }));
  return { ...TEST_IDENTITY, serviceClient: '', key: privateKey, kid: 'pictures' };
}

export async function openDeskPictureStage(): Promise<DeskPictureStage> {
  const database = await createTestDatabase();
  const storageDir = await mkdtemp(join(tmpdir(), 'diaba-desk-'));
  const pools = openPools(database.urls, (error) => {
    if (!/terminat/.test(error.message)) throw error;
  });
  const maker = await rememberKey(storageDir);
  const app = await buildApp({
    config: {
      ...TEST_CONFIG,
      publicUrl: 'http://127.0.0.1:8080',
      demo: true,
      storageDir,
      identity: { ...TEST_IDENTITY, cacheDir: storageDir },
      rateLimits: { tiles: NO_LIMIT, others: NO_LIMIT },
    },
    pools,
  });
  const stage = {
    as: (role: Role) => {
      const { id: sub, name } = DEMO_ACCOUNTS.find(({ userName }) => userName === role)!;
      const claims = { sub, name, realm_access: { roles: [role] }, communes: COMMUNES };
      return { authorization: `Bearer ${signToken(maker, claims)}` };
    },
    async close() {
      await app.close();
      await closePools(pools);
      await database.drop();
      await rm(storageDir, { recursive: true, force: true });
    },
  };
  try {
    const batches = new Map<Fate, string>();
    await loadDemo({
      ...DEMO,
      folder: join(storageDir, 'demo'),
      migratorUrl: database.urls.migrator,
      context: {
        pool: pools.app,
        actor: { id: 'import-cli', communes: '*' },
        storageDir,
        registrySrid: 9214,
        personalDataKey: TEST_CONFIG.personalDataKey,
      },
      onProgress() {},
      onSheet() {},
      onWaiting: (_, fate, { batchId }) => batches.set(fate, batchId),
    });
    await refreshDerived(pools.app);
    await app.listen({ host: '127.0.0.1', port: 0 });
    return {
      ...stage,
      origin: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
      batches: { review: batches.get('review')!, proposed: batches.get('proposed')! },
    };
  } catch (error) {
    await stage.close();
    throw error;
  }
}
