/**
 * 500 MB with three interruptions (the server killed, the connection cut, the client started anew), by tus-js-client and
 * by plain curl: the digest is that of the file. The file is sparse and of a repeating pattern: what is measured is the way.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import * as tus from 'tus-js-client';
import { findFreePort } from '../embedded/find-free-port.ts';
import { storedPath } from '../registry/batch/keep-source-file.ts';
import { ask, beginAt, type Sender, sheetMetadata } from '../testing/upload/send-upload.ts';
import { type Child, startChild } from '../testing/upload/start-child.ts';
import { openUploadStage, type UploadStage } from '../testing/upload/upload-stage.ts';
import { uploadFolder } from './tus-server.ts';

const MIB = 1024 ** 2;
const SIZE = 500 * MIB;

let t: UploadStage;
let folder: string;
let file: string;
let sha256: string;
const children = new Set<Child>();
const servers = new Set<Server>();
before(async () => {
  t = await openUploadStage();
  folder = await mkdtemp(join(tmpdir(), 'diaba-large-'));
  file = join(folder, 'large.zip');
  const handle = await open(file, 'w');
  await handle.truncate(SIZE);
  // A mark every 16 MiB: a piece written to the wrong place changes the digest.
  for (let at = 0; at < SIZE; at += 16 * MIB) await handle.write(Buffer.from(`piece at ${at}`), 0, undefined, at);
  await handle.close();
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: MIB })) hash.update(chunk as Buffer);
  sha256 = hash.digest('hex');
});
after(async () => {
  for (const child of children) child.process.kill('SIGKILL');
  for (const server of servers) server.close();
  await rm(folder, { recursive: true, force: true });
  await t.close();
});

async function startServer(port: number): Promise<Child> {
  const child = await startChild({
    role: 'web',
    port,
    killAt: null,
    urls: t.database.urls,
    storageDir: t.storageDir,
    cacheDir: t.cacheDir,
  });
  children.add(child);
  return child;
}

/** A road to the server that can be cut. */
async function openRoad(to: number): Promise<{ port: number; cut(): void }> {
  const sockets = new Set<Socket>();
  const server = createServer((from) => {
    const there = connect(to, '127.0.0.1');
    for (const socket of [from, there]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    from.pipe(there).pipe(from);
    from.on('close', () => there.destroy());
    there.on('close', () => from.destroy());
  });
  servers.add(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    port,
    cut() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

const bytesThere = async (path: string) =>
  (await stat(join(uploadFolder(t.storageDir), path.split('/').at(-1)!)).catch(() => ({ size: 0 }))).size;
async function untilThere(path: string, bytes: number): Promise<void> {
  while ((await bytesThere(path)) < bytes) await setTimeout(5);
}

/** The batch is there, its digest the announced one, its bytes in the store, nothing left on the way. */
async function assertReceived(sender: Sender, path: string): Promise<void> {
  const head = await ask(sender, 'HEAD', path);
  assert.equal(head.headers.get('upload-offset'), String(SIZE));
  const { rows } = await t.owner.query(
    `select encode(b.source_sha256, 'hex') as sha256, f.byte_length::float8 as bytes from staging.batch b
     join document.stored_file f on f.sha256 = b.source_sha256 where b.batch_id = $1`,
    [head.headers.get('diaba-batch')],
  );
  assert.deepEqual(rows, [{ sha256, bytes: SIZE }]);
  assert.ok((await stat(storedPath(t.storageDir, sha256))).size > SIZE);
  assert.equal(await bytesThere(path), 0);
}

test('tus-js-client: the server killed, the connection cut, the page reloaded', async () => {
  const port = await findFreePort();
  let server = await startServer(port);
  const road = await openRoad(port);
  // The road has a port of its own; the server answers to the name of loopback, whatever the port.
  const sender: Sender = { base: `http://127.0.0.1:${port}`, headers: t.sender().headers };
  const metadata = sheetMetadata(Buffer.alloc(0), { filename: 'large.zip', sha256 });
  let url = '';
  /** Sends from where it stands until it is whole or `stop` is called, as one page does between two loads. */
  function sendOn(at: string | null): { whole: Promise<void>; stop(): Promise<void> } {
    let upload: tus.Upload;
    const whole = new Promise<void>((resolve, reject) => {
      upload = new tus.Upload(createReadStream(file), {
        endpoint: `http://127.0.0.1:${road.port}/uploads`,
        ...(at ? { uploadUrl: at } : {}),
        uploadSize: SIZE,
        chunkSize: 64 * MIB,
        metadata,
        headers: { ...sender.headers, host: `127.0.0.1:${port}` },
        retryDelays: Array(100).fill(200),
        onAfterResponse: () => undefined,
        onUploadUrlAvailable: () => {
          url = upload.url!;
        },
        onSuccess: () => resolve(),
        onError: reject,
      });
      upload.start();
    });
    return { whole, stop: () => upload.abort() };
  }
  const first = sendOn(null);
  while (url === '') await setTimeout(5);
  await untilThere(url, 70 * MIB);
  await server.kill();
  server = await startServer(port);
  await untilThere(url, 200 * MIB);
  road.cut();
  await untilThere(url, 330 * MIB);
  await first.stop();
  await sendOn(url).whole;
  await assertReceived(sender, url);
  await server.kill('SIGTERM');
});

test('plain curl: the server killed, the connection cut, curl started anew', async (context) => {
  if (spawnSync('curl', ['--version']).status !== 0) {
    assert.ok(!process.env.CI, 'curl is missing (apt-get install curl)');
    return context.skip('curl is missing (apt-get install curl)');
  }
  const port = await findFreePort();
  let server = await startServer(port);
  const road = await openRoad(port);
  const sender: Sender = { base: `http://127.0.0.1:${port}`, headers: t.sender('curl').headers };
  // Of another sheet, or it would be the batch of the other test.
  const path = await beginAt(
    sender,
    SIZE,
    sheetMetadata(Buffer.alloc(0), { filename: 'large.zip', sha256, sheet: '3' }),
  );
  /** One curl: HEAD for the offset, then the rest of the file from there. */
  async function curl(): Promise<number> {
    const head = await ask(sender, 'HEAD', path);
    const offset = Number(head.headers.get('upload-offset'));
    const tail = spawn('tail', ['-c', `+${offset + 1}`, file], { stdio: ['ignore', 'pipe', 'ignore'] });
    const headers = {
      ...sender.headers,
      host: `127.0.0.1:${port}`,
      'tus-resumable': '1.0.0',
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    };
    const lines = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
    const address = `http://127.0.0.1:${road.port}${path}`;
    const args = ['-sS', '-o', '/dev/null', '-w', '%{http_code}', '-X', 'PATCH', ...lines, '-T', '-', address];
    const child = spawn('curl', args, { stdio: [tail.stdout, 'pipe', 'ignore'] });
    let status = '';
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      status += text;
    });
    await once(child, 'close');
    tail.kill();
    return Number(status);
  }
  let running = curl();
  await untilThere(path, 60 * MIB);
  await server.kill();
  await running;
  server = await startServer(port);
  running = curl();
  await untilThere(path, 250 * MIB);
  road.cut();
  await running;
  assert.equal(await curl(), 204);
  await assertReceived(sender, path);
  await server.kill('SIGTERM');
});
