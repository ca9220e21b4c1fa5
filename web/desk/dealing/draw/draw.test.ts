/** Boundaries moved and measured at the desk: drawn by typed coordinates or out of a shapefile, shown as they would be, registered by another. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsOf } from '../../../../server/testing/browser/axe.ts';
import { browserTest } from '../../../../server/testing/browser/browser.ts';
import { assertFormAccessible, button, fillDocument } from '../../../../server/testing/browser/deal-form.ts';
import { type LandDeskStage, openLandDeskStage } from '../../../../server/testing/browser/land-desk-stage.ts';
import { soon } from '../../../../server/testing/browser/soon.ts';
import { writeShp } from '../../../../server/testing/browser/write-shp.ts';

let s: LandDeskStage;
before(async () => {
  if (!browserTest.skip) s = await openLandDeskStage();
});
after(() => s?.close());

const SCREEN = { size: { width: 1366, height: 768 } } as const;
const LODGED = /\/desk\/dealings\/[0-9a-f-]{36}$/;
const part = (page: Page, name: string) => page.locator(`[data-part="${name}"]`);
const ready = (page: Page) => part(page, 'pieces').and(page.locator('[data-ready="true"]')).waitFor();

async function plot() {
  const { parcel, neighbour } = await s.t.plot();
  const corners = (await s.t.parcel(parcel)).geometryLegal.coordinates[0]!;
  const [west, south] = [Math.min(...corners.map(([x]) => x)), Math.min(...corners.map(([, y]) => y))];
  const row = ([x, y]: readonly [number, number]) =>
    `${(south + y).toFixed(3).replace('.', ',')}\t${(west + x).toFixed(3).replace('.', ',')}`;
  const rows = (...points: readonly (readonly [number, number])[]) => ['X\tY', ...points.map(row)].join('\n');
  return { parcel, neighbour, west, south, rows };
}

async function lodgeAndApprove(page: Page): Promise<void> {
  await button(page, 'Trình duyệt').click();
  await page.waitForURL(LODGED);
  assert.deepEqual(await violationsOf(page), []);
  await s.t.step(new URL(page.url()).pathname.split('/').at(-1)!, 'approve', {}, s.t.approver);
}

test(
  'a common boundary is moved: the neighbour chosen, the line typed, both areas told; registered, both have a next version',
  browserTest,
  async () => {
    const { parcel, neighbour, rows } = await plot();
    const beside = await s.t.parcel(neighbour);
    const { page, context, complaints } = await s.sit(s.t.officer, `/desk/parcels/${parcel}`, SCREEN);
    await page.getByRole('link', { name: 'Điều chỉnh ranh giới', exact: true }).click();
    await page.getByText('Chọn ít nhất một thửa liền kề ở danh sách bên trên.').waitFor();
    await part(page, 'parts').getByLabel(`Thửa ${beside.no}, tờ ${beside.sheet}`).check();
    await page.getByText('Vẽ ranh giới chung mới').waitFor();
    await page.getByLabel('Nhập hoặc dán toạ độ').fill(rows([32, -1], [31, 20], [28.5, 41]));
    await button(page, 'Thêm vạch').click();
    await ready(page);
    await soon.equal(() => part(page, 'pieces').locator('tr[data-role="changed"]').count(), 2);
    await part(page, 'pieces')
      .getByText(/diện tích tính toán từ/)
      .first()
      .waitFor();
    assert.deepEqual(await violationsOf(page), []);
    await lodgeAndApprove(page);
    assert.deepEqual([(await s.t.parcel(parcel)).version, (await s.t.parcel(neighbour)).version], [2, 2]);
    assert.deepEqual(complaints, []);
    await context.close();
    await assertFormAccessible(s, `/desk/parcels/${parcel}/boundary_adjustment`);
  },
);

test(
  'a parcel is surveyed anew by pasted corners; what overlaps a neighbour is said and cannot be lodged',
  browserTest,
  async () => {
    const { parcel, rows } = await plot();
    const { page, context, complaints } = await s.sit(s.t.officer, `/desk/parcels/${parcel}`, SCREEN);
    await page.getByRole('link', { name: 'Đo đạc lại', exact: true }).click();
    await fillDocument(page, 'ĐĐ-7/2026');
    await page.getByLabel('Nhập hoặc dán toạ độ').fill(rows([0, 0], [31, 0], [31, 40], [0, 40]));
    await button(page, 'Thêm vạch').click();
    await part(page, 'pieces')
      .getByText(/lấn sang thửa/)
      .waitFor();
    await soon.ok(() => button(page, 'Trình duyệt').isDisabled());
    await button(page, 'Xoá các vạch').click();
    await page.getByLabel('Nhập hoặc dán toạ độ').fill(rows([0.2, 0], [30, 0], [30, 40], [0.2, 40]));
    await button(page, 'Thêm vạch').click();
    await ready(page);
    assert.deepEqual(await violationsOf(page), []);
    await lodgeAndApprove(page);
    assert.equal((await s.t.parcel(parcel)).areaM2, 1192);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test(
  'a boundary out of a shapefile; a file of several polygons and one that is none are refused in words',
  browserTest,
  async () => {
    const { parcel, west, south } = await plot();
    const ring = (inset: number): [number, number][] => [
      [west + inset, south],
      [west + inset, south + 40],
      [west + 30, south + 40],
      [west + 30, south],
      [west + inset, south],
    ];
    const { page, context } = await s.sit(s.t.officer, `/desk/parcels/${parcel}/resurvey`, SCREEN);
    await fillDocument(page, 'ĐĐ-8/2026');
    const file = part(page, 'shapefile').locator('input[type="file"]');
    const give = (bytes: ArrayBuffer) =>
      file.setInputFiles({ name: 'thua.shp', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    await give(new ArrayBuffer(200));
    await page.getByRole('alert').getByText('Không đọc được vùng nào').waitFor();
    await give(writeShp([[ring(0)], [ring(1)]]));
    await page.getByRole('alert').getByText('Tệp có nhiều vùng').waitFor();
    await give(writeShp([[ring(0.1)]]));
    await ready(page);
    await lodgeAndApprove(page);
    assert.equal((await s.t.parcel(parcel)).areaM2, 1196);
    await context.close();
    await assertFormAccessible(s, `/desk/parcels/${parcel}/resurvey`);
  },
);

test(
  'a new version of the parcel that somebody else registers is told, and what was drawn stays and is judged by it',
  browserTest,
  async () => {
    const { parcel, neighbour, rows } = await plot();
    const { page, context, complaints } = await s.sit(s.t.officer, '/desk/parcels', SCREEN);
    const hears = page.waitForResponse(/\/api\/batches\/events/);
    await page.goto(`${s.origin}/desk/parcels/${parcel}/boundary_adjustment?with=${neighbour}`);
    await page.getByLabel('Nhập hoặc dán toạ độ').fill(rows([32, -1], [31, 20], [28.5, 41]));
    await button(page, 'Thêm vạch').click();
    await ready(page);
    await hears;
    await s.t.deal('purpose_change', parcel, {
      purposes: [{ code: 'CLN', areaM2: 1200.5 }],
      document: { no: 'QĐ-9', date: '2026-02-02' },
    });
    await part(page, 'meanwhile').locator('[data-fact="landUse"]').waitFor();
    assert.equal((await s.t.parcel(parcel)).version, 2);
    await ready(page);
    await lodgeAndApprove(page);
    assert.deepEqual([(await s.t.parcel(parcel)).version, (await s.t.parcel(neighbour)).version], [3, 2]);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);
