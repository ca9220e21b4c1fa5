/** Cancelling a batch that is being read: nobody waits, and its run ends in the database too. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { openRunPool } from '../../db/kit/pools.ts';
import { inTransaction } from '../../db/kit/transaction.ts';
import { runName } from '../../db/staging/batch-work.ts';
import { getBatch } from '../../db/staging/batches.ts';
import type { BatchEvent } from '../../domain/contract/batch/batch-history.ts';
import { batchIdentity } from '../../registry/batch/receive-batch.ts';
import { IMPORTER } from '../../testing/import/open-import.ts';
import { BINH, HA, openReviewApp, type ReviewApp, STRANGER } from '../../testing/review-app.ts';

let t: ReviewApp;
before(async () => {
  t = await openReviewApp();
});
after(() => t.close());

/** A batch as it is between two stages. */
async function stagedBatch(): Promise<string> {
  const { batchId } = await t.bringIn();
  const id = randomUUID();
  await t.query(
    `insert into staging.batch (batch_id, identity_sha256, source_sha256, source_name, kind, commune_code, commune_valid_from, unit_code, unit_valid_from,
       options, status, created_by)
     select $2::uuid, sha256($2::uuid::text::bytea), source_sha256, source_name, kind, commune_code, commune_valid_from, unit_code, unit_valid_from, options, 'staged', created_by
     from staging.batch where batch_id = $1`,
    [batchId, id],
  );
  return id;
}

/** A run in the middle of its longest statement, with findings written and not committed. */
async function beginRun(pool: pg.Pool, batchId: string): Promise<{ ended: Promise<string> }> {
  let begun: () => void;
  const written = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const ended = inTransaction(pool, IMPORTER, async (trx) => {
    await trx.query('set local statement_timeout = 0');
    await trx.query(
      "insert into staging.finding (batch_id, record_no, code, severity, detail) values ($1, null, 'file.shx_missing', 'warning', '{}')",
      [batchId],
    );
    begun();
    await trx.query('select pg_sleep(3600)');
  }).then(
    () => 'came to its end',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );
  await Promise.race([written, ended]);
  return { ended };
}

const ENDED = /^57P01$|terminat/;

test('a worker’s batch: reject says at once what can be done, cancel ends the run in the middle of its statement', async () => {
  const batchId = await stagedBatch();
  const run = runName(randomUUID());
  await t.query(
    `insert into staging.batch_work (batch_id, state, attempts, locked_by, locked_until) values ($1, 'running', 1, $2, now() + interval '1 hour')`,
    [batchId, run],
  );
  const pool = openRunPool(t.pools.app, run);
  try {
    const { ended } = await beginRun(pool, batchId);
    const refused = await t.post(`/api/batches/${batchId}/reject`, { reason: 'Nhầm tệp' }, HA);
    assert.deepEqual(
      [refused.statusCode, refused.json().code, refused.json().allowed],
      [409, 'batch.step_refused', ['cancel']],
    );
    assert.equal((await t.post(`/api/batches/${batchId}/cancel`, {}, STRANGER)).statusCode, 404);
    const key = { 'idempotency-key': randomUUID() };
    const cancelled = await t.post(`/api/batches/${batchId}/cancel`, { reason: 'Nhầm tệp' }, BINH, key);
    assert.deepEqual([cancelled.statusCode, cancelled.json().batch.status], [200, 'rejected'], cancelled.body);
    assert.match(await ended, ENDED);
    const again = await t.post(`/api/batches/${batchId}/cancel`, { reason: 'Nhầm tệp' }, BINH, key);
    assert.equal(again.body, cancelled.body, 'the same again is given the same answer');
    const late = await t.post(`/api/batches/${batchId}/cancel`, {}, HA);
    assert.deepEqual([late.statusCode, late.json().code], [409, 'batch.step_refused']);
  } finally {
    await pool.end();
  }
  const work = await t.query('select state, locked_by from staging.batch_work where batch_id = $1', [batchId]);
  assert.deepEqual(work, [{ state: 'done', locked_by: null }]);
  assert.deepEqual(await t.query('select 1 from staging.finding where batch_id = $1', [batchId]), []);
  const { items } = (await t.get(`/api/batches/${batchId}/history`)).json<{ items: BatchEvent[] }>();
  assert.deepEqual(items.map(({ act, by, reason }) => [act, by.id, reason]).at(-1), ['cancelled', 'binh', 'Nhầm tệp']);
});

test('a command line’s batch is cancelled too, by the lock it holds on the bytes; nobody else’s connection ends', async () => {
  const batchId = await stagedBatch();
  const { sourceSha256, options } = await inTransaction(t.pools.app, IMPORTER, (trx) => getBatch(trx, batchId));
  const pool = openRunPool(t.pools.app, runName(randomUUID()));
  const other = openRunPool(t.pools.app, runName(randomUUID()));
  try {
    const holder = await pool.connect();
    holder.on('error', () => undefined);
    const key = batchIdentity(sourceSha256, options).readBigInt64BE(0).toString();
    await holder.query('select pg_advisory_lock($1)', [key]);
    const bystander = await other.connect();
    const { ended } = await beginRun(pool, batchId);
    assert.equal((await t.post(`/api/batches/${batchId}/cancel`, {}, HA)).statusCode, 200);
    assert.match(await ended, ENDED);
    await assert.rejects(holder.query('select 1'));
    holder.release(true);
    assert.equal((await bystander.query('select 1 as one')).rows[0].one, 1);
    bystander.release();
  } finally {
    await pool.end();
    await other.end();
  }
});
