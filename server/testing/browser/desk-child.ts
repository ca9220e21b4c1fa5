/**
 * The desk with the embedded identity, in a process of its own that can be killed and started again at the same address:
 * all that is signed in lives in the database. Arguments: JSON of DeskChildJob. Says `ready` when it is.
 */
import { buildApp } from '../../app.ts';
import { closePools, openPools } from '../../db/kit/pools.ts';
import { listFictionalCommunes } from '../../db/reference/fictional-communes.ts';
import { openEmbeddedIdentity } from '../../embedded/identity/open-identity.ts';
import { TEST_CONFIG, TEST_IDENTITY } from '../test-app.ts';
import type { TestDatabase } from '../test-database.ts';

export interface DeskChildJob {
  readonly urls: TestDatabase['urls'];
  readonly storageDir: string;
  readonly port: number;
}

const { urls, storageDir, port }: DeskChildJob = JSON.parse(process.argv[2]!);
const publicUrl = `http://127.0.0.1:${port}`;
const pools = openPools(urls, () => undefined);
const settings = { ...TEST_IDENTITY, issuer: `${publicUrl}/realms/diaba`, clientSecret: 'embedded-secret' };
const identity = await openEmbeddedIdentity({
  ...settings,
  services: [],
  demo: true,
  publicOrigin: publicUrl,
  migratorUrl: urls.migrator,
  filesNow: () => undefined,
  listCommunes: () => listFictionalCommunes(pools.app),
  onTrouble: (what, error) => console.error(what, error),
});
const app = await buildApp({
  config: { ...TEST_CONFIG, publicUrl, storageDir, identity: settings, rateLimits: { tiles: 1e6, others: 1e6 } },
  pools,
  realms: identity.handle,
});
await app.listen({ host: '127.0.0.1', port });
process.once('SIGTERM', async () => {
  await app.close();
  await identity.close();
  await closePools(pools);
});
console.log('ready');
