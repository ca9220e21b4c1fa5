/** A file that comes again: what became of it before is said, and it can be brought in again. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest } from '../../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../../server/testing/browser/desk-stage.ts';
import { soon } from '../../../server/testing/browser/soon.ts';
import { HA } from '../../../server/testing/review-app.ts';

let s: DeskStage;
before(async () => {
  if (!browserTest.skip) s = await openDeskStage();
});
after(() => s?.close());

/** Brings one file in; its line, and the batch it became. */
async function bring(page: Page, name: string, buffer: Buffer, ends: string) {
  await page.locator('input[type="file"]').setInputFiles([{ name, mimeType: 'application/zip', buffer }]);
  await page.getByRole('button', { name: 'Gửi 1 tệp' }).click();
  const row = page.locator('.upload-line').filter({ hasText: name });
  await row.locator('.became').getByText(ends).waitFor({ timeout: 60_000 });
  return { row, batch: await batchOf(row) };
}
const batchOf = async (row: ReturnType<Page['locator']>) =>
  (await row.getByRole('link').getAttribute('href'))!.split('/').at(-1)!;

test(
  'what could not be taken before is said to be so, and becomes another batch when that is asked for',
  browserTest,
  async () => {
    const { page, context, complaints } = await s.sit(HA, '/desk/upload');
    const broken = Buffer.from('PK\u0003\u0004 no zip, whoever sends it');
    const first = await bring(page, 'hong.zip', broken, 'Tệp bị từ chối');
    await soon.equal(
      () => first.row.getByRole('button', { name: 'Đưa vào lại' }).count(),
      0,
      'it has only just been refused',
    );
    await first.row.getByRole('button', { name: 'Ẩn dòng này' }).click();

    const second = await bring(page, 'hong.zip', broken, 'Tệp bị từ chối');
    assert.equal(second.batch, first.batch);
    await second.row.getByText('Tệp này đã được đưa vào trước đây và bị từ chối').waitFor();
    await second.row.getByRole('button', { name: 'Đưa vào lại' }).click();
    await second.row.getByText('Tệp này đã được đưa vào trước đây').waitFor({ state: 'detached' });
    await second.row.locator('.became').getByText('Tệp bị từ chối').waitFor({ timeout: 60_000 });
    assert.notEqual(await batchOf(second.row), first.batch);
    assert.equal((await s.t.batch(await batchOf(second.row))).attempt, 2);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test(
  'what somebody rejected can be brought in again; what waits for its review is only found',
  browserTest,
  async () => {
    const { page, context } = await s.sit(HA, '/desk/upload');
    const bytes = await s.nextSheet({});
    const first = await bring(page, 'to_1-1000.zip', bytes, 'Chờ rà soát');
    await first.row.getByRole('button', { name: 'Ẩn dòng này' }).click();
    const found = await bring(page, 'to_1-1000.zip', bytes, 'Chờ rà soát');
    await found.row.getByText('Tệp này đã được đưa vào trước đây; dưới đây là lô của nó.').waitFor();
    await soon.equal(() => found.row.getByRole('button', { name: 'Đưa vào lại' }).count(), 0);
    assert.equal(found.batch, first.batch);
    await found.row.getByRole('button', { name: 'Ẩn dòng này' }).click();

    const { version } = await s.t.batch(first.batch);
    const reply = await s.t.post(`/api/batches/${first.batch}/reject`, { reason: 'Sai tờ bản đồ' }, HA, {
      'if-match': `"${version}"`,
    });
    assert.equal(reply.statusCode, 200, reply.body);
    const rejected = await bring(page, 'to_1-1000.zip', bytes, 'Đã loại');
    await rejected.row.getByText('Tệp này đã được đưa vào trước đây và lô của nó đã bị loại.').waitFor();
    await rejected.row.getByRole('button', { name: 'Đưa vào lại' }).click();
    await rejected.row.locator('.became').getByText('Chờ rà soát').waitFor({ timeout: 60_000 });
    assert.notEqual(await batchOf(rejected.row), first.batch);
    await context.close();
  },
);
