/** Files that could not become a batch: the list says why, and they can be put away. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browserTest } from '../../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../../server/testing/browser/desk-stage.ts';
import { soon } from '../../../server/testing/browser/soon.ts';
import { HA } from '../../../server/testing/review-app.ts';

let s: DeskStage;
before(async () => {
  if (!browserTest.skip) s = await openDeskStage();
});
after(() => s?.close());

test('a refused file says why in the list, and is put away with a reason', browserTest, async () => {
  const { batchId } = await s.t.bringIn({ rows: [] });
  assert.equal((await s.t.batch(batchId, HA)).status, 'refused');
  const { page, context, complaints } = await s.sit(HA, '/desk?queue=refused');
  const row = page.locator(`[data-row="${batchId}"]`);
  await row.getByText('Tệp không có bản ghi nào.').waitFor();
  await row.click();
  await page.locator('.pane-sheet').getByText('Hãy kiểm tra điều kiện lọc').waitFor();
  await page.goto(`${s.origin}/desk/batches/${batchId}`);
  await page.getByRole('button', { name: 'Cất đi' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do').fill('Gửi nhầm');
  await dialog.getByRole('button', { name: 'Cất đi' }).click();
  await page.locator('.desk-notice').filter({ hasText: 'Đã cất đi.' }).waitFor();
  const { status, reason } = await s.t.batch(batchId, HA);
  assert.deepEqual([status, reason], ['rejected', 'Gửi nhầm']);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a file that is no zip is named with what to do, and never sent', browserTest, async () => {
  const { page, context } = await s.sit(HA, '/desk/upload');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.locator('input[type="file"]').setInputFiles([
    { name: 'ghi chu.txt', mimeType: 'text/plain', buffer: Buffer.from('tờ 12') },
    { name: 'to-12.zip', mimeType: 'application/zip', buffer: Buffer.from('Rar!\u001a\u0007\u0000') },
  ]);
  const line = (name: string) => page.locator('.upload-line').filter({ hasText: name });
  await line('ghi chu.txt').getByText('Không gửi: loại tệp này không đọc được.').waitFor();
  await line('to-12.zip').getByText('bên trong không phải zip').waitFor();
  await soon.equal(() => page.getByRole('button', { name: /^Gửi/ }).count(), 0);
  await line('ghi chu.txt').getByRole('button', { name: 'Bỏ khỏi danh sách' }).click();
  await line('ghi chu.txt').waitFor({ state: 'detached' });
  assert.deepEqual(
    asked.filter((one) => one.includes('/uploads')),
    [],
  );
  await context.close();
});
