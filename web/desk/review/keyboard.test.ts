/** The whole of a review by keyboard alone: no pointer touches the page. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest } from '../../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../../server/testing/browser/desk-stage.ts';
import { soon } from '../../../server/testing/browser/soon.ts';
import { BINH, HA } from '../../../server/testing/review-app.ts';

let s: DeskStage;
before(async () => {
  if (!browserTest.skip) s = await openDeskStage();
});
after(() => s?.close());

/** Presses Tab until what has the focus fits; a page on which it never does is not usable by keyboard. */
async function tabTo(page: Page, fits: string): Promise<void> {
  for (let i = 0; i < 80; i += 1) {
    const found = await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, fits);
    if (found) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never comes to ${fits}`);
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
const notice = (page: Page, text: RegExp) => page.locator('.desk-notice').filter({ hasText: text }).waitFor();
const heading = (page: Page, name: RegExp) => page.locator('.pane-sheet').getByRole('heading', { name }).waitFor();

test('an officer puts a batch right and proposes it; an approver registers it', browserTest, async () => {
  const id = await s.bringSheet({ 7: { parcelNo: '6' }, 15: { address: 'Thôn Thanh Ấm' }, 20: { parcelNo: '' } });
  const { page, context, complaints } = await s.sit(HA, '/desk');
  await page.locator('[data-row]').first().waitFor();
  await tabTo(page, '[data-row]');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/desk/batches/${id}**`);
  await page.locator('[data-row="45"]').or(page.locator('[data-row="1"]')).first().waitFor();

  // From finding to finding by letters.
  await page.keyboard.press('n');
  await heading(page, /Bản ghi 6/);
  await page.keyboard.press('n');
  await heading(page, /Bản ghi 7/);
  await page.keyboard.press('x');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('Trùng với thửa 6');
  await page.keyboard.press('Control+Enter');
  await notice(page, /Đã để 1 bản ghi ra ngoài/);

  // What was typed in a dialog is no shortcut, and Escape leaves it without a action.
  await page.keyboard.press('n');
  await heading(page, /Bản ghi 20/);
  await page.keyboard.press('e');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('e');
  await page.getByLabel('Giá trị sẽ vào sổ').waitFor();
  await page.keyboard.type('99');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Theo sổ mục kê');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await notice(page, /Đã sửa bản ghi 20/);

  // Along the rows to the record with a correction.
  await page.keyboard.press('F6');
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus());
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowUp');
  await heading(page, /Bản ghi 15/);
  await page.keyboard.press('r');
  await notice(page, /Đã bỏ sửa đổi của bản ghi 15/);
  await page.keyboard.press('Control+z');
  await notice(page, /trở về như cũ/);

  await tabTo(page, '.step-bar .primary');
  assert.equal(await focused(page), 'Đề nghị vào sổ');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Control+Enter');
  await notice(page, /Đã đề nghị/);
  assert.deepEqual(complaints, []);

  const second = await s.sit(BINH, '/desk');
  await second.page.locator('[data-row]').first().waitFor();
  await second.page.keyboard.press('Control+k');
  await second.page.getByRole('combobox').waitFor();
  await second.page.keyboard.type('cho duyet');
  await second.page.keyboard.press('Enter');
  await second.page.waitForURL(`**/desk/batches/${id}**`);
  await second.page.getByRole('heading', { name: 'Đề nghị vào sổ' }).waitFor();
  await tabTo(second.page, '.step-bar .primary');
  await second.page.keyboard.press('Enter');
  await second.page.getByRole('dialog').waitFor();
  await second.page.keyboard.press('Enter');
  await notice(second.page, /Đã vào sổ 44 thửa đất/);
  assert.equal((await s.t.batch(id, BINH)).status, 'promoted');
  assert.deepEqual(second.complaints, []);
  await context.close();
  await second.context.close();
});

test(
  'the panes are resized and remembered; F6 goes from one to the next; single letters can be turned off',
  browserTest,
  async () => {
    const id = await s.bringSheet();
    const { page, context } = await s.sit(HA, `/desk/batches/${id}`);
    await page.locator('[data-row]').first().waitFor();
    const splitter = page.getByRole('separator', { name: 'Độ rộng của danh sách' });
    const before = Number(await splitter.getAttribute('aria-valuenow'));
    await tabTo(page, '[role="separator"]');
    await page.keyboard.press('ArrowRight');
    await soon.equal(async () => Number(await splitter.getAttribute('aria-valuenow')), before + 2);
    await page.reload();
    await page.locator('[data-row]').first().waitFor();
    await soon.equal(async () => Number(await splitter.getAttribute('aria-valuenow')), before + 2);
    const pane = () => page.evaluate(() => document.activeElement?.closest<HTMLElement>('.pane')?.dataset.pane);
    const visited = [];
    for (let i = 0; i < 4; i += 1) {
      await page.keyboard.press('F6');
      visited.push(await pane());
    }
    assert.deepEqual(visited.sort(), ['list', 'list', 'map', 'sheet']);
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Hướng dẫn và phím tắt' });
    await help.waitFor();
    await soon.equal(
      () => help.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')).join()),
      '/guides/start,/guides/officer,/guides',
    );
    await tabTo(page, 'input[type="checkbox"]');
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('n');
    await page.keyboard.press('?');
    await help.waitFor();
    assert.equal(new URL(page.url()).searchParams.get('record'), null);
    await context.close();
  },
);
