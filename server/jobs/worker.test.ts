/** Workers in this process: what they make of a batch, how they are told about, and what becomes of those that fail. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { after, afterEach, before, test } from 'node:test';
import { nameWorkError } from '../../gis-import/name-work-error.ts';
import { createImportRun } from '../../gis-import/worker.ts';
import { CheckTooLong } from '../db/kit/check-too-long.ts';
import type { WorkErrorCode } from '../domain/batch/work-error.ts';
import type { BatchEvent } from '../domain/contract/batch/batch-history.ts';
import { storedPath } from '../registry/batch/keep-source-file.ts';
import { COMMUNE } from '../testing/import/open-import.ts';
import { readToTheEnd, watchBatches } from '../testing/import/watch-batch.ts';
import { ask, type Sender, sendWhole, sha256, sheetMetadata } from '../testing/upload/send-upload.ts';
import { openUploadStage, type UploadStage } from '../testing/upload/upload-stage.ts';
import { IMPORT_WORKER, LEASE_TIMES, type Lease, LeaseLost } from './lease.ts';
import { MAX_ATTEMPTS, startWorker, type Worker } from './start-worker.ts';

const KEY = Buffer.alloc(32, 7);
/** What the queue itself complained of: a batch may fail in a test, the queue may not. */
const complaints: unknown[] = [];
const QUIET = {
  info: () => undefined,
  warn(facts: Record<string, unknown>, text: string) {
    if (text.includes('queue')) complaints.push(facts);
  },
};

let t: UploadStage;
before(async () => {
  t = await openUploadStage();
});
after(() => t.close());
afterEach(() => assert.deepEqual(complaints, []));

const pipeline = (): ((lease: Lease) => Promise<void>) =>
  createImportRun({ storageDir: t.storageDir, personalDataKey: KEY, registrySrid: 9214 }, IMPORT_WORKER);

/** A worker that runs this while the work goes on. */
async function withWorker<T>(
  work: () => Promise<T>,
  run: (lease: Lease) => Promise<void> = pipeline(),
  times = LEASE_TIMES,
  concurrency = 2,
  nameError: (error: unknown) => WorkErrorCode = () => 'work.failed',
): Promise<T> {
  const worker = await openOne(run, times, concurrency, nameError);
  try {
    return await work();
  } finally {
    await worker.stop();
  }
}
const openOne = (
  run = pipeline(),
  times = LEASE_TIMES,
  concurrency = 2,
  nameError: (error: unknown) => WorkErrorCode = () => 'work.failed',
): Promise<Worker> => startWorker({ pool: t.pools.app, run, nameError, log: QUIET, pollMs: 500, times, concurrency });

/** Lets jobs that wait for their next try be taken at once. */
const hurry = () => t.owner.query(`update pgboss.job set start_after = now() where state in ('created', 'retry')`);
const workOf = async (batchId: string) =>
  (await t.owner.query('select state, attempts, last_error from staging.batch_work where batch_id = $1', [batchId]))
    .rows[0];

/** What happened to a batch, as the door tells it. */
async function historyOf(sender: Sender, batchId: string): Promise<string[]> {
  const reply = await ask(sender, 'GET', `/api/batches/${batchId}/history`);
  const { items } = (await reply.json()) as { items: BatchEvent[] };
  return items.map(({ act, by, error, attempt }) =>
    [act, by.id, error, attempt].filter((word) => word !== null).join(' '),
  );
}

test('an uploaded sheet is read to its findings, and each stage is told on the way', async () => {
  const sender = t.sender();
  const batchId = await sendWhole(sender, await t.nextSheet({ rows: [{}, { parcelNo: '' }, { area: '999' }] }));
  const watch = await watchBatches(sender, `/api/batches/events?ids=${batchId}`);
  const first = await watch.until(() => true);
  assert.deepEqual(
    [first.data.status, first.data.work, first.data.percent, first.data.counts],
    ['received', 'queued', 0, null],
    'the full state comes first',
  );
  await withWorker(async () => {
    const { data } = await watch.until(({ data }) => data.work === 'done');
    assert.deepEqual([data.status, data.percent, data.error], ['validated', 100, null]);
    assert.equal(data.counts?.read, 3);
  });
  const percents = watch.told.map(({ data }) => data.percent);
  assert.deepEqual(
    [...percents].sort((a, b) => a - b),
    percents,
    'never back',
  );
  assert.ok(watch.told.some(({ data }) => data.work === 'running'));
  watch.close();
  const reply = await ask(sender, 'GET', `/api/batches/${batchId}/findings`);
  const { groups } = (await reply.json()) as { groups: unknown[] };
  assert.ok(groups.length > 0);
});

test('a file that is to blame is refused with its finding: that is an end, and no failure', async () => {
  const bytes = Buffer.from('no zip at all');
  const sender = t.sender();
  const batchId = await sendWhole(sender, bytes);
  const end = await withWorker(() => readToTheEnd(sender, batchId));
  assert.deepEqual([end.status, end.work, end.error], ['refused', 'done', null]);
});

test('a batch that fails is tried again, then waits with a sentence; asked for by hand it is read', async () => {
  const sender = t.sender();
  const batchId = await sendWhole(sender, await t.nextSheet());
  const hurrying = setInterval(() => void hurry(), 100);
  const end = await withWorker(
    () => readToTheEnd(sender, batchId),
    async () => {
      throw new Error('the machine is not well');
    },
  );
  assert.deepEqual(
    [end.status, end.work, end.attempts, end.error?.code],
    ['received', 'failed', MAX_ATTEMPTS, 'work.failed'],
  );
  assert.match(end.error!.sentence, /\.$/);
  assert.equal((await ask(t.sender('x', 'officer', ['99002']), 'POST', `/api/batches/${batchId}/retry`)).status, 404);
  assert.equal((await ask(t.sender('x', 'approver'), 'POST', `/api/batches/${batchId}/retry`)).status, 403);
  const retried = await ask(sender, 'POST', `/api/batches/${batchId}/retry`);
  assert.deepEqual([retried.status, ((await retried.json()) as { work: string }).work], [200, 'queued']);
  const read = await withWorker(() => readToTheEnd(sender, batchId));
  assert.deepEqual([read.status, read.work, read.error], ['validated', 'done', null]);
  clearInterval(hurrying);
  assert.equal((await ask(sender, 'POST', `/api/batches/${batchId}/retry`)).status, 409);
  assert.deepEqual(await historyOf(sender, batchId), [
    'received ha',
    ...Array.from({ length: MAX_ATTEMPTS }, (_, i) => `attempt_failed import-worker work.failed ${i + 1}`),
    'retried ha',
    'staged import-worker',
    'validated import-worker',
  ]);
});

test('a source that was damaged in the store is said to be', async () => {
  const sender = t.sender();
  const bytes = await t.nextSheet();
  const batchId = await sendWhole(sender, bytes);
  await rm(storedPath(t.storageDir, sha256(bytes)));
  const { nameWorkError } = await import('../../gis-import/name-work-error.ts');
  const worker = await startWorker({ pool: t.pools.app, run: pipeline(), nameError: nameWorkError, log: QUIET });
  const watch = await watchBatches(sender, `/api/batches/${batchId}/events`);
  const { data } = await watch.until(({ data }) => data.error !== null);
  assert.equal(data.error?.code, 'work.source_damaged');
  watch.close();
  await worker.stop();
  await t.owner.query(`delete from pgboss.job where data ->> 'batchId' = $1`, [batchId]);
});

test('two workers share the queue: every batch is read once, whichever took it, and twice brought is once written', async () => {
  const sender = t.sender();
  const runs = new Map<string, number>();
  const counting = (name: string) => async (lease: Lease) => {
    runs.set(`${name} ${lease.batchId}`, (runs.get(`${name} ${lease.batchId}`) ?? 0) + 1);
    await pipeline()(lease);
  };
  const batches: string[] = [];
  for (let i = 0; i < 6; i += 1) batches.push(await sendWhole(sender, await t.nextSheet()));
  // Brought twice, as a queue may.
  for (const batchId of batches)
    await t.owner.query(`insert into pgboss.job_common (name, data, retry_limit) values ('import', $1, 1)`, [
      { batchId },
    ]);
  const workers = [await openOne(counting('a')), await openOne(counting('b'))];
  for (const batchId of batches) assert.equal((await readToTheEnd(sender, batchId)).status, 'validated');
  for (const worker of workers) await worker.stop();
  assert.equal(
    [...runs.values()].reduce((sum, n) => sum + n, 0),
    batches.length,
  );
  const { rows } = await t.owner.query(
    'select batch_id, count(*)::int as n from staging.record where batch_id = any ($1::uuid[]) group by 1',
    [batches],
  );
  assert.deepEqual(
    rows.map(({ n }) => n),
    Array(6).fill(4),
  );
});

test('a worker that stops gives its lease back at once, and the attempt is not counted', async () => {
  const sender = t.sender();
  const batchId = await sendWhole(sender, await t.nextSheet());
  let begun: () => void = () => undefined;
  const running = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const worker = await openOne(async (lease) => {
    begun();
    // As a query that is under way: it ends when its connection does.
    await lease.pool.query("select pg_sleep(600) from set_config('statement_timeout', '0', false)");
  });
  await running;
  await worker.stop();
  assert.deepEqual(await workOf(batchId), { state: 'queued', attempts: 0, last_error: null });
  await hurry();
  const end = await withWorker(() => readToTheEnd(sender, batchId));
  assert.deepEqual([end.status, end.attempts], ['validated', 1]);
});

test('a run that lost its lease writes nothing: not a row, not an end', async () => {
  const sender = t.sender();
  const batchId = await sendWhole(sender, await t.nextSheet());
  const seen: unknown[] = [];
  const worker = await openOne(async (lease) => {
    if (seen.length > 0) return pipeline()(lease);
    await t.owner.query(
      `update staging.batch_work set locked_by = 'another', locked_until = now() + interval '2 s' where batch_id = $1`,
      [batchId],
    );
    const error = await pipeline()(lease).catch((thrown: unknown) => thrown);
    const { rows } = await t.owner.query(
      `select status, (select count(*)::int from staging.record r where r.batch_id = b.batch_id) as records
       from staging.batch b where batch_id = $1`,
      [batchId],
    );
    seen.push(error instanceof LeaseLost, rows[0]);
    throw error;
  });
  const hurrying = setInterval(() => void hurry(), 100);
  // The other, who died meanwhile, is followed by a further run, which reads it to the end.
  const end = await readToTheEnd(sender, batchId);
  clearInterval(hurrying);
  await worker.stop();
  assert.deepEqual(seen, [true, { status: 'received', records: 0 }]);
  assert.deepEqual([end.status, end.attempts], ['validated', 2]);
  const { rows } = await t.owner.query(
    `select count(*)::int as n from audit.entry where subject_id = $1 and action like 'batch.%' group by action having count(*) > 1`,
    [batchId],
  );
  assert.deepEqual(rows, []);
  assert.deepEqual((await historyOf(sender, batchId)).slice(1), [
    'attempt_failed import-worker work.broken_off 1',
    'staged import-worker',
    'validated import-worker',
  ]);
});

test('events: for whom it is, until the session ends', async () => {
  const sender = t.sender('lan');
  const batchId = await sendWhole(sender, await t.nextSheet());
  const path = `/api/batches/${batchId}/events`;
  assert.equal((await ask(t.sender('x', 'officer', ['99002']), 'GET', path)).status, 404);
  assert.equal((await ask(t.sender('x', 'citizen'), 'GET', path)).status, 403);
  assert.equal((await ask({ base: t.base, headers: {} }, 'GET', path)).status, 401);
  const both = `/api/batches/events?ids=${batchId},00000000-0000-4000-8000-000000000000`;
  assert.equal((await ask(sender, 'GET', both)).status, 404, 'one of them is not hers to know');
  const watch = await watchBatches(sender, path);
  const stays = await watchBatches(t.sender('mai'), path);
  await watch.until(() => true);
  await t.pools.app.query('select session.end_sessions($1, null)', ['sid-lan']);
  await watch.ended;
  assert.equal(watch.told.at(-1)?.event, 'ended');
  assert.equal(stays.told.at(-1)?.event, 'batch');
  stays.close();
  assert.deepEqual(await progressOf(t.sender('mai'), batchId), await lastOf(t.sender('mai'), path));
});

const progressOf = async (sender: ReturnType<UploadStage['sender']>, batchId: string) =>
  (await ask(sender, 'GET', `/api/batches/${batchId}/progress`)).json();

/** What a reader is told first who comes back after a break. */
async function lastOf(sender: ReturnType<UploadStage['sender']>, path: string) {
  const watch = await watchBatches({ ...sender, headers: { ...sender.headers, 'last-event-id': '7' } }, path);
  const { data } = await watch.until(() => true);
  watch.close();
  return data;
}

test('the metadata of a sheet reaches the options of its batch', async () => {
  const bytes = await t.nextSheet();
  const batchId = await sendWhole(
    t.sender(),
    bytes,
    sheetMetadata(bytes, { sheet: '007', srid: '9214', encoding: 'tcvn3', at: '2026-01-02' }),
  );
  const { rows } = await t.owner.query('select options from staging.batch where batch_id = $1', [batchId]);
  assert.deepEqual(rows[0].options, {
    kind: 'parcels',
    commune: COMMUNE,
    at: '2026-01-02',
    srid: 9214,
    encoding: 'tcvn3',
    profile: 'default',
    sheet: '7',
    scale: 1000,
  });
});

test('a batch that is cancelled while it is read frees the worker for the next', async () => {
  const sender = t.sender();
  const [first, second] = [await sendWhole(sender, await t.nextSheet()), await sendWhole(sender, await t.nextSheet())];
  const reads = pipeline();
  let begun: () => void;
  const reading = new Promise<void>((resolve) => {
    begun = resolve;
  });
  await withWorker(
    async () => {
      await reading;
      const headers = { 'idempotency-key': randomUUID(), 'content-type': 'application/json' };
      const reply = await ask(sender, 'POST', `/api/batches/${first}/cancel`, headers, Buffer.from('{}'));
      assert.equal(reply.status, 200, await reply.text());
      assert.equal((await readToTheEnd(sender, second)).status, 'validated');
    },
    async (lease) => {
      if (lease.batchId !== first) return reads(lease);
      begun();
      await lease.pool.query('set statement_timeout = 0; select pg_sleep(3600)');
    },
  );
  assert.deepEqual((await readToTheEnd(sender, first)).status, 'rejected');
  assert.deepEqual(await workOf(first), { state: 'done', attempts: 1, last_error: null });
});

test('however many files one person sends, there is room for another’s', async () => {
  const [busy, other] = [t.sender('busy'), t.sender('other')];
  const heavy: string[] = [];
  for (let i = 0; i < 3; i += 1) heavy.push(await sendWhole(busy, await t.nextSheet()));
  const light = await sendWhole(other, await t.nextSheet());
  const reads = pipeline();
  let letGo: () => void;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const begun: string[] = [];
  await withWorker(
    async () => {
      assert.equal((await readToTheEnd(other, light)).status, 'validated');
      assert.equal(begun.length, 1, 'the other files wait their turn');
      letGo();
      for (const batchId of heavy) await readToTheEnd(busy, batchId);
    },
    async (lease) => {
      if (!heavy.includes(lease.batchId)) return reads(lease);
      begun.push(lease.batchId);
      await held;
      return reads(lease);
    },
    LEASE_TIMES,
    1,
  );
});

test('what cannot be checked in the time there is is not tried again', async () => {
  const sender = t.sender();
  const batchId = await sendWhole(sender, await t.nextSheet());
  const end = await withWorker(
    () => readToTheEnd(sender, batchId),
    async () => {
      throw new CheckTooLong(batchId);
    },
    LEASE_TIMES,
    1,
    nameWorkError,
  );
  assert.deepEqual([end.work, end.attempts, end.error?.code], ['failed', 1, 'work.too_heavy']);
});
