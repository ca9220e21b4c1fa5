/** kill -9 of PostgreSQL at each step from the first byte to the findings: what was acknowledged is there, nothing is half. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { nameWorkError } from '../../gis-import/name-work-error.ts';
import { createImportRun } from '../../gis-import/worker.ts';
import { closePools, openPools, type Pools } from '../db/kit/pools.ts';
import { type ImportQueue, openImportQueue } from '../jobs/import-queue.ts';
import { IMPORT_WORKER } from '../jobs/lease.ts';
import { startWorker, type Worker } from '../jobs/start-worker.ts';
import { readToTheEnd } from '../testing/import/watch-batch.ts';
import { killServer, openOwnCluster, waitForDatabase } from '../testing/own-cluster.ts';
import { ask, beginAt, send, sheetMetadata } from '../testing/upload/send-upload.ts';
import { openUploadStage, type UploadStage } from '../testing/upload/upload-stage.ts';

let t: UploadStage;
let pools: Pools;
let worker: Worker;
let imports: ImportQueue;
/** Where PostgreSQL is killed next, once. */
let killAt: string | null = null;

async function at(point: string): Promise<void> {
  if (killAt !== point) return;
  killAt = null;
  killServer(t.database.cluster.dataDir);
  await waitForDatabase(t.database.urls.migrator);
}

before(async () => {
  const database = await openOwnCluster();
  pools = openPools(database.urls, () => undefined);
  imports = openImportQueue(pools.app, () => undefined);
  t = await openUploadStage(
    {},
    {
      async queueImport(trx, batchId) {
        await at('queue:begin');
        await imports.queue(trx, batchId);
        await at('queue:end');
      },
    },
    database,
  );
  const run = createImportRun(
    { storageDir: t.storageDir, personalDataKey: Buffer.alloc(32, 7), registrySrid: 9214 },
    IMPORT_WORKER,
  );
  worker = await startWorker({
    pool: pools.app,
    nameError: nameWorkError,
    log: { info: () => undefined, warn: () => undefined },
    concurrency: 1,
    async run(lease) {
      let killing: Promise<void> | undefined;
      await run({
        ...lease,
        async guard(trx) {
          await at('guard');
          await lease.guard(trx);
        },
        progress(progress) {
          killing ??= killAt === progress.stage ? at(progress.stage) : undefined;
          lease.progress(progress);
        },
      }).finally(() => killing);
    },
  });
});
after(async () => {
  await worker.stop();
  await imports.close();
  await closePools(pools);
  await t.close();
});

/** Asks until the server has its database back. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const reply = await ask();
    if (reply.status < 500 || Date.now() > deadline) return reply;
    await reply.arrayBuffer();
    await setTimeout(100);
  }
}

/** As the client does: HEAD, then the rest. */
async function goOn(path: string, bytes: Buffer): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const head = await patiently(() => ask(t.sender(), 'HEAD', path));
    assert.equal(head.status, 200);
    const batchId = head.headers.get('diaba-batch');
    if (batchId) return batchId;
    const offset = Number(head.headers.get('upload-offset'));
    const reply = await send(t.sender(), path, offset, bytes.subarray(offset));
    await reply.arrayBuffer();
    if (reply.status >= 500) await setTimeout(100);
  }
  throw new Error('the upload never became whole');
}

async function assertWhole(batchId: string, point: string): Promise<void> {
  const { rows } = await t.owner.query(
    `select b.status, (select count(*)::int from staging.batch o where o.source_sha256 = b.source_sha256) as batches,
       (select count(*)::int from staging.record where batch_id = b.batch_id) as records,
       (select count(*)::int from staging.upload where batch_id = b.batch_id and status = 'received') as uploads,
       (select count(*)::int from audit.entry where subject_id = b.batch_id::text and action = 'batch.received') as received
     from staging.batch b where b.batch_id = $1`,
    [batchId],
  );
  assert.deepEqual(rows, [{ status: 'validated', batches: 1, records: 4, uploads: 1, received: 1 }], point);
}

test('kill -9 of PostgreSQL while a file comes in and is received: the sender goes on, one batch', async () => {
  for (const point of ['created', 'half', 'queue:begin', 'queue:end']) {
    const bytes = await t.nextSheet();
    const path = await beginAt(t.sender(), bytes.length, sheetMetadata(bytes));
    killAt = point;
    await at('created');
    const half = Math.floor(bytes.length / 2);
    const first = await patiently(() => send(t.sender(), path, 0, bytes.subarray(0, half)));
    assert.ok(first.status === 204 || first.status === 409, `${point}: ${first.status}`);
    await at('half');
    const last = await send(t.sender(), path, half, bytes.subarray(half));
    if (point.startsWith('queue')) assert.ok(last.status >= 500, `${point}: nothing may be said to be received`);
    const batchId = await goOn(path, bytes);
    assert.equal((await readToTheEnd(t.sender(), batchId, 120_000)).status, 'validated', point);
    await assertWhole(batchId, point);
  }
});

test('kill -9 of PostgreSQL while a batch is read: it is read again, and whole', async () => {
  for (const point of ['convert', 'stage', 'validate', 'guard']) {
    const bytes = await t.nextSheet();
    killAt = point;
    const path = await beginAt(t.sender(), bytes.length, sheetMetadata(bytes));
    const batchId = (await send(t.sender(), path, 0, bytes)).headers.get('diaba-batch')!;
    const deadline = Date.now() + 60_000;
    while (killAt !== null) {
      assert.ok(Date.now() < deadline, `${point} was never reached`);
      await setTimeout(20);
    }
    const { batch_id: held } = await heldBy(batchId);
    assert.equal(held, batchId, 'acknowledged, so it is there');
    await readPatiently(batchId);
    await assertWhole(batchId, point);
  }
});

const heldBy = async (batchId: string) => {
  await waitForDatabase(t.database.urls.migrator);
  return (await t.owner.query('select batch_id from staging.batch where batch_id = $1', [batchId])).rows[0];
};

/** The lease and the heartbeat of the run that lost its database lapse; nobody waits for that here. */
async function readPatiently(batchId: string): Promise<void> {
  const hurrying = setInterval(() => {
    const lapse = `update staging.batch_work set locked_until = now() - interval '1 s' where batch_id = $1 and state = 'running'
      and changed_at < now() - interval '3 s'`;
    const again = `update pgboss.job set start_after = now() where state = 'retry' and data ->> 'batchId' = $1`;
    const dead = `update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active' and data ->> 'batchId' = $1
      and started_on < now() - interval '5 s'`;
    for (const sql of [lapse, again, dead]) t.owner.query(sql, [batchId]).catch(() => undefined);
  }, 500);
  try {
    await readToTheEnd(t.sender(), batchId, 120_000);
  } finally {
    clearInterval(hurrying);
  }
}
