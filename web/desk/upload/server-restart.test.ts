/** kill -9 of the server while a browser sends a file to it, signed in as people are; and the server is started again. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { findFreePort } from '../../../server/embedded/find-free-port.ts';
import { DEMO_PASSWORD } from '../../../server/embedded/identity/demo-accounts.ts';
import { restoreSourceFile } from '../../../server/registry/batch/restore-source-file.ts';
import { browserTest, launchBrowser, openContext } from '../../../server/testing/browser/browser.ts';
import { sheetZip } from '../../../server/testing/import/sheet-zip.ts';
import { fillRegister } from '../../../server/testing/plant/register-fixture.ts';
import { TEST_CONFIG } from '../../../server/testing/test-app.ts';
import { createTestDatabase, type TestDatabase } from '../../../server/testing/test-database.ts';
import { type Child, startChild, startProcess } from '../../../server/testing/upload/start-child.ts';

const DESK = fileURLToPath(new URL('../../../server/testing/browser/desk-child.ts', import.meta.url));
/** Bytes a second of the line, and of the file: some seconds on their way, whatever the machine. */
const [LINE, NOTE] = [400_000, 4_000_000];

let database: TestDatabase;
let owner: pg.Client;
let storageDir: string;
let port: number;
let browser: Browser;
const children: Child[] = [];
before(async () => {
  if (browserTest.skip) return;
  database = await createTestDatabase();
  await fillRegister(database.urls.migrator);
  owner = new pg.Client({ connectionString: database.urls.migrator });
  await owner.connect();
  storageDir = await mkdtemp(join(tmpdir(), 'diaba-desk-child-'));
  port = await findFreePort();
  browser = await launchBrowser();
});
after(async () => {
  if (browserTest.skip) return;
  await browser?.close();
  for (const child of children) await child.kill();
  await owner?.end();
  await rm(storageDir, { recursive: true });
  await database?.drop();
});

async function started(child: Promise<Child>): Promise<Child> {
  children.push(await child);
  return child;
}
const startDesk = () => started(startProcess(DESK, { urls: database.urls, storageDir, port }));

async function signIn(): Promise<Page> {
  const page = await (await openContext(browser)).newPage();
  await page.goto(`http://127.0.0.1:${port}/desk/upload`);
  await page.locator('input[name="username"]').fill('officer');
  await page.locator('input[name="password"]').fill(DEMO_PASSWORD);
  await page.locator('input[name="password"]').press('Enter');
  await page.getByRole('heading', { name: 'Đưa tệp vào' }).waitFor();
  return page;
}

/** Bytes of the one upload on the disk of the server; 0 before there is one. */
async function bytesThere(): Promise<number> {
  const folder = join(storageDir, 'uploads');
  const names = await readdir(folder).catch(() => []);
  const name = names.find((one) => !one.endsWith('.json'));
  return name === undefined ? 0 : (await stat(join(folder, name))).size;
}

test('it waits, goes on by itself from what had come, and the file arrives as it was', browserTest, async () => {
  const first = await startDesk();
  const page = await signIn();
  const line = await page.context().newCDPSession(page);
  const setLine = (uploadThroughput: number) =>
    line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
  await line.send('Network.enable');
  await setLine(LINE);
  const bytes = await sheetZip({ origin: [416_700, 2_354_000], noteBytes: NOTE });
  await page
    .locator('input[type="file"]')
    .setInputFiles([{ name: '99001_to-9_1-1000.zip', mimeType: 'application/zip', buffer: bytes }]);
  await page.getByRole('button', { name: 'Gửi 1 tệp' }).click();
  const row = page.locator('.upload-line');
  while ((await bytesThere()) < 100_000) await setTimeout(20);
  await row.getByText('Đang gửi').waitFor();

  const offsets: number[] = [];
  await first.kill();
  const kept = await bytesThere();
  assert.ok(kept >= 100_000 && kept < bytes.length, `${kept} of ${bytes.length}`);
  await row.getByText('Mất kết nối, sẽ tự gửi tiếp').waitFor();
  assert.equal(await page.getByRole('dialog').count(), 0, 'nobody is asked to sign in');

  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  await setLine(-1);
  await startDesk();
  await started(startChild({ role: 'worker', urls: database.urls, storageDir, port: 0, cacheDir: null, killAt: null }));
  await row.getByText('Chờ rà soát').waitFor({ timeout: 60_000 });
  assert.deepEqual(offsets, [kept], 'one request, from where it broke off');

  const batchId = (await row.getByRole('link').getAttribute('href'))!.split('/').at(-1);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { rows } = await owner.query(
    `select encode(source_sha256, 'hex') as sha256, created_by, status, (select count(*)::int from staging.batch) as batches
     from staging.batch where batch_id = $1`,
    [batchId],
  );
  assert.deepEqual(rows, [{ sha256, created_by: 'demo-officer', status: 'validated', batches: 1 }]);
  const back = join(storageDir, 'back');
  await restoreSourceFile(storageDir, TEST_CONFIG.personalDataKey, sha256, back);
  assert.ok((await readFile(back)).equals(bytes));
  await page.context().close();
});
