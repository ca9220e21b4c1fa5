/** Measuring by mouse, by keys alone and by touch, in the portal's view and in the law's. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest, openSite, SCREENS, type Site } from '../../../../server/testing/browser/browser.ts';
import {
  lookingAt,
  middleOf,
  moveTo,
  openMap,
  openTool,
  settled,
  spoken,
} from '../../../../server/testing/browser/map-page.ts';
import { soon } from '../../../../server/testing/browser/soon.ts';

let site: Site;
before(async () => {
  if (!browserTest.skip) site = await openSite();
});
after(() => site?.close());

/** Sheet 7, parcel 13: 30 m by 40 m, from 90 m east and 280 m north of the corner of the land. */
const CORNERS = [
  [90, 280],
  [120, 280],
  [120, 320],
  [90, 320],
] as const;
const panel = (page: Page) => page.locator('#map-panel-measure');
/** The numbers of a text as written in Vietnamese. */
const numbers = (text: string | null) =>
  [...(text ?? '').matchAll(/\d[\d.]*,?\d*/g)].map(([number]) => Number(number.replaceAll('.', '').replace(',', '.')));

/** The page with its map in another projection. */
async function openProjected(srid: number, query: string) {
  const visit = await site.visit('/about');
  await visit.page.route(`${site.origin}/?*`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('id="map"', `id="map" data-projection="${srid}"`);
    await route.fulfill({ response, body });
  });
  await visit.page.goto(`${site.origin}/${query}`);
  await settled(visit.page);
  return visit;
}

/** Measures the parcel by the middle of the map and the keys. */
async function measureByKeys(page: Page): Promise<number[]> {
  await page.locator('[data-tool="measure"]').focus();
  await page.keyboard.press('Enter');
  await panel(page).waitFor();
  await panel(page).getByRole('button', { name: 'Diện tích' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('#map').focus();
  for (const [x, y] of CORNERS) {
    await moveTo(page, lookingAt(x, y, 20));
    await page.keyboard.press('Space');
  }
  await page.keyboard.press('Enter');
  await spoken(page, /^Kết quả: diện tích .* m², chu vi .* m\.$/);
  return numbers(await page.locator('.map-spoken').textContent());
}

test('by keys alone, Mercator and TM-3 measure the same parcel alike to 1 cm', browserTest, async () => {
  const results: number[][] = [];
  for (const srid of [3857, 9214]) {
    const { page, context, complaints } = await openProjected(srid, lookingAt(105, 300, 20));
    results.push(await measureByKeys(page));
    await soon.ok(() => page.locator('.map-host[data-reticle] .map-reticle').isVisible());
    const sides = await panel(page).locator('.map-sides li').allTextContents();
    assert.deepEqual(
      sides.map((side) => numbers(side)[1]),
      [30, 40, 30, 40],
    );
    await soon.match(
      async () => (await panel(page).textContent()) ?? '',
      /VN-2000, kinh tuyến trục 107°00', múi 3° \(EPSG:9214\)/,
    );
    assert.deepEqual(complaints, []);
    await context.close();
  }
  // Area to 0.1 m², perimeter to 1 cm: 1.200 m² and 140,00 m.
  assert.deepEqual(results, [
    [1200, 140],
    [1200, 140],
  ]);
});

test(
  'by mouse: each click is a point, the last can be taken back, a double click ends, clearing clears',
  browserTest,
  async () => {
    const { page, context, complaints } = await openMap(site, lookingAt(105, 300, 19));
    await openTool(page, 'measure');
    const [x, y] = await middleOf(page);
    for (const [dx, dy] of [
      [0, 0],
      [100, 0],
      [100, 80],
    ] as const) {
      await page.mouse.click(x + dx, y + dy);
      await spoken(page, dx === 0 ? /^Điểm 1\.$/ : dy === 0 ? /^Điểm 2, độ dài/ : /^Điểm 3, độ dài/);
    }
    // Card and selection keep out of it.
    await soon.equal(() => page.locator('.card').isVisible(), false);
    await page.locator('#map').focus();
    await page.keyboard.press('Backspace');
    await spoken(page, /^Đã bỏ điểm cuối, còn 2 điểm\.$/);
    await page.keyboard.press('Control+z');
    await spoken(page, /^Đã bỏ điểm cuối, còn 1 điểm\.$/);
    await page.mouse.click(x + 100, y);
    await spoken(page, /^Điểm 2, độ dài/);
    await page.mouse.dblclick(x + 100, y + 80);
    await spoken(page, /^Kết quả: độ dài/);
    // 180 pixels at zoom 19 are 180 × 0.2986 × cos 21.27°.
    const [length = 0] = numbers(await page.locator('.map-spoken').textContent());
    assert.ok(Math.abs(length - 50.08) < 0.6, `${length} m`);
    // Kept until it is cleared, its panel closed or not.
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'hidden' });
    await openTool(page, 'measure');
    await soon.deepEqual(async () => numbers(await panel(page).locator('dd').first().textContent()), [length]);
    await panel(page).getByRole('button', { name: 'Xoá kết quả' }).click();
    await spoken(page, /^Đã xoá kết quả đo\.$/);
    await soon.deepEqual(async () => numbers(await panel(page).locator('dd').first().textContent()), [0]);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('Escape cancels what was begun, and too few points are refused with a reason', browserTest, async () => {
  const { page, context } = await openMap(site, lookingAt(105, 300, 19));
  await openTool(page, 'measure');
  await panel(page).getByRole('button', { name: 'Diện tích' }).click();
  await page.mouse.click(...(await middleOf(page)));
  await spoken(page, /^Điểm 1\.$/);
  await page.locator('#map').focus();
  await page.keyboard.press('Enter');
  await spoken(page, /^Cần ít nhất ba điểm khác nhau/);
  await page.keyboard.press('Escape');
  await spoken(page, /^Đã huỷ phép đo\.$/);
  await soon.ok(() => panel(page).isVisible(), 'the panel stays for another try');
  await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'hidden' });
  await context.close();
});

test('two quick clicks far apart are two points', browserTest, async () => {
  const { page, context } = await openMap(site, lookingAt(105, 300, 19));
  await openTool(page, 'measure');
  const [x, y] = await middleOf(page);
  await page.mouse.click(x, y);
  await page.mouse.click(x + 90, y);
  await page.mouse.click(x + 90, y + 70);
  await spoken(page, /^Điểm 3, độ dài/);
  await context.close();
});

test('an outline that crosses itself has no area, and the reason is said', browserTest, async () => {
  const { page, context } = await openMap(site, lookingAt(105, 300, 19));
  await openTool(page, 'measure');
  await panel(page).getByRole('button', { name: 'Diện tích' }).click();
  const [x, y] = await middleOf(page);
  for (const [i, [dx, dy]] of [
    [0, 0],
    [90, 90],
    [90, 0],
    [0, 90],
  ].entries()) {
    await page.mouse.click(x + dx!, y + dy!);
    await spoken(page, new RegExp(`^Điểm ${i + 1}`));
  }
  await panel(page).getByText('Đường bao tự cắt nhau').waitFor();
  await context.close();
});

test('by touch: taps set points, and the button sets one at the middle', browserTest, async () => {
  const { page, context } = await openMap(site, lookingAt(105, 300, 19), { size: SCREENS.phone, touch: true });
  await openTool(page, 'measure');
  const box = (await page.locator('#map').boundingBox())!;
  await page.touchscreen.tap(box.x + 100, box.y + 60);
  await spoken(page, /^Điểm 1\.$/);
  await panel(page).getByRole('button', { name: 'Thêm điểm ở tâm' }).tap();
  await spoken(page, /^Điểm 2, độ dài/);
  await panel(page).getByRole('button', { name: 'Kết thúc' }).tap();
  await spoken(page, /^Kết quả: độ dài/);
  await context.close();
});
