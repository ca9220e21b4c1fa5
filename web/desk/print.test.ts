/** The desk on paper: everything that is loaded, in black on white, without anything to press. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest } from '../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../server/testing/browser/desk-stage.ts';
import { soon } from '../../server/testing/browser/soon.ts';
import { BINH, HA } from '../../server/testing/review-app.ts';

const POPPLER = spawnSync('pdftotext', ['-v']).error === undefined;
const printTest = POPPLER || process.env.CI === '1' ? browserTest : { skip: 'poppler-utils is not installed' };

let s: DeskStage;
before(async () => {
  if (!printTest.skip) s = await openDeskStage();
});
after(() => s?.close());

/** Lines of text on the paper. */
async function linesOf(page: Page): Promise<string[]> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().replaceAll(/\s+/g, ' '));
}

test('a review is printed whole: findings, every record, the sheet, and when', printTest, async () => {
  const id = await s.bringSheet();
  const { page, context, complaints } = await s.sit(HA, `/desk/batches/${id}?record=3`);
  await page.locator('[data-row="3"]').waitFor();
  await page.getByRole('heading', { name: /Bản ghi 3/ }).waitFor();
  const lines = await linesOf(page);
  const has = (line: RegExp) =>
    assert.ok(
      lines.some((one) => line.test(one)),
      `${line}`,
    );
  has(/^Địa Bạ · In lúc \d\d:\d\d ngày .* · Người in: /);
  has(/^Phường Bắc Giang, tờ \d+ ◇ Chờ rà soát$/);
  has(/Bản ghi không có số thửa\. 1 bản ghi/);
  for (let no = 1; no <= 45; no += 1) has(new RegExp(`^${no} [●▲■✕] `));
  has(/^Bản ghi 3 tờ/);
  has(/^Người sử dụng /);
  for (const word of ['Lọc trong bảng', 'Xuất tệp', 'Việc khác', 'Tìm, đi tới', 'Trang sau'])
    assert.ok(!lines.some((one) => one.includes(word)), word);
  assert.ok(!lines.some((one) => one.startsWith('Bản in có')), 'all rows are there');
  await page.locator('.table-pages').getByText('trên 45').waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a list that is longer than what was fetched says so on paper', printTest, async () => {
  const id = await s.bringSheet();
  const { page, context } = await s.sit(HA, '/desk');
  await page.route(/\/records\?/, async (route) => {
    const reply = await route.fetch();
    const { total, ...rest } = (await reply.json()) as { total: number };
    await route.fulfill({ response: reply, json: { ...rest, total: total + 1955 } });
  });
  await page.goto(`${s.origin}/desk/batches/${id}`);
  await page.locator('[data-row="3"]').waitFor();
  const sentence = 'Bản in có 45 trong 2.000 dòng, là những dòng đã tải. Để có đủ, hãy xuất tệp.';
  await page
    .locator('.table-pages')
    .getByText(/trên 2\.000$/)
    .waitFor();
  const lines = await linesOf(page);
  assert.ok(lines.includes(sentence), lines.join('\n'));
  await context.close();
});

test(
  'a proposal is a paper to file: decision, land, findings, then the sample; black on white in the dark',
  printTest,
  async () => {
    const id = await s.bringSheet({ 3: { area: '460.0' } });
    await s.t.propose(id);
    const { page, context } = await s.sit(BINH, `/desk/batches/${id}`, { theme: 'dark' });
    await page.getByRole('heading', { name: 'Đề nghị vào sổ' }).waitFor();
    await page.locator('[data-row]').nth(5).waitFor();
    const lines = await linesOf(page);
    const at = (line: RegExp) => {
      const found = lines.findIndex((one) => line.test(one));
      assert.ok(found >= 0, `${line}`);
      return found;
    };
    const order = [/^Đề nghị vào sổ/, /^Số thửa 0 45 \+45/, /^▲ Cảnh báo/, /^Bản ghi rút ngẫu nhiên/].map(at);
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
    assert.equal(lines.filter((one) => /^\d+ [●▲] /.test(one)).length, 20);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = await page.evaluate(() =>
      ['body', '.pane-sheet h2', '.table-scroll td'].map((one) => getComputedStyle(document.querySelector(one)!).color),
    );
    assert.deepEqual(new Set(colours), new Set(['rgb(0, 0, 0)']));
    await soon.equal(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
    await context.close();
  },
);
