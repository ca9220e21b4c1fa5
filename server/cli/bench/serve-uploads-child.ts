/** The measured server of the uploads benchmark: doors and worker in one process, as `npm start` has them. */
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { buildApp } from '../../app.ts';
import { closePools, openPools, type PoolUrls } from '../../db/kit/pools.ts';
import type { IdentitySettings } from '../../plugins/access/identity.ts';
import { openWorker } from '../start/open-worker.ts';

export interface ServeUploadsJob {
  readonly urls: PoolUrls;
  readonly registrySrid: number;
  readonly storageDir: string;
  readonly port: number;
  readonly identity: Omit<IdentitySettings, 'sessionSecret'>;
}

async function serve(job: ServeUploadsJob): Promise<void> {
  const { urls, registrySrid, storageDir, port, identity } = job;
  const pools = openPools(urls, (error) => console.error(error.message));
  const personalDataKey = randomBytes(32);
  const app = await buildApp({
    config: {
      publicUrl: `http://127.0.0.1:${port}`,
      trustProxy: [],
      registrySrid,
      metricsPort: null,
      baseLayerUrl: null,
      demo: false,
      storageDir,
      webDist: fileURLToPath(new URL('../../../web/dist', import.meta.url)),
      identity: { ...identity, sessionSecret: randomBytes(32) },
      personalDataKey,
    },
    pools,
  });
  const worker = await openWorker(pools, { storageDir, registrySrid, personalDataKey }, pino({ level: 'warn' }));
  await app.listen({ host: '127.0.0.1', port });
  process.once('disconnect', async () => {
    await app.close();
    await worker.stop();
    await closePools(pools);
  });
  process.send?.('ready');
}

process.once('message', (job: ServeUploadsJob) => void serve(job));
