/** Thematic layers at the desk: on the page of a parcel, over its map, and decided on by a second person. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsOf } from '../../../server/testing/browser/axe.ts';
import { browserTest } from '../../../server/testing/browser/browser.ts';
import { type LandDeskStage, openLandDeskStage } from '../../../server/testing/browser/land-desk-stage.ts';
import { soon } from '../../../server/testing/browser/soon.ts';
import { box, plantLayer } from '../../../server/testing/plant/plant-layer.ts';

let s: LandDeskStage;
const EVERYWHERE = box(400_000, 2_340_000, 440_000, 2_370_000);
before(async () => {
  if (browserTest.skip) return;
  s = await openLandDeskStage();
  const plant = (layer: Parameters<typeof plantLayer>[1]) => plantLayer(s.t.ownerClient, layer);
  await plant({
    code: 'flood',
    theme: 'flood',
    title: 'Vùng ngập',
    features: [{ category: 'Ngập sâu', wkt: EVERYWHERE }],
  });
  await plant({ code: 'inner', title: 'Nội bộ', channels: [], features: [{ name: 'Riêng cán bộ', wkt: EVERYWHERE }] });
  await plant({
    code: 'away',
    title: 'Ở xa',
    features: [{ category: 'Xa', wkt: box(300_000, 2_340_000, 300_100, 2_340_100) }],
  });
  await plant({ code: 'plan', title: 'Quy hoạch', features: [{ category: 'Cũ', wkt: EVERYWHERE }] });
  await plant({ code: 'plan', title: 'Quy hoạch', waits: true, features: [{ category: 'Mới', wkt: EVERYWHERE }] });
  await plant({ code: 'plan', title: 'Quy hoạch', waits: true, features: [{ category: 'Sai', wkt: EVERYWHERE }] });
});
after(() => s?.close());

const SCREEN = { size: { width: 1366, height: 633 } } as const;
const part = (page: Page) => page.locator('[data-part="layers"]');
const edition = (page: Page, no: number) => page.locator(`[data-layer="plan"] [data-edition="${no}"]`);

test(
  'the page of a parcel says what layers have on it, public or not, and which have nothing',
  browserTest,
  async () => {
    const { parcel } = await s.t.plot();
    const { page, context, complaints } = await s.sit(s.t.officer, `/desk/parcels/${parcel}`, SCREEN);
    await part(page)
      .getByText(/^Ngập sâu: [\d.,]+ m² \(100% thửa đất\)$/)
      .waitFor();
    await part(page)
      .getByText(/^Riêng cán bộ: /)
      .waitFor();
    await part(page).getByText('Không thấy phần chung với: Ở xa.').waitFor();
    await page.getByText('Lớp bản đồ', { exact: true }).click();
    const flood = page.getByRole('checkbox', { name: 'Vùng ngập' });
    const asked = page.waitForRequest(/\/tiles\/layers\/flood\//);
    // Read in the turn of the click: a tick that comes later is lost to whoever clicks again.
    assert.equal(
      await flood.evaluate((box) => {
        const of = box as HTMLInputElement;
        of.click();
        return of.checked;
      }),
      true,
    );
    await page.waitForURL(/[?&]l=flood(&|$)/);
    await asked;
    await soon.equal(() => page.getByRole('checkbox', { name: 'Nội bộ' }).count(), 0);
    await page.reload();
    await page.getByText('Lớp bản đồ', { exact: true }).click();
    await flood.waitFor();
    await soon.ok(() => flood.isChecked(), 'the address keeps it');
    assert.deepEqual(await violationsOf(page), []);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('an approver puts one edition in force and refuses the other; an officer only looks', browserTest, async () => {
  const officer = await s.sit(s.t.officer, '/desk/layers', SCREEN);
  await edition(officer.page, 2).getByText('Chờ quyết định').waitFor();
  await soon.equal(() => officer.page.getByRole('button', { name: /vào hiệu lực/ }).count(), 0);
  await officer.context.close();

  const { page, context, complaints } = await s.sit({ role: 'approver', sub: 'second' }, '/desk/layers', SCREEN);
  await page.getByRole('button', { name: 'Đưa bản 2 của lớp Quy hoạch vào hiệu lực' }).click();
  await page.getByText('Bản 2 của lớp Quy hoạch đã có hiệu lực.').waitFor();
  await edition(page, 2).getByText('Đang có hiệu lực').waitFor();
  await edition(page, 1).getByText('Đã thay thế').waitFor();
  await page.getByRole('button', { name: 'Từ chối bản 3 của lớp Quy hoạch' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Sai năm');
  await dialog.getByRole('button', { name: 'Từ chối' }).click();
  await page.getByText('Bản 3 của lớp Quy hoạch đã bị từ chối.').waitFor();
  await edition(page, 3)
    .getByText(/Sai năm/)
    .waitFor();
  assert.deepEqual(await violationsOf(page), []);
  assert.deepEqual(complaints, []);
  await context.close();
});
