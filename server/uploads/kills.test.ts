/** kill -9 of the server and the worker at each step from the first byte to the findings, and two servers at once. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir, readFile, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { findFreePort } from '../embedded/find-free-port.ts';
import { readToTheEnd } from '../testing/import/watch-batch.ts';
import { ask, beginAt, type Sender, send, sheetMetadata } from '../testing/upload/send-upload.ts';
import { type Child, startChild } from '../testing/upload/start-child.ts';
import { openUploadStage, type UploadStage } from '../testing/upload/upload-stage.ts';
import { uploadFolder } from './tus-server.ts';

let t: UploadStage;
const children = new Set<Child>();
before(async () => {
  t = await openUploadStage();
});
after(async () => {
  // Those a failed test left.
  for (const child of children) child.process.kill('SIGKILL');
  await t.close();
});

interface Started extends Sender {
  readonly child: Child;
}

const jobOf = (role: 'web' | 'worker', port: number, killAt: string | null) => ({
  role,
  port,
  killAt,
  urls: t.database.urls,
  storageDir: t.storageDir,
  cacheDir: t.cacheDir,
});
async function start(...job: Parameters<typeof jobOf>): Promise<Child> {
  const child = await startChild(jobOf(...job));
  children.add(child);
  return child;
}
async function startServer(killAt: string | null = null, port?: number): Promise<Started> {
  const at = port ?? (await findFreePort());
  const child = await start('web', at, killAt);
  return { child, base: `http://127.0.0.1:${at}`, headers: t.sender().headers };
}

/** Large enough to come in more than one piece. */
const ROWS = Array.from({ length: 4 }, () => ({ holder: 'Nguyễn Thị Hư Cấu' }));

/** Everything acknowledged is there, once, and nothing else. */
async function assertWhole(batchId: string, uploadId: string, records: number): Promise<void> {
  const { rows } = await t.owner.query(
    `select (select count(*)::int from staging.batch where source_sha256 = b.source_sha256) as batches,
       (select count(*)::int from staging.record where batch_id = b.batch_id) as records,
       (select count(*)::int from audit.entry where subject_id = b.batch_id::text and action = 'batch.received') as received,
       (select count(*)::int from audit.entry where subject_id = b.batch_id::text and action = 'batch.staged') as staged,
       (select status from staging.upload where upload_id = $2) as upload, b.status
     from staging.batch b where b.batch_id = $1`,
    [batchId, uploadId],
  );
  const [found] = rows;
  assert.ok(found.staged <= 1);
  assert.deepEqual(
    { ...found, staged: undefined },
    { batches: 1, records, received: 1, staged: undefined, upload: 'received', status: 'validated' },
  );
  assert.deepEqual(
    (await readdir(uploadFolder(t.storageDir))).filter((name) => name.startsWith(uploadId)),
    [],
  );
}

/** Goes on as tus clients do: asks where, sends the rest. */
async function goOn(sender: Sender, path: string, bytes: Buffer): Promise<string> {
  const head = await ask(sender, 'HEAD', path);
  assert.equal(head.status, 200);
  const offset = Number(head.headers.get('upload-offset'));
  const reply = offset === bytes.length ? head : await send(sender, path, offset, bytes.subarray(offset));
  const batchId = reply.headers.get('diaba-batch');
  assert.ok(batchId, `no batch after ${offset} of ${bytes.length}: ${reply.status} ${await reply.text()}`);
  return batchId;
}

test('kill -9 of the server at each step of an upload: the sender goes on with the next one, and the batch is whole', async () => {
  const worker = await start('worker', 0, null);
  const second = await startServer();
  for (const point of ['body', 'queue:begin', 'queue:end', 'reply']) {
    const bytes = await t.nextSheet({ rows: ROWS });
    const first = await startServer(point);
    const path = await beginAt(first, bytes.length, sheetMetadata(bytes));
    if (point === 'body') await killInBody(first, path, bytes);
    else await assert.rejects(send(first, path, 0, bytes), point);
    assert.equal(await first.child.exited, 'SIGKILL', point);
    const batchId = await goOn(second, path, bytes);
    assert.equal((await readToTheEnd(second, batchId)).status, 'validated', point);
    await assertWhole(batchId, path.split('/').at(-1)!, ROWS.length);
  }
  await second.child.kill('SIGTERM');
  await worker.kill('SIGTERM');
});

/** Sends half of a file and leaves it at that; kills the server as soon as some of it is on the disk. */
async function killInBody({ base, headers, child }: Started, path: string, bytes: Buffer): Promise<void> {
  const sending = request(`${base}${path}`, {
    method: 'PATCH',
    headers: {
      ...headers,
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': bytes.length,
    },
  });
  const cut = once(sending, 'error');
  sending.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
  const file = join(uploadFolder(t.storageDir), path.split('/').at(-1)!);
  while ((await stat(file)).size === 0) await setTimeout(5);
  await child.kill();
  await cut;
}

/** As if its time were up: a lease, and the heartbeat of its job. */
async function lapse(batchId: string): Promise<void> {
  await t.owner.query(
    `update staging.batch_work set locked_until = now() - interval '1 s' where batch_id = $1 and state = 'running'`,
    [batchId],
  );
  await t.owner.query(
    `update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active' and data ->> 'batchId' = $1`,
    [batchId],
  );
  await t.owner.query(`update pgboss.job set start_after = now() where state = 'retry' and data ->> 'batchId' = $1`, [
    batchId,
  ]);
}

test('kill -9 of a worker at each step: another takes the batch over and ends with the same', async () => {
  for (const point of ['receive', 'unpack', 'convert', 'stage', 'validate', 'report', 'guard', 'end']) {
    const sender = t.sender();
    const bytes = await t.nextSheet({ rows: ROWS });
    const path = await beginAt(sender, bytes.length, sheetMetadata(bytes));
    const batchId = (await send(sender, path, 0, bytes)).headers.get('diaba-batch')!;
    const first = await start('worker', 0, point);
    assert.equal(await first.exited, 'SIGKILL', point);
    const { rows } = await t.owner.query('select status from staging.batch where batch_id = $1', [batchId]);
    assert.ok(
      rows[0].status === 'validated' ? point === 'end' : ['received', 'staged'].includes(rows[0].status),
      point,
    );
    await lapse(batchId);
    // Once by way of the watch over dead workers, which takes its time; the other points need not wait for it.
    if (point !== 'stage') await bringAgain(batchId);
    const second = await start('worker', 0, null);
    const hurrying = setInterval(() => void lapseJob(batchId), 200);
    const end = await readToTheEnd(sender, batchId);
    clearInterval(hurrying);
    assert.deepEqual([end.status, end.attempts, end.error], ['validated', 2, null], point);
    await assertWhole(batchId, path.split('/').at(-1)!, ROWS.length);
    await second.kill('SIGTERM');
  }
});

/** As the watch over dead workers does. */
const bringAgain = (batchId: string) =>
  t.owner.query(
    `update pgboss.job set state = 'retry', start_after = now() where state = 'active' and data ->> 'batchId' = $1`,
    [batchId],
  );
const lapseJob = (batchId: string) =>
  t.owner.query(`update pgboss.job set start_after = now() where state = 'retry' and data ->> 'batchId' = $1`, [
    batchId,
  ]);

test('a worker frozen past its lease, in the middle of a transaction, wakes up to write nothing', async () => {
  for (const stage of ['convert', 'validate', 'report']) {
    const sender = t.sender();
    const bytes = await t.nextSheet({ rows: ROWS });
    const path = await beginAt(sender, bytes.length, sheetMetadata(bytes));
    const batchId = (await send(sender, path, 0, bytes)).headers.get('diaba-batch')!;
    const frozen = await start('worker', 0, `freeze:${stage}`);
    await untilStopped(frozen);
    await lapse(batchId);
    await bringAgain(batchId);
    const second = await start('worker', 0, null);
    const end = await readToTheEnd(sender, batchId);
    assert.deepEqual([end.status, end.attempts], ['validated', 2], stage);
    const before = await digestOf(batchId);
    frozen.process.kill('SIGCONT');
    await frozen.kill('SIGTERM');
    assert.equal(await digestOf(batchId), before, stage);
    await assertWhole(batchId, path.split('/').at(-1)!, ROWS.length);
    await second.kill('SIGTERM');
  }
});

async function untilStopped(child: Child): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!/\) T /.test(await readFile(`/proc/${child.process.pid}/stat`, 'utf8'))) {
    assert.ok(Date.now() < deadline, `never frozen: ${child.complaint()}`);
    await setTimeout(20);
  }
}

async function digestOf(batchId: string): Promise<string> {
  const { rows } = await t.owner.query(
    `select md5((select string_agg(r::text, '' order by record_no) from staging.record r where batch_id = $1)
       || (select string_agg(f::text, '' order by finding_id) from staging.finding f where batch_id = $1)
       || (select b::text from staging.batch b where batch_id = $1) || (select w::text from staging.batch_work w where batch_id = $1)
       || (select count(*) from audit.entry where subject_id = $1::text)) as digest`,
    [batchId],
  );
  return rows[0].digest;
}

test('two servers and one upload: one writes, the other is told where to go on', async () => {
  const [a, b] = [await startServer(), await startServer()];
  const bytes = Buffer.alloc(4 << 20, 1);
  const path = await beginAt(a, bytes.length, sheetMetadata(bytes));
  const replies = await Promise.all([send(a, path, 0, bytes), send(b, path, 0, bytes)]);
  const statuses = replies.map(({ status }) => status);
  // The second may find it whole already: then it is received, which is another 409.
  assert.deepEqual(statuses.sort(), [204, 409]);
  // Eight uploads at once through two servers, in pieces that alternate between them.
  const files = Array.from({ length: 8 }, (_, i) => Buffer.alloc(1 << 20, i + 2));
  await Promise.all(
    files.map(async (file) => {
      const one = await beginAt(a, file.length, sheetMetadata(file));
      const piece = file.length / 4;
      for (let i = 0; i < 4; i += 1) {
        const reply = await send(i % 2 ? a : b, one, i * piece, file.subarray(i * piece, (i + 1) * piece));
        assert.equal(reply.status, 204);
      }
    }),
  );
  for (const { child } of [a, b]) await child.kill('SIGTERM');
});
