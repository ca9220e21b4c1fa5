/** A right that only repeats a legacy record is shown as such, asked for its paper by the form, and confirmed by the dealing. */
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
import { plantConfirmedPaper } from '../../../../server/testing/plant-confirmed-paper.ts';

let s: LandDeskStage;
before(async () => {
  if (!browserTest.skip) s = await openLandDeskStage();
});
after(() => s?.close());

test(
  'the form asks for the paper that proves a legacy right; registered, the right is no longer marked',
  browserTest,
  async () => {
    const { parcel } = await s.t.plot();
    await s.t.query('alter table rights."right" disable trigger right_refuse_edit');
    await s.t.query('update rights."right" set verified = false where parcel_id = $1', [parcel]);
    await s.t.query('alter table rights."right" enable trigger right_refuse_edit');
    const paper = { parcelId: parcel, holder: s.t.holder, serial: 'AA 07654321' };
    await plantConfirmedPaper(s.t.query, paper);
    await assertFormAccessible(s, `/desk/parcels/${parcel}/deal/mortgage_registration`);
    const seen = await s.sit(s.t.officer, `/desk/parcels/${parcel}`);
    await seen.page.locator('[data-part="rights"]').getByText('chép từ dữ liệu cũ, chưa đối chiếu').waitFor();
    await seen.context.close();
    await dealByForm(
      s,
      parcel,
      'Đăng ký thế chấp',
      async (page) => {
        await page.getByLabel('Họ tên hoặc tên tổ chức').fill('Ngân hàng Hư Cấu');
        await fillDocument(page, 'TC-7/2026');
        await page.getByText(/Hãy nêu giấy tờ chứng minh quyền/).waitFor();
        await soon.ok(() => button(page, 'Trình duyệt').isDisabled());
        await page.getByLabel('Số giấy chứng minh').fill('AB 123456');
        await page.getByLabel('Ngày cấp').fill('2005-06-01');
        await page.getByLabel(/AA 07654321 · /).check();
      },
      async (page) => {
        await page
          .locator('[data-part="basis"]')
          .getByText(/AA 07654321/)
          .waitFor();
        await page.getByText(/được xác nhận theo giấy tờ số AB 123456/).waitFor();
      },
    );
    assert.deepEqual(
      (await s.t.rights(parcel)).rights.map(({ verified }) => verified),
      [true],
    );
  },
);
