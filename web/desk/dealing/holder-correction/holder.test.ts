/** A holder's details are corrected by the form: before and after are seen by who lodges and who decides. */
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

let s: LandDeskStage;
before(async () => {
  if (!browserTest.skip) s = await openLandDeskStage();
});
after(() => s?.close());

test('a name and a number by the form; the number is shown nowhere', browserTest, async () => {
  const { parcel } = await s.t.plot();
  await dealByForm(
    s,
    parcel,
    'Đính chính thông tin người sử dụng',
    async (page) => {
      await button(page, 'Trình duyệt').click();
      await page.getByRole('alert').getByText('Còn thiếu: Thông tin đúng, Số giấy tờ, Ngày giấy tờ.').waitFor();
      await page.getByLabel('Họ tên hoặc tên tổ chức').fill('Hoàng Văn Mẫu Đúng');
      await page.getByLabel('Số định danh hoặc mã số').fill('000099000002');
      await fillDocument(page, 'CC-7/2026');
    },
    async (page) => {
      const row = page.locator('tr[data-fact="holder.name"]');
      await row.filter({ hasText: s.t.holder }).filter({ hasText: 'Hoàng Văn Mẫu Đúng' }).waitFor();
      await page.locator('tr[data-fact="holder.identity"]').getByText('đã niêm phong, không hiện ở đây').waitFor();
    },
  );
  const [held] = (await s.t.rights(parcel)).rights;
  assert.equal(held?.holder, 'Hoàng Văn Mẫu Đúng');
});

test('axe finds nothing on the form of a correction', browserTest, async () => {
  const { parcel } = await s.t.plot();
  await assertFormAccessible(s, `/desk/parcels/${parcel}/deal/holder_correction`);
});
