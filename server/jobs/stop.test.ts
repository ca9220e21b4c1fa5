/** A worker that stops while a run hears nothing: a parser at a large file, say, that asks the database nothing. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inTransaction } from '../db/kit/transaction.ts';
import { sendWhole } from '../testing/upload/send-upload.ts';
import { openUploadStage, type UploadStage } from '../testing/upload/upload-stage.ts';
import { IMPORT_WORKER, LeaseLost } from './lease.ts';
import { startWorker } from './start-worker.ts';

let t: UploadStage;
before(async () => {
  t = await openUploadStage();
});
after(() => t.close());

test('it is not waited for, and writes nothing when it comes to itself', async () => {
  const batchId = await sendWhole(t.sender(), await t.nextSheet());
  const begun = Promise.withResolvers<void>();
  const wakes = Promise.withResolvers<void>();
  const wrote = Promise.withResolvers<unknown>();
  const worker = await startWorker({
    pool: t.pools.app,
    nameError: () => 'work.failed',
    log: { info: () => undefined, warn: () => undefined },
    async run(lease) {
      begun.resolve();
      await wakes.promise;
      wrote.resolve(await inTransaction(t.pools.app, IMPORT_WORKER, lease.guard).catch((error: unknown) => error));
    },
  });
  await begun.promise;
  await worker.stop();
  const { rows } = await t.owner.query('select state, attempts from staging.batch_work where batch_id = $1', [batchId]);
  assert.deepEqual(rows, [{ state: 'queued', attempts: 0 }]);
  wakes.resolve();
  assert.ok((await wrote.promise) instanceof LeaseLost);
});
