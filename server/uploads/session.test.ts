/** A file sent as the desk sends it: by the cookie of a real sign-in and the header that no foreign page can send. */
import assert from 'node:assert/strict';
import { rm, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { openEmbeddedStage } from '../testing/browser/embedded-stage.ts';
import { sheetZip } from '../testing/import/sheet-zip.ts';
import { type SignInStage, signInSteps } from '../testing/sign-in/sign-in-steps.ts';
import type { Visitor } from '../testing/sign-in/visitor.ts';
import { TEST_CONFIG } from '../testing/test-app.ts';
import { ask, begin, beginAt, type Sender, send, sheetMetadata } from '../testing/upload/send-upload.ts';

let stage: SignInStage;
let owner: pg.Client;
before(async () => {
  stage = await openEmbeddedStage();
  owner = new pg.Client({ connectionString: stage.database.urls.migrator });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await stage.close();
  await rm(TEST_CONFIG.storageDir, { recursive: true, force: true });
});
const { signIn, signOut } = signInSteps(
  () => stage,
  () => owner,
);

const cookieOf = ({ cookies }: Visitor) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
/** A desk with these cookies; `own`: what shows that a page of ours asks. */
const deskOf = (cookie: string, own: Readonly<Record<string, string>> = { 'x-diaba-request': '1' }): Sender => ({
  base: stage.base,
  headers: { cookie, ...own },
});
const codeOf = async (reply: Response) => [reply.status, ((await reply.json()) as { code: string }).code];
const metadataOf = (bytes: Buffer) => sheetMetadata(bytes, { commune: '99001' });

let plots = 0;
const nextSheet = () => sheetZip({ origin: [416_700, 2_354_000 + 100 * ++plots] });

test('with the cookie and our header a file goes all the way, and is its sender’s', async () => {
  const desk = deskOf(cookieOf((await signIn()).visitor));
  const bytes = await nextSheet();
  const path = await beginAt(desk, bytes.length, metadataOf(bytes));
  assert.equal((await send(desk, path, 0, bytes.subarray(0, 1000))).status, 204);
  const batchId = (await send(desk, path, 1000, bytes.subarray(1000))).headers.get('diaba-batch');
  const batch = (await (await ask(desk, 'GET', `/api/batches/${batchId}`)).json()) as { owner: { name: string } };
  assert.match(batch.owner.name, /Trần Văn Quýt/);
});

test('with the cookie alone nothing is begun, sent or given up', async () => {
  const cookie = cookieOf((await signIn()).visitor);
  const bytes = await nextSheet();
  const path = await beginAt(deskOf(cookie), bytes.length, metadataOf(bytes));
  const bare = deskOf(cookie, {});
  for (const reply of [
    await begin(bare, bytes.length, metadataOf(bytes)),
    await send(bare, path, 0, bytes),
    await ask(bare, 'DELETE', path),
    await ask(deskOf(cookie, { 'x-diaba-request': '1', origin: 'https://evil.example' }), 'DELETE', path),
    await send(deskOf(cookie, { 'x-diaba-request': '1', 'sec-fetch-site': 'cross-site' }), path, 0, bytes),
  ])
    assert.deepEqual(await codeOf(reply), [403, 'csrf.refused']);
  const head = await ask(deskOf(cookie), 'HEAD', path);
  assert.deepEqual([head.status, head.headers.get('upload-offset')], [200, '0']);
});

test('signed out in the middle, nothing more is taken; signed in again it goes on, for her and for nobody else', async () => {
  const { visitor } = await signIn();
  const cookie = cookieOf(visitor);
  const bytes = await nextSheet();
  const path = await beginAt(deskOf(cookie), bytes.length, metadataOf(bytes));
  await send(deskOf(cookie), path, 0, bytes.subarray(0, 1000));
  assert.ok((await signOut(visitor)).ok);
  for (const method of ['HEAD', 'DELETE']) assert.equal((await ask(deskOf(cookie), method, path)).status, 401);
  const [status] = await codeOf(await send(deskOf(cookie), path, 1000, bytes.subarray(1000)));
  assert.equal(status, 401);

  const colleague = deskOf(cookieOf((await signIn('surveyor')).visitor));
  assert.equal((await ask(colleague, 'HEAD', path)).status, 404);
  assert.deepEqual(await codeOf(await send(colleague, path, 1000, bytes.subarray(1000))), [404, 'upload.not_found']);

  const again = deskOf(cookieOf((await signIn()).visitor));
  assert.equal((await ask(again, 'HEAD', path)).headers.get('upload-offset'), '1000');
  assert.ok((await send(again, path, 1000, bytes.subarray(1000))).headers.get('diaba-batch'));
});

test('signed out while a file is on its way: its connection is cut, and what has come stays', async () => {
  const { visitor } = await signIn();
  const cookie = cookieOf(visitor);
  const bytes = await nextSheet();
  const path = await beginAt(deskOf(cookie), bytes.length, metadataOf(bytes));
  const sending = request(`${stage.base}${path}`, {
    method: 'PATCH',
    headers: {
      cookie,
      'x-diaba-request': '1',
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': bytes.length,
    },
  });
  const cut = new Promise<void>((resolve) => sending.once('close', () => resolve()));
  sending.on('error', () => undefined);
  sending.write(bytes.subarray(0, 1000));
  const came = join(TEST_CONFIG.storageDir, 'uploads', path.slice(path.lastIndexOf('/') + 1));
  while ((await stat(came).catch(() => ({ size: 0 }))).size < 1000) await new Promise((go) => setTimeout(go, 20));
  assert.ok((await signOut(visitor)).ok);
  await cut;
  const again = deskOf(cookieOf((await signIn()).visitor));
  assert.equal((await ask(again, 'HEAD', path)).headers.get('upload-offset'), '1000');
});
