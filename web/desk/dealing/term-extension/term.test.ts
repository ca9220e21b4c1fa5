/** The term of a right is extended by the form, with the last day before and after. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browserTest } from '../../../../server/testing/browser/browser.ts';
import { assertFormAccessible, dealByForm, fillDocument } from '../../../../server/testing/browser/deal-form.ts';
import { type LandDeskStage, openLandDeskStage } from '../../../../server/testing/browser/land-desk-stage.ts';

let s: LandDeskStage;
before(async () => {
  if (!browserTest.skip) s = await openLandDeskStage();
});
after(() => s?.close());

test(
  'an extension by the form: the new last day stands beside the old one, and on the page afterwards',
  browserTest,
  async () => {
    const { parcel } = await s.t.plot();
    await dealByForm(
      s,
      parcel,
      'Gia hạn sử dụng đất',
      async (page) => {
        await page.getByLabel('Thời hạn mới').fill('2043-10-15');
        await fillDocument(page, 'GH-4/2026');
      },
      async (page) => {
        await page
          .locator('tr[data-fact="right.until"]')
          .filter({ hasText: 'chưa có' })
          .getByText('15/10/2043')
          .waitFor();
      },
    );
    assert.equal((await s.t.rights(parcel)).rights[0]?.until, '2043-10-15');
    const { page, context } = await s.sit(s.t.officer, `/desk/parcels/${parcel}`);
    await page.locator('[data-part="rights"]').getByText('đến 15/10/2043').waitFor();
    await context.close();
  },
);

test('axe finds nothing on the form of an extension', browserTest, async () => {
  const { parcel } = await s.t.plot();
  await assertFormAccessible(s, `/desk/parcels/${parcel}/deal/term_extension`);
});
