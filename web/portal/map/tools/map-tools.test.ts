/** Each tool of the bar but measuring and printing, which have their own. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest, openContext, openSite, SCREENS, type Site } from '../../../../server/testing/browser/browser.ts';
import {
  coloursOf,
  degreesAt,
  lookingAt,
  middleOf,
  openMap,
  openTool,
  settled,
} from '../../../../server/testing/browser/map-page.ts';
import { soon } from '../../../../server/testing/browser/soon.ts';

let site: Site;
before(async () => {
  if (!browserTest.skip) site = await openSite();
});
after(() => site?.close());

const panel = (page: Page, id: string) => page.locator(`#map-panel-${id}`);
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test(
  'coordinates: X is north and Y is east in the legal system, degrees beside, both to copy',
  browserTest,
  async () => {
    const { page, context, complaints } = await openMap(site, lookingAt(100, 250, 19));
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openTool(page, 'coordinates');
    const values = panel(page, 'coordinates').locator('dd');
    await soon.deepEqual(async () => (await values.allTextContents()).slice(0, 2), ['2353250,00 m', '416800,00 m']);
    await page.getByText('Tại tâm bản đồ (dấu chữ thập)').waitFor();
    await soon.match(
      async () => (await page.locator('#map-system option').first().textContent()) ?? '',
      /107°00', múi 3° \(EPSG:9214\)/,
    );
    await page.getByRole('button', { name: 'Chép X, Y' }).click();
    await page.getByText('Đã chép: 2353250.00, 416800.00').waitFor();
    assert.equal(await copied(page), '2353250.00, 416800.00');
    await page.getByRole('button', { name: 'Chép vĩ độ, kinh độ' }).click();
    await page.getByText('Đã chép: 21.27').waitFor();
    const [latitude = 0, longitude = 0] = (await copied(page)).split(', ').map(Number);
    const [lon, lat] = degreesAt(100, 250);
    assert.ok(Math.abs(latitude - lat) < 1e-6 && Math.abs(longitude - lon) < 1e-6);
    // Another system, chosen by hand: UTM 48, central meridian 105°.
    await page.selectOption('#map-system', '3405');
    await soon.match(() => values.nth(1).textContent(), /^62\d{4},\d\d m$/);
    await page.selectOption('#map-system', '9214');
    const [x, y] = await middleOf(page);
    await page.mouse.move(x + 100, y);
    await page.getByText('Tại con trỏ').waitFor();
    await soon.match(() => values.nth(1).textContent(), /^41682\d,\d\d m$/);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('coordinates by touch: the cross in the middle is what is read', browserTest, async () => {
  const context = await site.browser.newContext({
    viewport: SCREENS.phone,
    hasTouch: true,
    isMobile: true,
    locale: 'vi-VN',
  });
  const page = await context.newPage();
  await page.goto(`${site.origin}/${lookingAt(100, 250, 19)}`);
  await settled(page);
  await soon.equal(() => page.locator('.map-reticle').isVisible(), false);
  await openTool(page, 'coordinates');
  await soon.ok(() => page.locator('.map-reticle').isVisible());
  await soon.equal(() => panel(page, 'coordinates').locator('dd').first().textContent(), '2353250,00 m');
  await context.close();
});

test('legend: colour, code and plain words of what is in view, or of all', browserTest, async () => {
  const { page, context } = await openMap(site, lookingAt(105, 300, 20));
  await openTool(page, 'legend');
  const uses = panel(page, 'legend').locator('.map-legend').first().locator('li');
  await uses.getByText('Đất chuyên trồng lúa').waitFor();
  await soon.equal(() => uses.count(), 1);
  await soon.equal(() => uses.locator('path').getAttribute('fill'), 'rgb(254, 251, 168)');
  await page.getByLabel('Chỉ loại đất đang thấy').uncheck();
  await soon.ok(async () => (await uses.count()) > 40);
  await soon.match(
    async () => (await panel(page, 'legend').textContent()) ?? '',
    /Địa giới xã, phường[\s\S]*|Thửa không còn hiện hành/,
  );
  await context.close();
});

test('day: the parcels as of a day, said on the map and in the address; back to today', browserTest, async () => {
  const { page, context, complaints } = await openMap(site, lookingAt(30, 120, 19));
  await openTool(page, 'day');
  await page.fill('#map-day', '2026-05-01');
  await page.locator('#map-day').dispatchEvent('change');
  await page.locator('.map-as-of', { hasText: 'Bản đồ theo ngày 01/05/2026.' }).waitFor();
  await page.waitForFunction(() => new URLSearchParams(location.search).get('at') === '2026-05-01');
  await settled(page);
  await page.mouse.click(...(await middleOf(page)));
  // Parcels 2 and 3 of today were one then.
  await page.locator('.card h2').getByText('Tờ 7, thửa 1').waitFor();
  await soon.equal(() => page.getByText('không còn hiện hành').count(), 0, 'on that day it was current');
  await page.locator('.map-as-of').getByRole('button', { name: 'Về hôm nay' }).click();
  await page.locator('.map-as-of').waitFor({ state: 'hidden' });
  await page.getByText('Thửa này không còn hiện hành từ ngày 20/06/2026.').waitFor();
  await page.waitForFunction(() => !new URLSearchParams(location.search).has('at'));
  assert.deepEqual(complaints, []);
  await context.close();
});

test('day: by the keys of the slider, before the first registration, and outside', browserTest, async () => {
  const { page, context } = await openMap(site, `${lookingAt(30, 120, 19)}&at=2026-03-10`);
  await page.locator('.map-as-of', { hasText: '10/03/2026' }).waitFor();
  await openTool(page, 'day');
  const slider = page.locator('#map-day-slider');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await soon.equal(() => slider.getAttribute('aria-valuetext'), '11/03/2026');
  await page.locator('.map-as-of', { hasText: '11/03/2026' }).waitFor();
  await page.fill('#map-day', '2099-01-01');
  await page.locator('#map-day').dispatchEvent('change');
  await page.getByText('Hãy chọn một ngày từ').first().waitFor();
  await context.close();
});

test('position: found with its circle, refused, not known, and elsewhere are four sentences', browserTest, async () => {
  const [longitude, latitude] = degreesAt(100, 250);
  const said = (page: Page) => panel(page, 'position').locator('[role=status]');
  const ask = async (setUp: (context: Awaited<ReturnType<typeof openContext>>) => Promise<void>, sentence: RegExp) => {
    const context = await openContext(site.browser);
    await setUp(context);
    const page = await context.newPage();
    await page.goto(`${site.origin}/${lookingAt(30, 120, 17)}`);
    await settled(page);
    const before = await page.locator('.map-readout').textContent();
    await openTool(page, 'position');
    await said(page).filter({ hasText: sentence }).waitFor();
    return { page, context, before };
  };
  const found = await ask(async (context) => {
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ longitude, latitude, accuracy: 12 });
  }, /sai số khoảng 12 m/);
  await found.page.waitForFunction(() => document.querySelector('.map-readout')?.textContent?.includes('X 2353250,'));
  assert.ok((await coloursOf(found.page, 50)).includes('31,95,168'));
  await found.page.getByRole('button', { name: 'Bỏ dấu vị trí' }).click();
  await found.context.close();

  const refused = await ask(async () => {}, /không được phép biết vị trí/);
  await refused.context.close();

  const elsewhere = await ask(async (context) => {
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ longitude: 2.35, latitude: 48.85 });
  }, /ngoài khu vực của bản đồ/);
  await soon.equal(() => elsewhere.page.locator('.map-readout').textContent(), elsewhere.before, 'the map stayed');
  await elsewhere.context.close();

  const unknown = await ask(async (context) => {
    await context.addInitScript(() => {
      navigator.geolocation.getCurrentPosition = (_found, failed) =>
        failed?.({ code: 2, PERMISSION_DENIED: 1 } as GeolocationPositionError);
    });
  }, /chưa xác định được vị trí/);
  await unknown.context.close();
});

test('share: the link to exactly this view, copied; handed on where the device can', browserTest, async () => {
  const context = await openContext(site.browser);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await context.addInitScript(() => {
    navigator.share = async (data) => {
      document.title = `shared ${data?.url}`;
    };
  });
  const page = await context.newPage();
  await page.goto(`${site.origin}/${lookingAt(100, 250, 19)}`);
  await settled(page);
  await openTool(page, 'share');
  await page.getByRole('button', { name: 'Chép đường dẫn' }).click();
  await page.getByText('Đã chép đường dẫn.').waitFor();
  const link = await copied(page);
  assert.match(link, /\?lat=21\.\d{6}&lon=106\.\d{5,6}&z=19$/);
  await page.getByRole('button', { name: 'Gửi bằng ứng dụng khác…' }).click();
  await page.waitForFunction((wanted) => document.title === `shared ${wanted}`, link);
  await context.close();
});
