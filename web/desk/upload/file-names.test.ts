/** Names as telephones and web pages give them: with pictures made of several, and with marks that nobody sees. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browserTest } from '../../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../../server/testing/browser/desk-stage.ts';
import { HA } from '../../../server/testing/review-app.ts';

let s: DeskStage;
before(async () => {
  if (!browserTest.skip) s = await openDeskStage();
});
after(() => s?.close());

test('a file is taken whatever its name, and called by what can be seen of it', browserTest, async () => {
  const { page, context, complaints } = await s.sit(HA, '/desk/upload');
  const names = ['👨‍👩‍👧 Tờ 12 1-1000.zip', '\u200b\u202aTờ\u200d 13 1-1000.zip', `${'tờ '.repeat(80)}14 1-1000.zip`];
  const files = [];
  for (const name of names) files.push({ name, mimeType: 'application/zip', buffer: await s.nextSheet() });
  await page.locator('input[type=file]').setInputFiles(files);
  const send = page.getByRole('button', { name: 'Gửi 3 tệp' });
  await send.waitFor();
  const sheets = await page
    .getByLabel('Số tờ')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  for (const sheet of ['12', '13', '14']) assert.ok(sheets.includes(sheet), sheet);
  await send.click();
  const lines = page.locator('.upload-line');
  await lines.getByRole('link').nth(2).waitFor({ timeout: 60_000 });
  const shown = await lines.locator('.upload-name strong').allTextContents();
  assert.deepEqual(shown.slice(0, 2), ['👨‍👩‍👧 Tờ 12 1-1000.zip', 'Tờ 13 1-1000.zip']);
  assert.match(shown[2] ?? '', /^tờ tờ .*….*14 1-1000\.zip$/);
  assert.deepEqual(complaints, []);
  await context.close();
});
