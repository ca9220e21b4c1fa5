/** Files from the desk to the review: guessed, sent, paused, interrupted, taken up after a reload, read by the worker. */
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

const zip = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/zip', buffer });
const line = (page: Page, name: string) => page.locator('.upload-line').filter({ hasText: name });

/** Lets no byte of an upload through until `open` is called. */
async function holdUploads(page: Page) {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route('**/uploads/*', async (route) => {
    if (route.request().method() === 'PATCH') await opened;
    await route.continue().catch(() => undefined);
  });
  await page.route('**/uploads', async (route) => {
    // Only the creation: the bytes come by PATCH, which is held.
    await route.continue();
  });
  return open;
}

test('two sheets are dropped on another screen, looked over, sent, read, and reviewed', browserTest, async () => {
  const [first, second] = [await s.nextSheet(), await s.nextSheet({})];
  const { page, context, complaints } = await s.sit(HA, '/desk/campaign');
  await page.getByRole('heading', { name: 'Đợt số hoá' }).waitFor();
  const data = await page.evaluateHandle(
    (files) => {
      const transfer = new DataTransfer();
      for (const [name, bytes] of files)
        transfer.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name));
      return transfer;
    },
    [
      ['07210_to-12_1-1000.zip', first.toString('base64')],
      ['ban do.zip', second.toString('base64')],
    ] as [string, string][],
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await page.getByText('Thả tệp ở đây để đưa vào').waitFor();
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await page.waitForURL('**/desk/upload');
  const guessed = line(page, '07210_to-12_1-1000.zip');
  await soon.equal(() => guessed.getByLabel('Số tờ').inputValue(), '12');
  await soon.equal(() => guessed.getByLabel('Mẫu số tỷ lệ').inputValue(), '1000');
  await guessed.getByLabel('Số tờ').fill('');
  await line(page, 'ban do.zip').getByLabel('Mẫu số tỷ lệ').fill('1000');
  await page.getByRole('button', { name: 'Gửi 2 tệp' }).click();
  for (const name of ['07210_to-12_1-1000.zip', 'ban do.zip'])
    await line(page, name).getByText('Chờ rà soát').waitFor({ timeout: 60_000 });
  await soon.match(() => guessed.textContent(), /45 bản ghi/);
  await guessed.getByRole('link', { name: 'Rà soát lô này' }).click();
  await page.locator('.findings button').first().waitFor();

  // Read in the wrong encoding by one click, as another batch; the one before stays as history.
  const before = new URL(page.url()).pathname;
  await page.getByLabel('Đọc lại bằng bảng mã').selectOption('VNI');
  await page.getByRole('button', { name: 'Đọc lại', exact: true }).first().click();
  await page.locator('.desk-notice').getByText('Tệp đang được đọc lại thành một lô mới.').waitFor();
  await page.waitForURL((url) => url.pathname !== before && url.pathname.startsWith('/desk/batches/'));
  await page.locator('.review-head').getByText('Chờ rà soát').waitFor({ timeout: 60_000 });
  await page.locator('.pane-sheet strong').getByText('VNI').waitFor();
  await page.getByRole('button', { name: 'Lịch sử' }).click();
  await page.getByRole('link', { name: 'Lần đọc trước của tệp này' }).click();
  await page.locator('.review-head').getByText('Đã loại').waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test(
  'a paused and a broken upload go on where they were, after a reload too, without choosing the file again',
  browserTest,
  async () => {
    const bytes = await s.nextSheet({});
    const { page, context } = await s.sit(HA, '/desk/upload');
    const open = await holdUploads(page);
    await page.locator('input[type="file"]').setInputFiles([zip('to-9_1-1000.zip', bytes)]);
    await page.getByRole('button', { name: 'Gửi 1 tệp' }).click();
    const row = line(page, 'to-9_1-1000.zip');
    const created = page.waitForResponse((reply) => reply.url().endsWith('/uploads') && reply.status() === 201);
    await row.getByText('Đang gửi').waitFor();
    await created;
    await row.getByRole('button', { name: 'Tạm dừng' }).click();
    await row.getByText('Tạm dừng, gửi tiếp được từ chỗ này').waitFor();

    await page.reload();
    await row.getByText('Tạm dừng, gửi tiếp được từ chỗ này').waitFor();
    await context.setOffline(true);
    await row.getByRole('button', { name: 'Gửi tiếp' }).click();
    await row.getByText('Mất kết nối, sẽ tự gửi tiếp').waitFor();
    open();
    await context.setOffline(false);
    await row.getByText('Chờ rà soát').waitFor({ timeout: 60_000 });
    const kept = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('diaba-uploads');
          opening.onsuccess = () => {
            const all = opening.result.transaction('files').objectStore('files').count();
            all.onsuccess = () => resolve(all.result);
          };
        }),
    );
    assert.equal(kept, 0, 'nothing of a received file stays in the browser');
    await context.close();
  },
);

test(
  'a file that is given up while it waits leaves nothing at the server, after a reload too',
  browserTest,
  async () => {
    const { page, context } = await s.sit(HA, '/desk/upload');
    await holdUploads(page);
    const created = page.waitForResponse((reply) => reply.url().endsWith('/uploads') && reply.status() === 201);
    await page.locator('input[type="file"]').setInputFiles([zip('to-8_1-1000.zip', await s.nextSheet({}))]);
    await page.getByRole('button', { name: 'Gửi 1 tệp' }).click();
    const row = line(page, 'to-8_1-1000.zip');
    const url = new URL((await (await created).headerValue('location'))!, s.origin).href;
    await row.getByRole('button', { name: 'Tạm dừng' }).click();
    await row.getByText('Tạm dừng, gửi tiếp được từ chỗ này').waitFor();
    await page.reload();
    const ended = page.waitForResponse((reply) => reply.request().method() === 'DELETE');
    await row.getByRole('button', { name: 'Huỷ' }).click();
    const reply = await ended;
    assert.deepEqual([reply.url(), reply.status()], [url, 204]);
    await row.waitFor({ state: 'detached' });
    await context.close();
  },
);

test('what is no shapefile ends with the reason in words; a cancelled file leaves nothing', browserTest, async () => {
  const { page, context } = await s.sit(HA, '/desk/upload');
  const input = page.locator('input[type="file"]');
  await input.setInputFiles([
    zip('hong.zip', Buffer.from('PK\u0003\u0004 no zip')),
    zip('thua.zip', Buffer.from('PK\u0003\u0004')),
  ]);
  await line(page, 'thua.zip').getByRole('button', { name: 'Bỏ khỏi danh sách' }).click();
  await line(page, 'thua.zip').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Gửi 1 tệp' }).click();
  const row = line(page, 'hong.zip');
  await row.getByText('Tệp bị từ chối').waitFor({ timeout: 60_000 });
  await row.getByRole('link', { name: 'Rà soát lô này' }).click();
  await page.locator('.findings').getByText(/zip/i).first().waitFor();
  const sheet = page.locator('.pane-sheet .sheet');
  await soon.equal(() => sheet.getByText('Chưa đọc đến.').count(), 2, 'neither encoding nor system was reached');
  await soon.equal(() => sheet.getByText(/chắc chắn|Tệp không khai/).count(), 0);
  await context.close();
});
