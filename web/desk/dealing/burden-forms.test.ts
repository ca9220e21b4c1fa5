/** Mortgages are changed, leases registered and ended, restrictions placed and lifted by their forms, with what was and what will be. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browserTest } from '../../../server/testing/browser/browser.ts';
import { assertFormAccessible, button, dealByForm, fillDocument } from '../../../server/testing/browser/deal-form.ts';
import { type LandDeskStage, openLandDeskStage } from '../../../server/testing/browser/land-desk-stage.ts';

let s: LandDeskStage;
before(async () => {
  if (!browserTest.skip) s = await openLandDeskStage();
});
after(() => s?.close());

const DOCUMENT = { no: 'TC-9/2026', date: '2026-10-01' };

async function mortgaged(): Promise<string> {
  const { parcel } = await s.t.plot();
  const [right] = (await s.t.rights(parcel)).rights;
  await s.t.deal('mortgage_registration', parcel, {
    rightIds: [right!.rightId],
    mortgagee: { kind: 'organisation', name: 'Ngân hàng Cũ' },
    document: DOCUMENT,
  });
  return parcel;
}

test('a mortgage gets another mortgagee by the form', browserTest, async () => {
  const parcel = await mortgaged();
  await dealByForm(
    s,
    parcel,
    'Thay đổi thế chấp',
    async (page) => {
      await page.getByLabel('Đổi bên nhận thế chấp').check();
      await page.getByLabel('Họ tên hoặc tên tổ chức').fill('Ngân hàng Mới');
      await fillDocument(page, 'PL-1/2026');
    },
    async (page) => {
      await page
        .locator('tr[data-fact="mortgage.mortgagee"]')
        .filter({ hasText: 'Ngân hàng Cũ' })
        .getByText('Ngân hàng Mới')
        .waitFor();
    },
  );
  assert.equal((await s.t.rights(parcel)).mortgages[0]?.mortgagee, 'Ngân hàng Mới');
  await assertFormAccessible(s, `/desk/parcels/${parcel}/deal/mortgage_change`);
});

test('a lease is registered and ended by its forms, and stands on the page meanwhile', browserTest, async () => {
  const { parcel } = await s.t.plot();
  await assertFormAccessible(s, `/desk/parcels/${parcel}/deal/lease_registration`);
  await dealByForm(
    s,
    parcel,
    'Đăng ký cho thuê',
    async (page) => {
      await page.getByLabel('Họ tên hoặc tên tổ chức').fill('Trần Văn Thuê');
      await page.getByLabel('Thuê đến hết ngày').fill('2031-05-01');
      await fillDocument(page, 'HĐT-3/2026');
    },
    async (page) => {
      await page.locator('tr[data-fact="lease.lessee"]').getByText('Trần Văn Thuê').waitFor();
      await page.locator('tr[data-fact="lease.until"]').getByText('01/05/2031').waitFor();
    },
  );
  const { page, context } = await s.sit(s.t.officer, `/desk/parcels/${parcel}`);
  await page.locator('[data-part="rights"]').getByText('Trần Văn Thuê').waitFor();
  await context.close();
  await assertFormAccessible(s, `/desk/parcels/${parcel}/deal/lease_end`);
  await dealByForm(
    s,
    parcel,
    'Xoá đăng ký cho thuê',
    async (at) => {
      await fillDocument(at, 'XT-1/2026');
    },
    async (at) => {
      await at.locator('tr[data-fact="lease.until"]').getByText('01/05/2031').waitFor();
    },
  );
  assert.deepEqual((await s.t.rights(parcel)).leases, []);
});

test('a restriction is placed where its coordinates say, and lifted', browserTest, async () => {
  const { parcel } = await s.t.plot();
  const corners = (await s.t.parcel(parcel)).geometryLegal.coordinates[0]!;
  const [west, south] = [Math.min(...corners.map(([x]) => x)), Math.min(...corners.map(([, y]) => y))];
  const row = (x: number, y: number) => `${(south + y).toFixed(2).replace('.', ',')}\t${(west + x).toFixed(2)}`;
  await assertFormAccessible(s, `/desk/parcels/${parcel}/deal/restriction`);
  await dealByForm(
    s,
    parcel,
    'Hạn chế quyền',
    async (page) => {
      await page.getByLabel('Loại hạn chế').selectOption('access');
      await page.getByLabel('Vị trí trên thửa').selectOption('polygon');
      const shape = page.locator('[data-part="shape"]');
      const typed = shape.getByLabel('Nhập hoặc dán toạ độ');
      await typed.fill('X\tY');
      await button(page, 'Đưa lên bản đồ').click();
      await shape.getByText('Hãy nhập ít nhất hai điểm').waitFor();
      await typed.fill(['X\tY', row(0, 0), row(3, 0), row(3, 40), row(0, 40)].join('\n'));
      await button(page, 'Đưa lên bản đồ').click();
      await shape.getByText('Trong thửa: 120,0 m²').waitFor();
      assert.equal(await shape.locator('tbody tr').count(), 4);
      // What is typed is on the map: the next corner is set there, beyond the outline, and taken back by its name.
      await page.waitForSelector('.map-target[data-pending="0"] canvas');
      const map = (await page.locator('.map-target').boundingBox())!;
      await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
      await shape.getByText('Đường bao tự cắt nhau').waitFor();
      assert.equal(await shape.locator('tbody tr').count(), 5);
      await page.keyboard.press('Control+z');
      await shape.getByText('Trong thửa: 120,0 m²').waitFor();
      await page.getByRole('toolbar').getByTitle('Làm lại: đặt điểm').waitFor();
      await page.reload();
      await page.getByText('Đã mở lại nháp đang vẽ dở.').waitFor();
      await shape.getByText('Trong thửa: 120,0 m²').waitFor();
      await page.getByLabel('Loại hạn chế').selectOption('access');
      await fillDocument(page, 'QĐ-12/2026');
    },
    async (page) => {
      await page.locator('tr[data-fact="restriction"]').getByText('Lối đi qua').waitFor();
      await page.locator('tr[data-fact="restriction.area"]').getByText('120,0').waitFor();
    },
  );
  const [held] = (await s.t.rights(parcel)).restrictions;
  assert.deepEqual(
    [held?.kind, held?.geometryLegal?.type, held?.areaM2, held?.lengthM],
    ['access', 'Polygon', 120, null],
  );
  const { page: land, context, complaints } = await s.sit(s.t.officer, `/desk/parcels/${parcel}`);
  await land
    .locator('[data-part="rights"]')
    .getByText('Lối đi qua (trên một phần thửa) · 120,0 m² · số QĐ-12/2026')
    .waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
  await dealByForm(
    s,
    parcel,
    'Hạn chế quyền',
    async (page) => {
      await page.getByLabel('Việc', { exact: true }).selectOption('lift');
      await fillDocument(page, 'QĐ-13/2026');
    },
    async (page) => {
      await page
        .locator('tr[data-fact="restriction"]')
        .filter({ hasText: 'QĐ-12/2026' })
        .getByText('chưa có')
        .waitFor();
    },
  );
  assert.deepEqual((await s.t.rights(parcel)).restrictions, []);
});
