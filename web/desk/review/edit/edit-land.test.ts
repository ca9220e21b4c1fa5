/** Correcting a record where its fault is found: codes chosen from the list, holders by name, a ring corner by corner. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest } from '../../../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../../../server/testing/browser/desk-stage.ts';
import { soon } from '../../../../server/testing/browser/soon.ts';
import { HA } from '../../../../server/testing/review-app.ts';

let s: DeskStage;
before(async () => {
  if (!browserTest.skip) s = await openDeskStage();
});
after(() => s?.close());

const sheet = (page: Page) => page.locator('.pane-sheet');
const notice = (page: Page, text: RegExp) => page.locator('.desk-notice').filter({ hasText: text }).waitFor();
const recordOf = async (id: string, no: number) => (await s.t.get(`/api/batches/${id}/records/${no}`, HA)).json();

test('a land use is chosen from the list, and a holder corrected, where the finding says so', browserTest, async () => {
  const id = await s.bringSheet({ 12: { landUse: 'ZZZ', holder: '' } });
  const { page, context, complaints } = await s.sit(HA, `/desk/batches/${id}?record=12`);
  await sheet(page).getByRole('button', { name: 'Sửa “Loại đất”' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('ZZZ không có trong danh mục: chọn lại…').waitFor({ state: 'attached' });
  await dialog.getByLabel('Lý do').fill('Theo sổ mục kê');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.getByText('Giá trị chưa đúng dạng.').waitFor();
  await dialog.getByLabel('Loại đất 1', { exact: true }).selectOption('LUC');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await notice(page, /Đã sửa bản ghi 12/);
  await sheet(page).getByRole('button', { name: 'Sửa “Người sử dụng”' }).click();
  await dialog.getByRole('button', { name: 'Thêm người sử dụng' }).click();
  await dialog.getByLabel('Tên người sử dụng 1').fill('Hộ ông Trần Văn Mẫu');
  await soon.equal(() => dialog.getByLabel('Người sử dụng 1 là').inputValue(), 'household');
  await dialog.getByLabel('Lý do').fill('Theo sổ địa chính');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await sheet(page).getByText('Sửa bằng tay: Theo sổ địa chính').waitFor();
  const { candidate } = await recordOf(id, 12);
  assert.deepEqual(candidate.purposes, [{ code: 'LUC', areaM2: null }]);
  assert.deepEqual(candidate.holders, [{ name: 'Hộ ông Trần Văn Mẫu', kind: 'household', manages: false }]);
  assert.deepEqual(complaints, []);
  await context.close();
});

test(
  'a ring is corrected by numbers, by a corner of the neighbour, and by dragging; undone by the message',
  browserTest,
  async () => {
    const id = await s.bringSheet({});
    const first = (await recordOf(id, 14)).geometryLegal.coordinates[0] as [number, number][];
    const { page, context, complaints } = await s.sit(HA, `/desk/batches/${id}?record=14`);
    await sheet(page).getByRole('button', { name: 'Sửa ranh giới' }).click();
    const [x1, y1] = first[0]!;
    const east = sheet(page).getByLabel('Y (đông) 1', { exact: true });
    await east.fill(String(x1 + 0.5).replace('.', ','));
    await east.press('Enter');
    await sheet(page)
      .getByRole('button', { name: /^Bắt góc 1 vào góc thửa bên, cách 0,50? m$/ })
      .click();
    await sheet(page).getByText('Góc 1 trùng góc thửa bên.').waitFor();
    await soon.equal(() => east.inputValue(), String(x1).replace('.', ','));
    // One corner more behind the first, and dragged on the map: 20 m are 72 pixels there.
    await page.waitForSelector('.map-target[data-pending="0"] canvas');
    await sheet(page).getByRole('button', { name: 'Thêm góc sau góc 1' }).click();
    await soon.equal(() => sheet(page).locator('.corners tbody tr').count(), first.length);
    const map = (await page.locator('.map-target').boundingBox())!;
    const [cx, cy] = [map.x + map.width / 2, map.y + map.height / 2];
    const [mx, my] = [first[1]![0] - x1, first[1]![1] - y1];
    const [ox, oy] = [x1 + mx / 2 - (first[0]![0] + first[2]![0]) / 2, y1 + my / 2 - (first[0]![1] + first[2]![1]) / 2];
    const at = [cx + ox * 3.6, cy - oy * 3.6] as const;
    await page.mouse.move(...at);
    await page.mouse.down();
    await page.mouse.move(at[0] + 12, at[1] + 9, { steps: 4 });
    await page.mouse.up();
    const middle = sheet(page).getByLabel('Y (đông) 2', { exact: true });
    await page.waitForFunction(
      ([before]) => (document.querySelector<HTMLInputElement>('[aria-label="Y (đông) 2"]')?.value ?? before) !== before,
      [String(x1 + mx / 2).replace('.', ',')],
    );
    await soon.ok(async () => Math.abs(Number((await middle.inputValue()).replace(',', '.')) - (x1 + mx / 2)) < 6);
    await sheet(page).getByLabel('Lý do').fill('Đo lại góc');
    await sheet(page).getByRole('button', { name: 'Lưu ranh giới' }).click();
    await notice(page, /Đã sửa bản ghi 14/);
    const drawn = (await recordOf(id, 14)).geometryLegal.coordinates[0] as [number, number][];
    assert.equal(drawn.length, first.length + 1);
    // What was not touched is exactly what it was.
    const kept = first.slice(0, -1).filter(([x, y]) => drawn.some(([a, b]) => a === x && b === y));
    assert.equal(kept.length, first.length - 1);
    await page.locator('.desk-notice').getByRole('button', { name: 'Hoàn tác' }).click();
    await notice(page, /trở về như cũ/);
    assert.deepEqual((await recordOf(id, 14)).geometryLegal.coordinates[0], first);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);
