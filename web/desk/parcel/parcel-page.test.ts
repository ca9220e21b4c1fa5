/** A parcel at the desk: found by who holds it, seen as it was and as it was known, its lineage, and a page that learns what happens meanwhile. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsOf } from '../../../server/testing/browser/axe.ts';
import { browserTest } from '../../../server/testing/browser/browser.ts';
import { type LandDeskStage, openLandDeskStage } from '../../../server/testing/browser/land-desk-stage.ts';

let s: LandDeskStage;
before(async () => {
  if (!browserTest.skip) s = await openLandDeskStage();
});
after(() => s?.close());

const SCREEN = { size: { width: 1366, height: 633 } } as const;
const part = (page: Page, name: string) => page.locator(`[data-part="${name}"]`);

test(
  'Ctrl K leads to a search for a holder: asked what for, logged, answered, and found again on the way back without a second line',
  browserTest,
  async () => {
    const { parcel } = await s.t.plot();
    const { no, sheet } = await s.t.parcel(parcel);
    const { page, context, complaints } = await s.sit(s.t.officer, '/desk', SCREEN);
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(request.url()));
    await page.getByRole('button', { name: /Ctrl K/ }).click();
    await page.getByRole('combobox', { name: 'Tìm hoặc đi tới' }).fill(`${s.t.holder}, ${sheet}/${no}`);
    await page.getByRole('option', { name: /Tìm người sử dụng đất “Hoàng Văn Mẫu”/ }).click();
    await page.getByText(`họ tên “${s.t.holder}” · thửa ${no}, tờ ${sheet}`).waitFor();
    assert.deepEqual(await violationsOf(page, 'main'), []);
    await page.getByLabel('Mục đích', { exact: true }).selectOption('counter');
    await page.getByLabel('Số hồ sơ hoặc ghi chú').fill('Phiếu 7');
    await page.getByRole('button', { name: 'Tìm và ghi nhật ký' }).click();
    await part(page, 'holders').getByRole('cell', { name: s.t.holder }).waitFor();
    const looks = () =>
      s.t.query<{ actor: string; purpose: string; note: string }>(
        `select actor, purpose, note from audit.read_log where subject_kind = 'search'`,
      );
    assert.deepEqual(await looks(), [{ actor: 'ha', purpose: 'counter', note: 'Phiếu 7' }]);
    await part(page, 'holders')
      .getByRole('link', { name: `Thửa ${no}, tờ ${sheet}` })
      .click();
    await page.waitForURL(`**/desk/parcels/${parcel}`);
    await page.goBack();
    await part(page, 'holders').getByRole('cell', { name: s.t.holder }).waitFor();
    assert.equal((await looks()).length, 1);
    const encoded = encodeURIComponent(s.t.holder);
    assert.ok(!asked.some((url) => url.includes(encoded) || url.includes(encoded.replaceAll('%20', '+'))));
    assert.ok(!decodeURIComponent(page.url()).includes(s.t.holder));
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('a bare name asks for a commune before anything is asked of the register', browserTest, async () => {
  const { page, context } = await s.sit(s.t.officer, '/desk/parcels', { ...SCREEN, theme: 'dark' });
  await page.getByLabel('Số tờ và số thửa').first().fill('Hoàng Văn Mẫu');
  await page.keyboard.press('Enter');
  await page.getByLabel('Mục đích', { exact: true }).selectOption('dispute');
  await page.getByLabel('Số hồ sơ hoặc ghi chú').fill('Hồ sơ 12');
  await page.getByRole('button', { name: 'Tìm và ghi nhật ký' }).click();
  assert.equal(
    await page
      .getByLabel('Xã, phường', { exact: true })
      .evaluate((one) => (one as { validity?: { valid: boolean } }).validity?.valid),
    false,
  );
  await page.getByLabel('Xã, phường', { exact: true }).selectOption('99001');
  await page.getByRole('button', { name: 'Tìm và ghi nhật ký' }).click();
  await part(page, 'holders')
    .getByText(/quyền khớp/)
    .waitFor();
  assert.deepEqual(await violationsOf(page, 'main'), []);
  await context.close();
});
