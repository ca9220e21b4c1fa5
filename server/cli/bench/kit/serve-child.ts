/** The measured server of benchmarks that need no worker: the real app on a port of its own, in a process of its own, as in life. */
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { buildApp } from '../../../app.ts';
import { closePools, openPools, type PoolUrls } from '../../../db/kit/pools.ts';
import type { IdentitySettings } from '../../../plugins/access/identity.ts';

export interface ServeJob {
  readonly urls: PoolUrls;
  readonly registrySrid: number;
  /** Where it is to be the same again after it was killed; any free one unless said. */
  readonly port?: number;
  /** Unless said nobody signs in. */
  readonly identity?: Omit<IdentitySettings, 'sessionSecret'>;
}

/** More requests a minute than a benchmark makes: it measures tiles and not the limit. */
const NO_LIMIT = 10_000_000;

const NOBODY: NonNullable<ServeJob['identity']> = {
  issuer: 'http://127.0.0.1:9/realms/diaba',
  clientId: 'diaba',
  clientSecret: 'bench',
  audience: 'diaba-api',
  bearerClients: [],
  serviceClients: [],
  cacheDir: null,
};

async function serve({ urls, registrySrid, port = 0, identity = NOBODY }: ServeJob): Promise<void> {
  const pools = openPools(urls, (error) => console.error(error.message));
  const app = await buildApp({
    config: {
      publicUrl: 'http://127.0.0.1',
      trustProxy: [],
      registrySrid,
      metricsPort: null,
      baseLayerUrl: null,
      demo: false,
      storageDir: fileURLToPath(new URL('../../../../var/bench', import.meta.url)),
      webDist: fileURLToPath(new URL('../../../../web/dist', import.meta.url)),
      identity: { ...identity, sessionSecret: randomBytes(32) },
      personalDataKey: randomBytes(32),
      rateLimits: { tiles: NO_LIMIT, others: NO_LIMIT },
    },
    pools,
  });
  await app.listen({ host: '127.0.0.1', port });
  process.once('disconnect', () => void app.close().then(() => closePools(pools)));
  const address = app.server.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
}

process.once('message', (job: ServeJob) => void serve(job));
