/** A disk that is full in the middle of a file, at each place where something is written; and room again. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { ask, begin, beginAt, send, sha256, sheetMetadata } from '../testing/upload/send-upload.ts';
import { openUploadStage, type UploadStage } from '../testing/upload/upload-stage.ts';

const KIB = 1024;
const GIB = KIB ** 3;
const run = promisify(execFile);

let t: UploadStage | undefined;
let disk: string;
before(async () => {
  disk = await mkdtemp(join(tmpdir(), 'diaba-small-disk-'));
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).then(
    () => true,
    () => false,
  );
  // Without the right to mount there is no disk that can be full.
  if (!mounted) return;
  t = await openUploadStage({
    storageDir: disk,
    // Begun all the same: what is looked at here is a disk that fills up afterwards.
    uploadRoom: { spareBytes: -4 * GIB, perPerson: { count: 30, bytes: 4 * GIB } },
  });
});
after(async () => {
  await t?.close();
  if (t) await run('umount', [disk]);
  await rm(disk, { recursive: true });
});

function stage(context: TestContext): UploadStage | undefined {
  assert.ok(t || process.env.CI !== '1', 'a tmpfs cannot be mounted');
  if (!t) context.skip('needs the right to mount a tmpfs');
  return t;
}

const ballast = () => join(disk, 'ballast');
/** Leaves so many bytes free, in whole pages. */
async function fill(freeBytes: number): Promise<void> {
  const handle = await open(ballast(), 'w');
  try {
    for (;;) await handle.write(Buffer.alloc(4 * KIB));
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
  }
  await handle.truncate((await handle.stat()).size - freeBytes);
  await handle.close();
}
const codeOf = async (reply: Response) => [
  reply.status,
  ((await reply.json()) as { code: string }).code,
  reply.headers.get('retry-after'),
];
const FULL = [507, 'upload.no_room', '60'];
/** Bytes that no two calls share, so that each file is another batch. */
let seed = 0;
const bytesOf = (length: number) => {
  seed += 1;
  return Buffer.alloc(length, seed);
};
const offsetOf = async (path: string) => {
  const head = await ask(t!.sender(), 'HEAD', path);
  assert.equal(head.status, 200, await head.text());
  return Number(head.headers.get('upload-offset'));
};

test('in the middle of a body: what came stays, its offset is honest, and it goes on when there is room', async (context) => {
  const s = stage(context);
  if (!s) return;
  const [sender, bytes, other] = [s.sender(), bytesOf(200 * KIB), bytesOf(20 * KIB)];
  const path = await beginAt(sender, bytes.length, sheetMetadata(bytes));
  const quiet = await beginAt(sender, other.length, sheetMetadata(other));
  await send(sender, quiet, 0, other.subarray(0, 8 * KIB));
  await fill(64 * KIB);
  assert.deepEqual(await codeOf(await send(sender, path, 0, bytes)), FULL);
  const offset = await offsetOf(path);
  assert.ok(offset > 0 && offset <= 64 * KIB, `${offset}`);
  assert.equal((await stat(join(disk, path))).size, offset);
  assert.equal(await offsetOf(quiet), 8 * KIB, 'the other one is as it was');
  assert.deepEqual(await codeOf(await send(sender, path, offset, bytes.subarray(offset))), FULL, 'and again, no worse');
  await rm(ballast());
  const done = await send(sender, path, await offsetOf(path), bytes.subarray(await offsetOf(path)));
  assert.ok(done.headers.get('diaba-batch'));
  assert.ok((await send(sender, quiet, 8 * KIB, other.subarray(8 * KIB))).headers.get('diaba-batch'));
});

test('when all bytes are there and the store has no room for them: not received, until there is', async (context) => {
  const s = stage(context);
  if (!s) return;
  const [sender, bytes] = [s.sender(), bytesOf(100 * KIB)];
  const path = await beginAt(sender, bytes.length, sheetMetadata(bytes));
  await fill(112 * KIB);
  assert.deepEqual(await codeOf(await send(sender, path, 0, bytes)), FULL);
  const { rows } = await s.owner.query(
    `select status, (select count(*)::int from staging.batch where source_sha256 = decode($2, 'hex')) as batches
     from staging.upload where upload_id = $1`,
    [path.split('/').at(-1), sha256(bytes)],
  );
  assert.deepEqual(rows, [{ status: 'open', batches: 0 }]);
  // "Whole" is only said of what was received.
  assert.equal((await ask(sender, 'HEAD', path)).status, 507);
  assert.deepEqual(await readdir(join(disk, 'scratch')), [], 'nothing half');
  await rm(ballast());
  const head = await ask(sender, 'HEAD', path);
  assert.deepEqual([head.status, head.headers.get('upload-offset')], [200, String(bytes.length)]);
  assert.ok(head.headers.get('diaba-batch'));
});

test('at the beginning: nothing is begun, no file is left, and no room is kept for it', async (context) => {
  const s = stage(context);
  if (!s) return;
  const sender = s.sender();
  const before = await readdir(join(disk, 'uploads'));
  const openOnes = async () => (await s.owner.query('select * from staging.open_uploads()')).rows.length;
  const count = await openOnes();
  await fill(0);
  assert.deepEqual(await codeOf(await begin(sender, 10, sheetMetadata(Buffer.alloc(10)))), FULL);
  assert.equal(await openOnes(), count);
  assert.deepEqual(await readdir(join(disk, 'uploads')), before);
  await rm(ballast());
  assert.equal((await begin(sender, 10, sheetMetadata(Buffer.alloc(10)))).status, 201);
});

test('when the length is told: it is not taken, and what was noted of the upload is not lost', async (context) => {
  const s = stage(context);
  if (!s) return;
  const [sender, bytes] = [s.sender(), bytesOf(10 * KIB)];
  const path = await beginAt(sender, null, sheetMetadata(bytes));
  await send(sender, path, 0, bytes.subarray(0, 8 * KIB));
  await fill(0);
  const told = { 'upload-length': String(bytes.length) };
  assert.deepEqual(await codeOf(await send(sender, path, 8 * KIB, bytes.subarray(8 * KIB), told)), FULL);
  const head = await ask(sender, 'HEAD', path);
  assert.deepEqual(
    [head.status, head.headers.get('upload-offset'), head.headers.get('upload-defer-length')],
    [200, String(8 * KIB), '1'],
  );
  await rm(ballast());
  const done = await send(sender, path, 8 * KIB, bytes.subarray(8 * KIB), told);
  assert.ok(done.headers.get('diaba-batch'));
});
