/** Twenty files of one commune: said once, by keyboard, and taken back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browserTest } from '../../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../../server/testing/browser/desk-stage.ts';
import { COMMUNE } from '../../../server/testing/import/open-import.ts';
import { HA } from '../../../server/testing/review-app.ts';

/** A second commune to serve: with one there would be nothing to choose. */
const OTHER = '99001';

let s: DeskStage;
before(async () => {
  if (!browserTest.skip) s = await openDeskStage();
});
after(() => s?.close());

test('what many files have in common is said once: in the gaps, or over all of them', browserTest, async () => {
  const { page, context, complaints } = await s.sit({ ...HA, communes: [COMMUNE, OTHER] }, '/desk/upload');
  const names = Array.from({ length: 18 }, (_, i) => `so do ${i + 1}.zip`);
  await page.locator('input[type="file"]').setInputFiles(
    [`${OTHER}_to-1_1-500.zip`, ...names, 'cuoi.zip'].map((name) => ({
      name,
      mimeType: 'application/zip',
      buffer: Buffer.from(`PK\u0003\u0004 ${name}`),
    })),
  );
  await page.getByRole('button', { name: 'Gửi 1 tệp' }).waitFor();
  const all = page.getByRole('form', { name: 'Mọi tệp chưa gửi' });
  const values = (label: string) =>
    page
      .locator('.uploads')
      .getByLabel(label)
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

  await all.getByLabel('Xã, phường').selectOption(COMMUNE);
  await all.getByLabel('Xã, phường').press('Tab');
  await page.keyboard.type('1000');
  await page.keyboard.press('Enter');
  await page.locator('.desk-notice').getByText('Đã điền cho 19 tệp.').waitFor();
  await page.getByRole('button', { name: 'Gửi 20 tệp' }).waitFor();
  assert.deepEqual(await values('Xã, phường'), [OTHER, ...Array.from({ length: 19 }, () => COMMUNE)]);
  assert.deepEqual(await values('Mẫu số tỷ lệ'), ['500', ...Array.from({ length: 19 }, () => '1000')]);

  await all.getByRole('button', { name: 'Dùng cho tất cả' }).press('Enter');
  await page.locator('.desk-notice').getByText('Đã điền cho 1 tệp.').waitFor();
  assert.deepEqual(new Set(await values('Xã, phường')), new Set([COMMUNE]));
  assert.deepEqual(new Set(await values('Mẫu số tỷ lệ')), new Set(['1000']));
  assert.equal((await values('Số tờ'))[0], '1', 'a sheet is one file’s own');
  await page.locator('.desk-notice').getByRole('button', { name: 'Hoàn tác' }).click();
  assert.deepEqual((await values('Xã, phường')).slice(0, 2), [OTHER, COMMUNE]);
  assert.equal((await values('Mẫu số tỷ lệ'))[0], '500');
  assert.deepEqual(complaints, []);
  await context.close();
});
