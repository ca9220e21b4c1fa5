/** Tables of the desk in a browser, over lists of the server: order, filter, columns, rows as one scrolls, export. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { readWorkbook } from '../../../server/spreadsheet/read-workbook.ts';
import { browserTest } from '../../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../../server/testing/browser/desk-stage.ts';
import { soon } from '../../../server/testing/browser/soon.ts';
import { ORIGIN } from '../../../server/testing/import/sheet-zip.ts';
import { HA, type Person } from '../../../server/testing/review-app.ts';

let s: DeskStage;
/** A batch of 3,000 records; 1,204 and 2,711 have the same number on one sheet. */
let big: string;
const MANY = 3000;
const [SIDE, COLUMNS] = [4, 60];
const [FIRST, DOUBLE] = [1204, 2711];

before(async () => {
  if (browserTest.skip) return;
  s = await openDeskStage();
  const [x0, y0] = [ORIGIN[0] + 700, ORIGIN[1]];
  const rows = Array.from({ length: MANY }, (_, i) => {
    const [x, y] = [x0 + (i % COLUMNS) * SIDE, y0 + Math.floor(i / COLUMNS) * SIDE];
    const ring = [
      [x, y],
      [x, y + SIDE],
      [x + SIDE, y + SIDE],
      [x + SIDE, y],
      [x, y],
    ] as const;
    // Numbers go down as records go up, so that the two orders differ.
    const parcelNo = i + 1 === DOUBLE ? String(MANY - FIRST + 1) : String(MANY - i);
    return { parcelNo, area: '16.0', sheetNo: '9', rings: [ring] };
  });
  big = (await s.t.bringIn({ origin: [x0, y0], rows })).batchId;
});
after(() => s?.close());

const firstNo = (page: Page) => page.locator('[data-row]').first().getAttribute('data-row');
const row = (page: Page, no: number) => page.locator(`[data-row="${no}"]`);
const total = (page: Page, text: RegExp) => page.locator('.table-pages').getByText(text).waitFor();
async function exported(page: Page, kind: string): Promise<{ name: string; path: string; bytes: Buffer }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Xuất tệp' }).click();
  await page.getByRole('menuitem', { name: kind }).click();
  const download = await downloading;
  const path = await download.path();
  return { name: download.suggestedFilename(), path, bytes: await readFile(path) };
}
/** Keeps the requests for records that a page makes. */
function watchRecords(page: Page): URL[] {
  const asked: URL[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.pathname.endsWith('/records')) asked.push(url);
  });
  return asked;
}

test('records are sorted, filtered without accents, and taken along as they are shown', browserTest, async () => {
  const id = await s.bringSheet({ 3: { area: '460.0', address: '=1+1 Thôn Ấm' } });
  const { page, context, complaints } = await s.sit(HA, `/desk/batches/${id}`);
  await row(page, 1).waitFor();
  assert.equal(await firstNo(page), '1');
  await page.getByRole('button', { name: 'DT hồ sơ (m²)' }).click();
  await page.locator('th[aria-sort="descending"]').waitFor();
  await page.waitForFunction(() => document.querySelector('[data-row]')?.getAttribute('data-row') === '3');
  await page.getByRole('button', { name: 'DT hồ sơ (m²)' }).click();
  await page.locator('th[aria-sort="ascending"]').waitFor();
  await page.getByRole('button', { name: 'DT hồ sơ (m²)' }).click();
  await page.waitForFunction(() => document.querySelector('[data-row]')?.getAttribute('data-row') === '1');
  await soon.equal(() => page.locator('th[aria-sort="ascending"], th[aria-sort="descending"]').count(), 0);
  await page.getByRole('button', { name: 'Cột', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Địa chỉ' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Địa chỉ' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('thon am');
  await total(page, /^1–1 trên 1$/);
  const csv = await exported(page, 'CSV');
  const lines = csv.bytes.toString('utf8').split('\r\n');
  assert.match(csv.name, /-records\.csv$/);
  assert.match(lines[0] ?? '', /^\uFEFFSố,Trạng thái,Tờ,/);
  assert.equal(lines.length, 3, 'head, one record, end');
  assert.match(lines[1] ?? '', /^3,Có cảnh báo,.*,'=1\+1 Thôn Ấm$/, 'what a spreadsheet would run is defused');
  const xlsx = await exported(page, 'Excel (XLSX)');
  const rows = [];
  for await (const { cells } of readWorkbook(xlsx.path)) rows.push(cells);
  assert.match(xlsx.name, /-records\.xlsx$/);
  assert.equal(rows.length, 2, 'head and one record');
  assert.deepEqual(rows[0]?.slice(0, 3), ['Số', 'Trạng thái', 'Tờ']);
  assert.deepEqual([rows[1]?.[0], rows[1]?.at(-1)], [3, '=1+1 Thôn Ấm'], 'a number, and a text that is no formula');
  await page.reload();
  await page.getByRole('button', { name: 'Địa chỉ' }).waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test(
  'of 3,000 records those are fetched that are looked at: the end by a key, by the wheel, back',
  browserTest,
  async () => {
    const { page, context, complaints } = await s.sit(HA, `/desk/batches/${big}`);
    const asked = watchRecords(page);
    await row(page, 1).waitFor();
    await total(page, /trên 3\.000$/);
    await soon.ok(async () => (await page.locator('[data-row]').count()) < 120, 'only what is seen is drawn');
    await row(page, 1).focus();
    await page.keyboard.press('End');
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '3000');
    assert.equal(new URL(page.url()).searchParams.get('record'), '3000');
    await soon.equal(() => row(page, 3000).getAttribute('aria-rowindex'), '3001');
    await total(page, /–3\.000 trên 3\.000$/);
    await page.keyboard.press('ArrowUp');
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-row') === '2999');
    await page.locator('.table-scroll').evaluate((body) => body.scrollTo(0, 34 * 1500));
    await row(page, 1502).waitFor();
    assert.equal(new URL(page.url()).searchParams.get('record'), '2999', 'looking chooses nothing');
    const fetched = asked.filter((url) => url.searchParams.has('start'));
    assert.ok(fetched.length < 12, `${fetched.length} pages for three places`);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test(
  'sorted otherwise the open record stays open and in view; a record from elsewhere is found in the list',
  browserTest,
  async () => {
    const { page, context, complaints } = await s.sit(HA, `/desk/batches/${big}?record=2500`);
    await row(page, 2500).waitFor();
    await soon.equal(() => row(page, 2500).getAttribute('aria-selected'), 'true');
    await page.getByRole('button', { name: 'Thửa', exact: true }).click();
    await page.locator('th[aria-sort="ascending"]').waitFor();
    // Number 501, and one number before it is taken by none.
    await page.waitForFunction(() => document.querySelector('[data-row="2500"]')?.getAttribute('data-index') === '499');
    assert.equal(new URL(page.url()).searchParams.get('record'), '2500');
    // By the letter to the next finding, which is on no page that is here.
    await page.keyboard.press('n');
    await page
      .locator('.pane-sheet')
      .getByRole('heading', { name: new RegExp(`Bản ghi ${DOUBLE}`) })
      .waitFor();
    await page.locator(`[data-row="${DOUBLE}"][aria-selected="true"]`).waitFor();
    await page.keyboard.press('n');
    await page.locator(`[data-row="${FIRST}"][aria-selected="true"]`).waitFor();
    // A finding narrows the list to its two, in the same order.
    await page
      .locator('.findings button')
      .filter({ hasText: /trùng|cùng/i })
      .first()
      .click();
    await total(page, /^1–2 trên 2$/);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('a record that the filter leaves out is open all the same, and the list says so', browserTest, async () => {
  const { page, context } = await s.sit(HA, `/desk/batches/${big}?record=77&status=blocked`);
  await page
    .locator('.pane-sheet')
    .getByRole('heading', { name: /Bản ghi 77/ })
    .waitFor();
  await page.getByText('Bản ghi 77 không nằm trong danh sách đang lọc.').waitFor();
  await total(page, /trên 2$/);
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await row(page, 77).waitFor();
  await total(page, /trên 3\.000$/);
  await page.getByText('không nằm trong danh sách').waitFor({ state: 'detached' });
  await context.close();
});

test(
  'an export holds every row of the filter in its order, tells how far it is, and can be stopped',
  browserTest,
  async () => {
    const { page, context, complaints } = await s.sit(HA, `/desk/batches/${big}`);
    await row(page, 1).waitFor();
    await total(page, /trên 3\.000$/);
    await page.getByRole('button', { name: 'Thửa', exact: true }).click();
    await page.locator('th[aria-sort="ascending"]').waitFor();
    const { bytes } = await exported(page, 'CSV');
    const lines = bytes.toString('utf8').trimEnd().split('\r\n');
    assert.equal(lines.length, MANY + 1, 'the head and every record');
    assert.match(lines[1] ?? '', /^3000,/);
    assert.match(lines.at(-1) ?? '', /^1,/);
    assert.equal(new Set(lines.map((line) => line.split(',')[0])).size, MANY + 1);

    const gate = Promise.withResolvers<void>();
    await page.route('**/records?**cursor=**', async (route) => {
      await gate.promise;
      await route.continue().catch(() => undefined);
    });
    await page.getByRole('button', { name: 'Xuất tệp' }).click();
    await page.getByText('Mỗi tệp nhiều nhất 200.000 dòng').waitFor();
    await page.getByRole('menuitem', { name: 'CSV' }).click();
    await page.getByText('Đã lấy 500 trên 3.000 dòng').waitFor();
    let saved = 0;
    page.on('download', () => {
      saved += 1;
    });
    await page.getByRole('button', { name: 'Dừng' }).click();
    await page.getByText('Đã lấy').waitFor({ state: 'detached' });
    gate.resolve();
    await page.unroute('**/records?**cursor=**');
    await exported(page, 'CSV');
    assert.equal(saved, 1, 'what was stopped is not saved');
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('who may not see persons has no order by them', browserTest, async () => {
  const auditor: Person = { role: 'auditor', communes: ['*'], sub: 'kiem-toan' };
  const { page, context, complaints } = await s.sit(auditor, `/desk/batches/${big}`);
  await row(page, 1).waitFor();
  await page.getByRole('button', { name: 'Cột', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Người sử dụng' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Người sử dụng' }).waitFor();
  await soon.equal(() => page.getByRole('button', { name: 'Người sử dụng' }).count(), 0);
  await soon.equal(() => page.locator('td').filter({ hasText: 'Hư Cấu' }).count(), 0);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('the campaign is narrowed and sorted by the server, and tells how far each commune is', browserTest, async () => {
  const { page, context, complaints } = await s.sit(HA, '/desk/campaign');
  await page.locator('[data-row]').first().waitFor();
  await page.getByText(/0 trên \d+ tờ đã vào sổ, ở 1 xã, phường/).waitFor();
  await page.getByRole('button', { name: 'Bản ghi', exact: true }).click();
  await page.locator('th[aria-sort="descending"]').waitFor();
  await page.waitForFunction(() => document.querySelector('[data-row]')?.getAttribute('data-row')?.endsWith('/9'));
  // Both chosen and read in one turn: a list that falls back for a moment looks untouched, and the next choice loses the first.
  const [state, commune, place] = await page.evaluate(() => {
    const [status, where] = ['Trạng thái', 'Xã, phường'].map(
      (label) => document.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`)!,
    );
    const choose = (list: HTMLSelectElement, value: string) => {
      list.value = value;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const code = where!.options[where!.options.length - 1]!.value;
    choose(status!, 'promoted');
    choose(where!, code);
    return [status!.value, where!.value, code];
  });
  assert.deepEqual([state, commune], ['promoted', place]);
  await page.waitForURL(
    ({ searchParams }) => searchParams.get('state') === 'promoted' && searchParams.get('commune') === place,
  );
  await page.getByText('Không có dòng nào khớp').waitFor();
  await page.getByRole('combobox', { name: 'Trạng thái' }).selectOption('validated');
  await page.locator('[data-row$="/9"]').dblclick();
  await page.waitForURL(`**/desk/batches/${big}`);
  assert.deepEqual(complaints, []);
  await context.close();
});
