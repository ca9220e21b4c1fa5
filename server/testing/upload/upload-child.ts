/**
 * A server of uploads or a worker, in a process of its own that can be killed, and that kills itself at a point if one is
 * named. Arguments: JSON of ChildJob. Says `ready` when it is.
 *
 * Points of the server: `queue:begin` and `queue:end` (in the transaction that receives the
 * batch), `reply` (all of it committed, nothing said). Of the worker: the stages of the pipeline, `guard` (before a commit),
 * `end` (everything written, the job not yet done); `freeze` says so and waits to be stopped instead.
 */

import { nameWorkError } from '../../../gis-import/name-work-error.ts';
import { createImportRun } from '../../../gis-import/worker.ts';
import { buildApp } from '../../app.ts';
import { closePools, openPools, type PoolUrls } from '../../db/kit/pools.ts';
import { openImportQueue } from '../../jobs/import-queue.ts';
import { IMPORT_WORKER, type LeaseTimes } from '../../jobs/lease.ts';
import { startWorker } from '../../jobs/start-worker.ts';
import { TEST_CONFIG, TEST_IDENTITY } from '../test-app.ts';

export interface ChildJob {
  readonly role: 'web' | 'worker';
  readonly urls: PoolUrls;
  readonly storageDir: string;
  readonly port: number;
  readonly cacheDir: string | null;
  readonly killAt: string | null;
  readonly times?: LeaseTimes;
}

const job: ChildJob = JSON.parse(process.argv[2]!);
const pools = openPools(job.urls, () => undefined);
const key = Buffer.alloc(32, 7);

function at(point: string): void {
  if (point === job.killAt) process.kill(process.pid, 'SIGKILL');
}

async function serve(): Promise<() => Promise<void>> {
  const imports = openImportQueue(pools.app, () => undefined);
  const app = await buildApp({
    config: {
      ...TEST_CONFIG,
      publicUrl: `http://127.0.0.1:${job.port}`,
      storageDir: job.storageDir,
      personalDataKey: key,
      identity: { ...TEST_IDENTITY, serviceClients: ['diaba-service'], cacheDir: job.cacheDir },
      rateLimits: { tiles: 1e6, others: 1e6 },
    },
    pools,
    async queueImport(trx, batchId) {
      at('queue:begin');
      await imports.queue(trx, batchId);
      at('queue:end');
    },
  });
  app.addHook('onSend', async (_request, reply) => {
    if (reply.hasHeader('diaba-batch')) at('reply');
  });
  await app.listen({ host: '127.0.0.1', port: job.port });
  return async () => {
    await app.close();
    await imports.close();
  };
}

async function work(): Promise<() => Promise<void>> {
  let frozen = false;
  const run = createImportRun({ storageDir: job.storageDir, personalDataKey: key, registrySrid: 9214 }, IMPORT_WORKER);
  const worker = await startWorker({
    pool: pools.app,
    nameError: nameWorkError,
    log: { info: () => undefined, warn: (facts, text) => console.error(text, JSON.stringify(facts)) },
    concurrency: 1,
    ...(job.times ? { times: job.times } : {}),
    async run(lease) {
      await run({
        ...lease,
        async guard(trx) {
          at('guard');
          await lease.guard(trx);
        },
        progress(progress) {
          at(progress.stage);
          if (job.killAt === `freeze:${progress.stage}` && !frozen) {
            frozen = true; // once: a stage says several times how far it is
            process.kill(process.pid, 'SIGSTOP');
          }
          lease.progress(progress);
        },
      });
      at('end');
    },
  });
  return () => worker.stop();
}

const stop = await (job.role === 'web' ? serve() : work());
process.once('SIGTERM', () => void stop().then(() => closePools(pools)));
console.log('ready');
