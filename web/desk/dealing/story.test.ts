/** Land changes hands and shape in a real browser: found, cut by a drawn line, lodged by one, registered by another. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest } from '../../../server/testing/browser/browser.ts';
import { type LandDeskStage, openLandDeskStage } from '../../../server/testing/browser/land-desk-stage.ts';
import { soon } from '../../../server/testing/browser/soon.ts';

let s: LandDeskStage;
before(async () => {
  if (!browserTest.skip) s = await openLandDeskStage();
});
after(() => s?.close());

const SCREEN = { size: { width: 1366, height: 633 } } as const;
const notice = (page: Page, text: RegExp) => page.locator('.desk-notice').filter({ hasText: text }).waitFor();
const settled = (page: Page) => page.waitForSelector('.map-target[data-pending="0"] canvas');
const dealingId = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';
const part = (page: Page, name: string) => page.locator(`[data-part="${name}"]`);

/** A person at work whose every press, click and choice is counted; typing into one field is one. */
function counted(page: Page) {
  let actions = 0;
  return {
    get actions() {
      return actions;
    },
    async click(name: string, within: Pick<Page, 'getByRole'> = page) {
      actions += 1;
      await within
        .getByRole('button', { name, exact: true })
        .or(within.getByRole('link', { name, exact: true }))
        .click();
    },
    async choose(name: RegExp) {
      actions += 1;
      await page.getByRole('link', { name }).click();
    },
    async type(label: string, text: string) {
      actions += 1;
      await page.getByLabel(label).first().fill(text);
    },
    async press(key: string) {
      actions += 1;
      await page.keyboard.press(key);
    },
    async point(x: number, y: number) {
      actions += 1;
      await page.mouse.click(x, y);
    },
  };
}

test(
  'an officer finds, cuts and lodges in at most eight actions; an approver registers; the portal has both parts',
  browserTest,
  async () => {
    const { parcel } = await s.t.plot();
    const { no, sheet } = await s.t.parcel(parcel);
    const { page, context, complaints } = await s.sit(s.t.officer, '/desk', SCREEN);
    const officer = counted(page);
    await officer.click('Thửa đất');
    await officer.type('Số tờ và số thửa', `${sheet}/${no}`);
    await officer.press('Enter');
    await officer.choose(new RegExp(`Thửa ${no}, tờ ${sheet}`));
    await part(page, 'rights').getByText(s.t.holder).waitFor();
    await officer.click('Tách thửa');
    await page.waitForURL('**/split');
    // The address is there first; until the screen has come, the map is that of the page before.
    await page.getByRole('button', { name: 'Trình duyệt', exact: true }).waitFor();
    await settled(page);
    const box = (await page.locator('.map-target').boundingBox())!;
    const x = box.x + box.width / 2;
    await officer.point(x, box.y + 90);
    await officer.point(x, box.y + box.height - 60);
    await part(page, 'pieces').and(page.locator('[data-ready="true"]')).waitFor();
    await soon.equal(() => part(page, 'pieces').locator('tr[data-role="raised"]').count(), 2);
    await officer.click('Trình duyệt');
    await page.waitForURL(/\/desk\/dealings\/[0-9a-f-]{36}$/);
    await notice(page, /Đã trình hồ sơ/);
    assert.ok(officer.actions <= 8, `${officer.actions} actions`);
    await page.getByText('Bạn lập hồ sơ này nên người khác duyệt.').waitFor();
    await soon.equal(() => page.getByRole('button', { name: 'Duyệt và vào sổ' }).count(), 0);
    const id = dealingId(page);

    const second = await s.sit(s.t.approver, '/desk/dealings', SCREEN);
    await second.page.locator(`[data-dealing="${id}"]`).click();
    await part(second.page, 'land')
      .getByRole('row', { name: /thửa mới/ })
      .first()
      .waitFor();
    await second.page.getByRole('button', { name: 'Duyệt và vào sổ' }).click();
    await second.page.getByRole('dialog').getByRole('button', { name: 'Duyệt và vào sổ' }).click();
    await notice(second.page, /Đã vào sổ/);
    const { state, successors } = await s.t.parcel(parcel);
    assert.deepEqual([state, successors.length], ['historic', 2]);
    for (const child of successors) {
      const answer = await context.request.get(`${s.origin}/parcels/${child.id}`);
      assert.equal(answer.status(), 200, 'the public page of a part');
      assert.ok((await answer.text()).includes(`${child.no}`));
    }
    assert.deepEqual([...complaints, ...second.complaints], []);
    await context.close();
    await second.context.close();
  },
);
