/** Purposes are divided by area in the form: the sum is told while it is typed, before and after stand side by side. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browserTest } from '../../../../server/testing/browser/browser.ts';
import {
  assertFormAccessible,
  button,
  dealByForm,
  fillDocument,
} from '../../../../server/testing/browser/deal-form.ts';
import { type LandDeskStage, openLandDeskStage } from '../../../../server/testing/browser/land-desk-stage.ts';
import { soon } from '../../../../server/testing/browser/soon.ts';

let s: LandDeskStage;
before(async () => {
  if (!browserTest.skip) s = await openLandDeskStage();
});
after(() => s?.close());

test(
  'a purpose is divided by area: the rest is proposed, the sum is said, the page has both',
  browserTest,
  async () => {
    const { parcel } = await s.t.plot();
    await dealByForm(
      s,
      parcel,
      'Chuyển mục đích sử dụng',
      async (page) => {
        const sum = page.locator('[data-part="sum"]');
        await sum.getByText('Tổng 1.200,5 m², của thửa 1.200,5 m²').waitFor();
        await page.getByLabel('Diện tích mục đích 1').fill('1.000,3');
        await sum.getByText('còn 200,2 m²').waitFor();
        await button(page, 'Thêm loại đất').click();
        await soon.equal(() => page.getByLabel('Diện tích mục đích 2').inputValue(), '200,2');
        await page.getByLabel('Mục đích 2', { exact: true }).selectOption('CLN');
        await page.getByLabel('Đến hết ngày của mục đích 2').fill('2043-10-15');
        await fillDocument(page, 'QĐ-9/2026');
      },
      async (page) => {
        await page.locator('tr[data-fact="purpose.area"]').filter({ hasText: 'CLN' }).getByText('200,2 m²').waitFor();
        await page
          .locator('tr[data-fact="purpose.until"]')
          .filter({ hasText: 'CLN' })
          .getByText('15/10/2043')
          .waitFor();
      },
    );
    const is = await s.t.parcel(parcel);
    assert.deepEqual(is.purposes, [
      { code: 'ONT', areaM2: 1000.3, until: null },
      { code: 'CLN', areaM2: 200.2, until: '2043-10-15' },
    ]);
  },
);

test('axe finds nothing on the form of purposes', browserTest, async () => {
  const { parcel } = await s.t.plot();
  await assertFormAccessible(s, `/desk/parcels/${parcel}/deal/purpose_change`);
});
