/** Two people at the same batch, and somebody of another commune. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest } from '../../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../../server/testing/browser/desk-stage.ts';
import { soon } from '../../../server/testing/browser/soon.ts';
import { ORIGIN, squareAt } from '../../../server/testing/import/sheet-zip.ts';
import { BINH, HA, type Person, STRANGER } from '../../../server/testing/review-app.ts';

let s: DeskStage;
before(async () => {
  if (!browserTest.skip) s = await openDeskStage();
});
after(() => s?.close());

const CHI: Person = { role: 'approver', sub: 'chi' };
const notice = (page: Page, text: RegExp) => page.locator('.desk-notice').filter({ hasText: text }).waitFor();

test('what one registers appears on the screen and the map of the other without a reload', browserTest, async () => {
  const id = await s.bringSheet({});
  const officer = await s.sit(HA, `/desk/batches/${id}`);
  await officer.page.getByRole('button', { name: 'Đề nghị vào sổ' }).click();
  await officer.page.getByRole('dialog').getByRole('button', { name: 'Đề nghị vào sổ' }).click();
  await notice(officer.page, /Đã đề nghị/);
  await officer.page.getByText('Bạn đã đề nghị; người khác phải quyết định.').waitFor();
  await officer.page.waitForSelector('.map-target[data-pending="0"] canvas');

  const approver = await s.sit(BINH, '/desk');
  await approver.page.locator('[data-row]').first().dblclick();
  const land = approver.page.locator('.land tr').filter({ hasText: 'Số thửa' });
  await soon.match(() => land.textContent(), /\+45/);
  // The records drawn by lot.
  await approver.page.waitForFunction(() => document.querySelectorAll('[data-row]').length === 20);
  await approver.page.getByRole('button', { name: 'Trước', exact: true }).click();
  await approver.page.getByRole('button', { name: 'Vào sổ 45 thửa' }).click();
  const tile = officer.page.waitForResponse(
    (reply) => /\/tiles\/parcels\//.test(reply.url()) && reply.status() === 200,
  );
  await approver.page.getByRole('dialog').getByRole('button', { name: 'Vào sổ' }).click();
  await notice(approver.page, /Đã vào sổ 45 thửa đất/);
  await officer.page.locator('.review-head').getByText('Đã vào sổ').waitFor();
  await tile;
  assert.deepEqual([officer.complaints, approver.complaints], [[], []]);
  await officer.context.close();
  await approver.context.close();
});

test(
  'two approvers at once: one registers, the other hears the state and what is left to do',
  browserTest,
  async () => {
    const id = await s.bringSheet({});
    await s.t.propose(id);
    const both = [await s.sit(BINH, `/desk/batches/${id}`), await s.sit(CHI, `/desk/batches/${id}`)];
    for (const { page } of both) await page.getByRole('button', { name: /^Vào sổ 45/ }).click();
    await Promise.all(both.map(({ page }) => page.getByRole('dialog').getByRole('button', { name: 'Vào sổ' }).click()));
    const said = await Promise.all(both.map(({ page }) => page.locator('.desk-notice p').textContent()));
    assert.deepEqual(
      said.map((text) => /Đã vào sổ 45 thửa đất/.test(text ?? '')).sort(),
      [false, true],
      said.join(' | '),
    );
    assert.ok(
      said.some((text) => /trạng thái “Đã vào sổ”/.test(text ?? '')),
      said.join(' | '),
    );
    for (const { context } of both) await context.close();
  },
);

test('what was registered is taken back by two people, and leaves every map', browserTest, async () => {
  const id = await s.bringSheet({});
  const dealingId = await s.t.propose(id);
  assert.equal((await s.t.post(`/api/batches/${id}/promote`, { dealingId }, BINH)).statusCode, 200);
  const first = await s.sit(HA, `/desk/batches/${id}`);
  await first.page.getByRole('button', { name: 'Việc khác' }).click();
  await first.page.getByRole('menuitem', { name: 'Đề nghị thu hồi' }).click();
  await first.page.getByRole('dialog').getByLabel('Lý do').fill('Sai tờ bản đồ');
  await first.page.getByRole('dialog').getByRole('button', { name: 'Đề nghị thu hồi' }).click();
  await notice(first.page, /Đã đề nghị thu hồi/);
  const second = await s.sit(BINH, `/desk/batches/${id}`);
  await second.page.getByRole('heading', { name: 'Đề nghị thu hồi' }).waitFor();
  await second.page.getByRole('button', { name: 'Thu hồi', exact: true }).click();
  await second.page.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
  await notice(second.page, /Đã thu hồi cả lô/);
  await first.page.locator('.review-head').getByText('Đã thu hồi').waitFor();
  await first.context.close();
  await second.context.close();
});

test('a sheet that comes again is shown as a difference, and new boundaries rest on a paper', browserTest, async () => {
  const [x, y] = [ORIGIN[0] + 2_000, ORIGIN[1] + 600];
  const rows = [0, 1, 2].map((i) => ({ sheetNo: '611', rings: [squareAt([x, y], i)] }));
  const first = await s.t.bringIn({ rows });
  const dealingId = await s.t.propose(first.batchId);
  assert.equal((await s.t.post(`/api/batches/${first.batchId}/promote`, { dealingId }, BINH)).statusCode, 200);
  const ring = [
    [x, y],
    [x, y + 18],
    [x + 20, y + 18],
    [x + 20, y],
    [x, y],
  ] as const;
  const { batchId } = await s.t.bringIn({
    rows: [{ ...rows[0], rings: [ring] }, { ...rows[1], landUse: 'CLN' }, { ...rows[2] }],
  });
  const { page, context, complaints } = await s.sit(HA, `/desk/batches/${batchId}`);
  const counts = page.locator('.difference-counts tr');
  await counts.filter({ hasText: 'Ranh giới khác' }).getByText('1', { exact: true }).waitFor();
  await counts.getByRole('button', { name: 'Không đổi: không làm gì' }).waitFor();
  await counts.getByRole('button', { name: 'Ranh giới khác: thành hồ sơ đo đạc lại' }).click();
  await page.waitForFunction(() => document.querySelectorAll('[data-row]').length === 1);
  await page.locator('[data-row]').first().click();
  const table = page.locator('.difference table');
  await table
    .locator('[data-differs="true"]')
    .filter({ hasText: /^Ranh giới.*400.*360/ })
    .waitFor();
  await page.getByRole('button', { name: 'Đề nghị vào sổ' }).click();
  const dialog = page.getByRole('dialog');
  const send = dialog.getByRole('button', { name: 'Đề nghị vào sổ' });
  await send.click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Số giấy tờ').fill('12/ĐĐ');
  await dialog.getByLabel('Ngày giấy tờ').fill('2026-01-15');
  await send.click();
  await notice(page, /Đã đề nghị/);
  const second = await s.sit(BINH, `/desk/batches/${batchId}`);
  await second.page.getByText('Ranh giới mới dựa trên tài liệu 12/ĐĐ ngày 15/01/2026.').waitFor();
  assert.deepEqual([complaints, second.complaints], [[], []]);
  await context.close();
  await second.context.close();
});

test('who proposed cannot register it, and can take it back', browserTest, async () => {
  const id = await s.bringSheet({});
  await s.t.propose(id);
  const { page, context } = await s.sit({ role: ['officer', 'approver'], sub: 'ha' }, `/desk/batches/${id}`);
  await page.getByText('Bạn đã đề nghị; người khác phải quyết định.').waitFor();
  await soon.equal(() => page.getByRole('button', { name: /^Vào sổ/ }).count(), 0);
  await page.locator('.review-head').getByRole('button', { name: 'Rút đề nghị' }).click();
  await page.getByRole('dialog').getByLabel('Lý do').fill('Còn phải xem lại');
  await page.getByRole('dialog').getByRole('button', { name: 'Rút đề nghị' }).click();
  await notice(page, /Đã trả lại/);
  await page.getByRole('button', { name: 'Đề nghị vào sổ' }).waitFor();
  await context.close();
});

test('an officer of another commune sees none of it, by list, palette, address or map', browserTest, async () => {
  const id = await s.bringSheet();
  const { page, context } = await s.sit(STRANGER, '/desk');
  await page.getByText('Không còn việc nào ở hàng này.').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Bắc Giang');
  // The commune itself is public; the sheet brought in for it is not.
  await page.getByRole('option', { name: 'Phường Bắc Giang' }).waitFor();
  // Two words may be a name: that is asked for on a page of its own, for a purpose.
  await soon.equal(() => page.getByRole('option').filter({ hasNotText: 'Tìm người sử dụng đất' }).count(), 1);
  await page.getByRole('combobox').fill('không đâu');
  await page.getByText('Không có gì khớp.').waitFor();
  await page.goto(`${s.origin}/desk/campaign`);
  await page.getByText('Chưa có tờ bản đồ nào được đưa vào.').waitFor();
  await page.goto(`${s.origin}/desk/batches/${id}`);
  await page.getByText('Không tìm thấy.').waitFor();
  await page.getByRole('link', { name: 'Về việc của tôi' }).click();
  await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
  const tile = await context.request.get(`${s.origin}/tiles/staging/${id}/16/52101/28804.mvt`);
  assert.equal(tile.status(), 404);
  await context.close();
});

test('a role without the right, a broken line and an empty queue each say what to do', browserTest, async () => {
  const auditor = await s.sit({ role: 'auditor', sub: 'kiem' }, '/desk/upload');
  await auditor.page.getByText('Vai trò của bạn không đưa tệp vào được.').waitFor();
  await auditor.context.close();

  const citizen = await s.sit({ role: 'citizen', communes: [], sub: 'dan' }, '/desk');
  await soon.match(() => citizen.page.locator('body').textContent(), /quyền/i);
  await citizen.context.close();

  const { page, context } = await s.sit(HA, '/desk/campaign');
  await page.locator('[data-row]').first().waitFor();
  await context.setOffline(true);
  await page.getByText('Đang mất mạng.').waitFor();
  await soon.ok(async () => (await page.locator('[data-row]').count()) > 0, 'what was loaded stays');
  await context.setOffline(false);
  await page.getByText('Đang mất mạng.').waitFor({ state: 'detached' });
  await page.route('**/api/campaign/communes', (route) =>
    route.fulfill({
      status: 429,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: '/', title: 'x', status: 429, code: 'rate.limited', detail: 'Hãy đợi một phút.' }),
    }),
  );
  await page.reload();
  await page.getByText('Hãy đợi một phút.').waitFor();
  await page.unroute('**/api/campaign/communes');
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await page.locator('[data-row]').first().waitFor();
  await context.close();
});
