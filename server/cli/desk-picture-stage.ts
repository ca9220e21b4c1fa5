/**
 * The desk over a fictional district that is half brought in: some sheets are registered, some proposed, some wait for
 * their review. In a database that is dropped afterwards; anybody can sit down, since the stage holds the provider's key.
 */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateDistrict } from '../../gis-import/demo/generate-district.ts';
import { loadReference } from '../../gis-import/demo/load-demo.ts';
import { sheetOptions } from '../../gis-import/demo/sheet-options.ts';
import { writeDistrict } from '../../gis-import/demo/write-district.ts';
import { importFile } from '../../gis-import/pipeline.ts';
import { buildApp } from '../app.ts';
import { closePools, openPools } from '../db/pools.ts';
import type { Role } from '../domain/role.ts';
import { refreshDerived } from '../registry/refresh-derived.ts';
import { signToken } from '../testing/bad-tokens.ts';
import { TEST_CONFIG, TEST_IDENTITY } from '../testing/test-app.ts';
import { createTestDatabase } from '../testing/test-database.ts';

const DEMO = { parcels: 2_000, seed: 1 };
const COMMUNES = ['99001', '99002', '99003'];
const NAMES: Partial<Record<Role, string>> = { officer: 'Trần Văn Quýt', approver: 'Phạm Văn Hồng' };
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
      const claims = { sub: role, name: NAMES[role] ?? role, realm_access: { roles: [role] }, communes: COMMUNES };
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
    const district = generateDistrict(DEMO);
    await loadReference(database.urls.migrator, district);
    const waiting: { id: string; errors: number }[] = [];
    const { sheets } = await writeDistrict(district, join(storageDir, 'demo'));
    for (const [i, { zip, name, options }] of sheets.entries()) {
      const promote = i % 2 === 0;
      const report = await importFile(
        {
          pool: pools.app,
          actor: { id: 'import-cli', communes: '*' },
          storageDir,
          registrySrid: 9214,
          personalDataKey: TEST_CONFIG.personalDataKey,
        },
        {
          path: zip,
          name,
          options: sheetOptions(options),
          excludeErrors: promote,
          promote,
          again: false,
        },
        () => {},
      );
      if (!promote) waiting.push({ id: report.batchId, errors: report.counts.blocked + report.counts.refused });
    }
    await refreshDerived(pools.app);
    const ready = waiting.find(({ errors }) => errors === 0);
    const blocked = waiting.toSorted((a, b) => b.errors - a.errors)[0];
    if (!ready || !blocked || blocked.errors === 0) throw new Error('the district has no sheet for each picture');
    const reply = await app.inject({
      method: 'POST',
      url: `/api/batches/${ready.id}/propose`,
      headers: stage.as('officer'),
      payload: { dealingId: randomUUID() },
    });
    if (reply.statusCode !== 200) throw new Error(`a sheet could not be proposed: ${reply.body}`);
    await app.listen({ host: '127.0.0.1', port: 0 });
    return {
      ...stage,
      origin: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
      batches: { review: blocked.id, proposed: ready.id },
    };
  } catch (error) {
    await stage.close();
    throw error;
  }
}
