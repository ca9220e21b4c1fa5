/** Tables of the desk in a browser: sorting, filter, columns, pages, export. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest } from '../../../server/testing/browser.ts';
import { type DeskStage, openDeskStage } from '../../../server/testing/desk-stage.ts';
import { HA } from '../../../server/testing/review-app.ts';

let s: DeskStage;
before(async () => {
  if (!browserTest.skip) s = await openDeskStage();
});
after(() => s?.close());

const firstNo = (page: Page) => page.locator('[data-row]').first().getAttribute('data-row');
async function exported(page: Page, kind: string): Promise<{ name: string; bytes: Buffer }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Xuất tệp' }).click();
  await page.getByRole('menuitem', { name: kind }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('records are sorted, filtered without accents, and taken along as they are shown', browserTest, async () => {
  const id = await s.bringSheet({ 3: { area: '460.0', address: '=1+1' } });
  const { page, context, complaints } = await s.sit(HA, `/desk/batches/${id}`);
  await page.locator('[data-row]').first().waitFor();
  assert.equal(await firstNo(page), '1');
  await page.getByRole('button', { name: 'DT hồ sơ (m²)' }).click();
  await page.locator('th[aria-sort="descending"]').or(page.locator('th[aria-sort="ascending"]')).first().waitFor();
  if ((await page.locator('th[aria-sort="ascending"]').count()) > 0)
    await page.getByRole('button', { name: /DT hồ sơ/ }).click();
  await page.locator('th[aria-sort="descending"]').waitFor();
  assert.equal(await firstNo(page), '3', 'the largest first');
  await page.getByRole('button', { name: 'Cột' }).click();
  await page.getByRole('checkbox', { name: 'Địa chỉ' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Địa chỉ' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('co canh bao');
  await page.getByText('1–1 trên 1 (lọc từ 45)').waitFor();
  const csv = await exported(page, 'CSV');
  const lines = csv.bytes.toString('utf8').split('\r\n');
  assert.match(csv.name, /-records\.csv$/);
  assert.match(lines[0] ?? '', /^\uFEFFSố,Trạng thái,Tờ,/);
  assert.equal(lines.length, 3, 'head, one record, end');
  assert.match(lines[1] ?? '', /^3,Có cảnh báo,.*,'=1\+1$/, 'what a spreadsheet would run is defused');
  const xlsx = await exported(page, 'Excel (XLSX)');
  assert.equal(xlsx.bytes.subarray(0, 2).toString(), 'PK');
  assert.ok(xlsx.bytes.includes('xml:space="preserve">=1+1</t>'), 'a text, no formula');
  await page.reload();
  await page.getByRole('button', { name: 'Địa chỉ' }).waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('many rows come in pages, and only those that are seen are drawn', browserTest, async () => {
  const many = Array.from({ length: 600 }, (_, i) => ({
    id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    version: 1,
    status: 'promoted',
    kind: 'parcels',
    sourceName: `to-${i}.zip`,
    attempt: 1,
    commune: { code: '07210', name: 'Phường Bắc Giang' },
    sheets: [String(i + 1)],
    counts: { read: 3, valid: 3, warned: 0, blocked: 0, refused: 0, ignored: 0 },
    open: { errors: 0, warnings: 0, infos: 0 },
    owner: { id: 'ha', name: 'Hà' },
    proposedBy: null,
    createdAt: '2026-01-01T00:00:00Z',
    changedAt: '2026-01-01T00:00:00Z',
  }));
  const { page, context } = await s.sit(HA, '/desk/upload');
  await page.route('**/api/batches?**', (route) => route.fulfill({ json: { items: many, nextCursor: null } }));
  await page.goto(`${s.origin}/desk/campaign`);
  await page.getByText('1–50 trên 600').waitFor();
  await page.getByRole('button', { name: 'Trang sau' }).click();
  await page.getByText('51–100 trên 600').waitFor();
  await page.getByRole('combobox', { name: 'Số dòng một trang' }).selectOption('Tất cả');
  await page.getByText('1–600 trên 600').waitFor();
  assert.ok((await page.locator('[data-row]').count()) < 150);
  await page.locator('[data-row]').first().focus();
  await page.keyboard.press('End');
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '07210/600');
  // Sorted the other way round, the last row is the first that came.
  await page.getByRole('button', { name: 'Tờ', exact: true }).click();
  await page.locator('th[aria-sort="descending"]').or(page.locator('th[aria-sort="ascending"]')).waitFor();
  if ((await page.locator('th[aria-sort="ascending"]').count()) > 0)
    await page.getByRole('button', { name: /^Tờ/ }).click();
  await page.locator('th[aria-sort="descending"]').waitFor();
  await page.locator('.table-scroll').evaluate((body) => body.scrollTo(0, 0));
  await page.locator('[data-row="07210/600"]').focus();
  await page.keyboard.press('End');
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '07210/1');
  await context.close();
});
