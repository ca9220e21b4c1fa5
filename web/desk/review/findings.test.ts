/** What a finding's list says and where it leads: true titles and counts, a way back, and the desk's own words. */
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

const group = (page: Page, text: RegExp) => page.locator('.findings button').filter({ hasText: text });
const sheet = (page: Page) => page.locator('.pane-sheet');
const rows = (page: Page, wanted: number) =>
  page.waitForFunction((n) => document.querySelectorAll('[data-row]').length === n, wanted);

test('leaving out all records of a finding ends in a true sentence with ways back', browserTest, async () => {
  const id = await s.bringSheet({ 7: { parcelNo: '6' } });
  const { page, context, complaints } = await s.sit(HA, `/desk/batches/${id}`);
  await group(page, /cùng số tờ và số thửa/).click();
  await rows(page, 2);
  await page.getByRole('button', { name: 'Để ra ngoài cả 2' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('2 bản ghi đang có phát hiện này').waitFor();
  await dialog.getByLabel('Lý do').fill('Trùng số, chờ đối soát');
  await dialog.getByRole('button', { name: 'Để ra ngoài' }).click();
  const state = page.locator('.list-state[data-kind="empty"]');
  await state.getByText('Không còn bản ghi nào có phát hiện này.').waitFor();
  await soon.doesNotMatch(() => page.locator('.pane-list').textContent(), /nhận xét về cả tệp/);
  await state.getByRole('button', { name: 'Xem 2 bản ghi để ngoài' }).click();
  await rows(page, 2);
  await page.locator('[data-row="7"]').click();
  await sheet(page).getByRole('button', { name: 'Đưa trở lại' }).waitFor();
  await page.goto(`${s.origin}/desk/batches/${id}?code=key.duplicate`);
  await state.getByRole('button', { name: 'Xem mọi bản ghi' }).click();
  await page.locator('[data-row="1"]').waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('the title of a group is about all of it, and its number says what it counts', browserTest, async () => {
  const id = await s.bringSheet({ 7: { parcelNo: '6' }, 12: { landUse: 'ZZZ' }, 13: { landUse: 'QQQ' } });
  const { page, context } = await s.sit(HA, `/desk/batches/${id}`);
  await soon.match(() => group(page, /cùng số tờ/).textContent(), /số thửa\.2 bản ghi$/);
  await soon.match(
    async () => (await group(page, /không có trong danh mục/).textContent()) ?? '',
    /không có trong danh mục(?!:).*2 bản ghi$/,
  );
  await s.t.post(`/api/batches/${id}/exclude`, { recordNos: [12], reason: 'Chờ hỏi lại' }, HA);
  await page.reload();
  await group(page, /không có trong danh mục/)
    .getByText('còn 1 trong 2 bản ghi')
    .waitFor();
  await context.close();
});

test('no sentence of the desk speaks of the command line', browserTest, async () => {
  const id = await s.bringSheet({ 20: { parcelNo: '' } });
  await s.t.query(
    `insert into staging.finding (batch_id, record_no, code, severity, detail) values ($1, null, 'projection.prj_missing', 'info', '{"srid": 9214}')`,
    [id],
  );
  const { page, context } = await s.sit(HA, `/desk/batches/${id}?record=20`);
  await sheet(page).getByText('Hãy sửa tại đây theo sổ địa chính, hoặc để bản ghi ra ngoài.').waitFor();
  await page.goto(`${s.origin}/desk/batches/${id}?view=file`);
  await sheet(page).getByText('hãy mở mặt “Tệp” và đọc lại').waitFor();
  await soon.doesNotMatch(() => page.locator('body').textContent(), /--srid|nhập lại/);
  await context.close();
});

test('each number an approver is shown leads to the records behind it', browserTest, async () => {
  const id = await s.bringSheet({ 3: { area: '460.0' }, 9: {}, 15: { address: 'Thôn Thanh Ấm' } });
  const edit = { field: 'legalAreaM2', value: 401, reason: 'Theo giấy tờ' };
  assert.equal((await s.t.post(`/api/batches/${id}/corrections`, { recordNo: 5, edit }, HA)).statusCode, 200);
  assert.equal(
    (await s.t.post(`/api/batches/${id}/exclude`, { recordNos: [9, 10], reason: 'Chưa đo' }, HA)).statusCode,
    200,
  );
  await s.t.propose(id);
  const { page, context, complaints } = await s.sit(BINH, `/desk/batches/${id}`);
  const numbers = async () =>
    (await page.locator('[data-row]').evaluateAll((all) => all.map((row) => row.getAttribute('data-row')))).sort();
  const leadsTo = async (name: RegExp, wanted: string[]) => {
    await sheet(page).getByRole('link', { name }).click();
    await rows(page, wanted.length);
    assert.deepEqual(await numbers(), wanted);
    await page.goBack();
    await sheet(page).getByRole('heading', { name: 'Đề nghị vào sổ' }).waitFor();
  };
  await leadsTo(/^2 sửa đổi có hiệu lực$/, ['15', '5']);
  await leadsTo(/^1 sửa bằng tay$/, ['5']);
  await leadsTo(/^Để ngoài: 2$/, ['10', '9']);
  await leadsTo(/^Diện tích tính .* 1 lần$/, ['3']);
  // A no is beside the yes, not in a menu.
  await page.locator('.review-head').getByRole('button', { name: 'Trả lại' }).waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});
