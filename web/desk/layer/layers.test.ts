/** Thematic layers at the desk: on the page of a parcel, over its map, and decided on by a second person. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openWorker } from '../../../server/cli/start/open-worker.ts';
import type { Worker } from '../../../server/jobs/start-worker.ts';
import { violationsOf } from '../../../server/testing/browser/axe.ts';
import { browserTest } from '../../../server/testing/browser/browser.ts';
import { type LandDeskStage, openLandDeskStage } from '../../../server/testing/browser/land-desk-stage.ts';
import { soon } from '../../../server/testing/browser/soon.ts';
import { box, plantLayer } from '../../../server/testing/plant/plant-layer.ts';
import { TEST_CONFIG } from '../../../server/testing/test-app.ts';

let s: LandDeskStage;
let worker: Worker | undefined;
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
after(async () => {
  await worker?.stop();
  await s?.close();
});

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

/** A square of 0.002° in the province, with words and without. */
const square = (x: number, y: number) => [
  [
    [x, y],
    [x + 0.002, y],
    [x + 0.002, y + 0.002],
    [x, y + 0.002],
    [x, y],
  ],
];
const GEOJSON = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { LOAI: 'Vùng I' },
      geometry: { type: 'Polygon', coordinates: square(106.2, 21.275) },
    },
    {
      type: 'Feature',
      properties: { LOAI: 'Vùng II' },
      geometry: { type: 'Polygon', coordinates: square(106.204, 21.275) },
    },
  ],
};

test(
  'an officer brings a layer from a file and sees it on the map; an approver puts it in force and takes it back; it is brought back',
  browserTest,
  async () => {
    const { storageDir, pools } = s.t;
    const { personalDataKey } = TEST_CONFIG;
    const silent = { info: () => undefined, warn: () => undefined };
    worker = await openWorker(pools, { storageDir, personalDataKey, registrySrid: 9214 }, silent);
    const officer = await s.sit(s.t.officer, '/desk/layers', SCREEN);
    const { page } = officer;
    await page.getByRole('button', { name: 'Đưa lớp mới vào' }).click();
    const form = page.getByRole('form', { name: 'Đưa lớp mới vào' });
    await form.getByRole('button', { name: 'Gửi' }).click();
    await form.getByText('Chưa chọn tệp.').waitFor();
    await form.getByText('Cần có.').first().waitFor();
    await form.getByLabel('Mã lớp').fill('plan');
    await form.getByRole('button', { name: 'Gửi' }).click();
    await form.getByText(/^Đã có lớp mang mã này/).waitFor();
    assert.deepEqual(await violationsOf(page), []);
    await form.locator('input[type="file"]').setInputFiles({
      name: 'di-san.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify(GEOJSON)),
    });
    await form.getByLabel('Mã lớp').fill('heritage-2026');
    await form.getByLabel('Tên lớp').fill('Khu bảo vệ di sản');
    await form.getByLabel(/^Nguồn/).fill('Sở Văn hoá');
    await form.getByLabel(/^Giấy phép/).fill('CC BY 4.0');
    await form.getByLabel('Số liệu của ngày').fill('2026-01-15');
    await form.getByLabel('Ai được xem').selectOption('public');
    await form.getByRole('button', { name: 'Gửi' }).click();
    await page.getByText('Đã nhận tệp di-san.geojson; đang đọc.').waitFor();
    const row = (on: Page, no: number) => on.locator(`[data-layer="heritage-2026"] [data-edition="${no}"]`);
    await row(page, 1).getByText('Chờ quyết định').waitFor();
    assert.equal(
      await row(page, 1)
        .getByRole('button', { name: /vào hiệu lực/ })
        .count(),
      0,
      'not by who brought it',
    );
    const tile = page.waitForResponse(
      (reply) => /\/tiles\/layers\/heritage-2026\/editions\/1\//.test(reply.url()) && reply.status() === 200,
    );
    await row(page, 1)
      .getByRole('button', { name: /^Xem trên bản đồ/ })
      .click();
    const look = page.locator('[data-look="heritage-2026.1"]');
    await look.getByText(/2 vùng, 0 đường, 0 điểm/).waitFor();
    await look.getByText('Vùng II: 1').waitFor();
    await tile;
    assert.deepEqual(await violationsOf(page), []);
    assert.deepEqual(officer.complaints, []);

    const approver = await s.sit({ role: 'approver', sub: 'second' }, '/desk/layers', SCREEN);
    const of = (no: number, step: string) =>
      approver.page.getByRole('button', { name: `${step} bản ${no} của lớp Khu bảo vệ di sản` });
    assert.equal(await approver.page.getByRole('button', { name: 'Đưa lớp mới vào' }).count(), 0);
    await of(1, 'Đưa').click();
    await row(approver.page, 1).getByText('Đang có hiệu lực').waitFor();
    await of(1, 'Rút').click();
    const dialog = approver.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Nhầm năm');
    await dialog.getByRole('button', { name: 'Rút', exact: true }).click();
    await row(approver.page, 1)
      .getByText(/Nhầm năm/)
      .waitFor();
    await of(1, 'Đưa lại').click();
    await row(approver.page, 2).getByText('Đưa lại các đối tượng của bản 1.').waitFor();
    assert.deepEqual(approver.complaints, []);
    await approver.context.close();
    await officer.context.close();
  },
);
