/** The review of a batch in a real browser: list, map and sheet move together; every action can be taken back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest } from '../../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../../server/testing/browser/desk-stage.ts';
import { soon } from '../../../server/testing/browser/soon.ts';
import type { RequestOverrides } from '../../../server/testing/import/open-import.ts';
import { ORIGIN } from '../../../server/testing/import/sheet-zip.ts';
import { tableZip } from '../../../server/testing/import/table-zip.ts';
import { HA } from '../../../server/testing/review-app.ts';

let s: DeskStage;
before(async () => {
  if (!browserTest.skip) s = await openDeskStage();
});
after(() => s?.close());

const settled = (page: Page) => page.waitForSelector('.map-target[data-pending="0"] canvas');
const count = (page: Page, rows: number) =>
  page.waitForFunction((wanted) => document.querySelectorAll('[data-row]').length === wanted, rows);
const sheet = (page: Page) => page.locator('.pane-sheet');
const notice = (page: Page, text: RegExp) => page.locator('.desk-notice').filter({ hasText: text }).waitFor();

test('a finding, a row and a place on the map each move the other two', browserTest, async () => {
  const id = await s.bringSheet();
  const { page, context, complaints } = await s.sit(HA, `/desk/batches/${id}`);
  await page.locator('.findings button').filter({ hasText: 'cùng số tờ và số thửa' }).click();
  // Only the records of the code.
  await count(page, 2);
  await page.locator('[data-row="7"]').click();
  await sheet(page)
    .getByRole('heading', { name: /Bản ghi 7/ })
    .waitFor();
  await settled(page);
  await soon.equal(() => page.locator('.findings [data-of-record="true"]').count(), 1);
  // The map went to the record: its middle is that record. Its neighbour in the east is 20 m away.
  const map = page.locator('.map-target');
  await map.focus();
  await page.keyboard.press('Enter');
  await sheet(page)
    .getByRole('heading', { name: /Bản ghi 7/ })
    .waitFor();
  const box = (await map.boundingBox())!;
  const rest = page.waitForFunction(() => !location.search.includes('record=7&') && !/record=7$/.test(location.search));
  await page.mouse.click(box.x + box.width / 2 + 72, box.y + box.height / 2);
  await rest;
  const picked = new URL(page.url()).searchParams.get('record');
  assert.ok(picked && picked !== '7', 'another record was picked');
  await page.locator(`[data-row="${picked}"][aria-selected="true"]`).waitFor();
  await sheet(page)
    .getByRole('heading', { name: new RegExp(`Bản ghi ${picked}`) })
    .waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('what the file says stands beside what would be registered', browserTest, async () => {
  const id = await s.bringSheet();
  const { page, context } = await s.sit(HA, `/desk/batches/${id}?record=15`);
  const line = sheet(page).locator('.raw tr').filter({ hasText: 'DIACHI' });
  await line.waitFor();
  await soon.match(
    async () => (await line.textContent()) ?? '',
    /Th«n Thanh Êm/,
    'the bytes of the file, as a program that knows nothing shows them',
  );
  await soon.match(() => line.textContent(), /Thôn Thanh Ấm/);
  await context.close();
});

test('on what evidence a file was read is said in the language of the desk', browserTest, async () => {
  const id = await s.bringSheet();
  const { page, context, complaints } = await s.sit(HA, `/desk/batches/${id}?view=file`);
  await sheet(page)
    .getByText(/^\d+% trong \d+ từ khác nhau đọc được thành âm tiết tiếng Việt, theo .* là \d+%\.$/)
    .waitFor();
  await sheet(page)
    .getByText(/^100% số điểm thử rơi vào xã theo EPSG:9214; /)
    .waitFor();
  await soon.equal(() => sheet(page).locator('[lang]').count(), 0);
  assert.deepEqual(complaints, []);
  // A report of an earlier release has its sentences in English only.
  await s.t.query(
    `update staging.batch set report = report #- '{encoding,reasons}' #- '{srid,reasons}' where batch_id = $1`,
    [id],
  );
  await page.reload();
  await sheet(page)
    .locator('[lang="en"]')
    .filter({ hasText: /^100% of the sampled points fall into the commune in EPSG:9214; / })
    .waitFor();
  await soon.equal(() => sheet(page).locator('[lang="en"]').count(), 2);
  await context.close();
});

test(
  'a correction is refused for one and for all of its kind, and taken back by the message and by Ctrl Z',
  browserTest,
  async () => {
    const id = await s.bringSheet();
    const { page, context, complaints } = await s.sit(HA, `/desk/batches/${id}?record=15`);
    await sheet(page).locator('[data-do="reject"]').click();
    await notice(page, /Đã bỏ sửa đổi của bản ghi 15/);
    await sheet(page).locator('.corrections [data-status], .corrections li[data-status="rejected"]').first().waitFor();
    await page.locator('.desk-notice').getByRole('button', { name: 'Hoàn tác' }).click();
    await notice(page, /trở về như cũ/);
    await sheet(page).getByRole('button', { name: 'Bỏ tất cả cùng loại' }).click();
    await notice(page, /Đã bỏ 2 sửa đổi/);
    await page.keyboard.press('Control+z');
    await notice(page, /Đã trả 2 sửa đổi về như cũ/);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('a record is left out with a reason and edited by hand; counts and map follow', browserTest, async () => {
  const id = await s.bringSheet();
  const { page, context, complaints } = await s.sit(HA, `/desk/batches/${id}?record=7`);
  await sheet(page).getByRole('button', { name: 'Để ra ngoài' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Để ra ngoài' }).click();
  await dialog.getByText('Hãy ghi ít nhất 3 ký tự, có chữ hoặc số.').waitFor();
  await dialog.getByLabel('Lý do').fill('Trùng với thửa 6');
  await dialog.getByRole('button', { name: 'Để ra ngoài' }).click();
  await notice(page, /Đã để 1 bản ghi ra ngoài/);
  await sheet(page).getByText('Để ngoài vì: Trùng với thửa 6').waitFor();
  assert.equal((await s.t.batch(id, HA)).counts.ignored, 1);
  await page.locator('[data-row="20"]').click();
  await sheet(page).getByRole('button', { name: 'Sửa', exact: true }).click();
  await dialog.getByLabel('Giá trị sẽ vào sổ').fill('99');
  await dialog.getByLabel('Lý do').fill('Theo sổ mục kê');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await notice(page, /Đã sửa bản ghi 20/);
  await sheet(page).getByText('Sửa bằng tay: Theo sổ mục kê').waitFor();
  assert.equal((await s.t.batch(id, HA)).counts.refused, 0);
  await page.getByRole('button', { name: 'Đề nghị vào sổ' }).waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a state that has moved on is said in words, with what can be done now, and shown', browserTest, async () => {
  const id = await s.bringSheet({});
  const { page, context } = await s.sit(HA, `/desk/batches/${id}?record=3`);
  await sheet(page).getByRole('button', { name: 'Để ra ngoài' }).waitFor();
  await sheet(page).getByRole('button', { name: 'Để ra ngoài' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do').fill('Thử xem');
  await s.t.propose(id);
  await dialog.getByRole('button', { name: 'Để ra ngoài' }).click();
  await notice(page, /Lô này hiện ở trạng thái “Chờ duyệt”.*Bây giờ bạn có thể: .*Màn hình đã được cập nhật/);
  await page.locator('.review-head').getByText('Chờ duyệt').waitFor();
  await soon.equal(() => sheet(page).getByRole('button', { name: 'Để ra ngoài' }).count(), 0);
  await context.close();
});

/** A file whose columns say nothing but the sheet. */
const bring = async (north: number, options: RequestOverrides['options'] = {}) => {
  const rows = Array.from({ length: 6 }, (_, i) => [String(i + 1), 'ONT', '404', '630']);
  const zip = await tableZip(['C1', 'C2', 'C3', 'SHBANDO'], rows, [ORIGIN[0] + 1_400, ORIGIN[1] + north]);
  return (await s.t.bringInBytes(zip, { options })).batchId;
};

test(
  'an officer says what columns mean and the file is read again; the next file is offered the same',
  browserTest,
  async () => {
    const first = await bring(300);
    const { page, context, complaints } = await s.sit(HA, `/desk/batches/${first}?view=file`);
    await page.getByText(/có vẻ là: Số thửa\.$/).waitFor();
    const again = page.getByRole('button', { name: 'Đọc lại với các cột này' });
    await page.getByLabel('Ý nghĩa của cột C1').selectOption('parcelNo');
    await page.getByLabel('Ý nghĩa của cột C2').selectOption('landUse');
    await page.getByLabel('Lưu thành mẫu cột, với tên').fill('Mẫu của phòng');
    await page.getByLabel('Lưu thành mẫu cột, với tên').press('Enter');
    await notice(page, /Đã lưu mẫu cột Mẫu của phòng/);
    await again.click();
    await page.waitForURL((url) => /\/desk\/batches\//.test(url.pathname) && !url.pathname.endsWith(first));
    const columns = { C1: 'parcelNo', C2: 'landUse' } as const;
    const read = await s.t.batch(new URL(page.url()).pathname.split('/').at(-1)!, HA);
    assert.deepEqual([read.options.columns, read.supersedes], [columns, first]);

    await bring(700, { columns });
    const second = await bring(500);
    const next = await s.sit(HA, `/desk/batches/${second}?view=file`);
    await next.page.getByRole('button', { name: 'Dùng như lần ấy' }).click();
    await next.page.waitForFunction(
      () => document.querySelector<HTMLSelectElement>('select[aria-label="Ý nghĩa của cột C2"]')?.value === 'landUse',
    );
    await next.page.getByLabel('Ý nghĩa của cột C2').selectOption('none');
    await next.page.getByLabel('Dùng mẫu cột').selectOption({ label: 'Mẫu của phòng' });
    await next.page.waitForFunction(
      () => document.querySelector<HTMLSelectElement>('select[aria-label="Ý nghĩa của cột C2"]')?.value === 'landUse',
    );

    // The same at another desk: chosen for a file, deleted, and brought back.
    const third = await s.sit(HA, '/desk/upload');
    await third.page
      .locator('input[type="file"]')
      .setInputFiles([{ name: 'to-9.csv', mimeType: 'text/csv', buffer: Buffer.from('C1;C2\r\n1;ONT\r\n') }]);
    await third.page.locator('.uploads').getByLabel('Mẫu cột').selectOption({ label: 'Mẫu của phòng' });
    await third.page.getByText('Mẫu cột đã lưu (1)').click();
    await third.page.getByRole('button', { name: 'Xoá mẫu Mẫu của phòng' }).click();
    await notice(third.page, /Đã xoá mẫu cột Mẫu của phòng/);
    await third.page.getByText('Mẫu cột đã lưu (0)').waitFor();
    await third.page.locator('.uploads').getByText('Mẫu đã bị xoá: hãy chọn lại').waitFor({ state: 'attached' });
    await third.page.locator('.desk-notice').getByRole('button', { name: 'Hoàn tác' }).click();
    await third.page.getByText('Mẫu cột đã lưu (1)').waitFor();
    assert.deepEqual([complaints, next.complaints, third.complaints], [[], [], []]);
    await context.close();
    await next.context.close();
    await third.context.close();
  },
);
