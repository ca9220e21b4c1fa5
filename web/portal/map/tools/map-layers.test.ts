/** The switch of thematic layers: by hand, by keys, by address; and what the page of a parcel says. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsOf } from '../../../../server/testing/browser/axe.ts';
import { browserTest, openSite, SCREENS, type Site } from '../../../../server/testing/browser/browser.ts';
import { lookingAt, openMap, openTool, settled, spoken } from '../../../../server/testing/browser/map-page.ts';
import { soon } from '../../../../server/testing/browser/soon.ts';
import { box, plantLayer } from '../../../../server/testing/plant/plant-layer.ts';

let site: Site;
before(async () => {
  if (browserTest.skip) return;
  site = await openSite();
  const land = box(416_600, 2_352_900, 417_000, 2_353_400);
  const plant = (layer: Parameters<typeof plantLayer>[1]) => plantLayer(site.t.ownerClient, layer);
  await plant({ code: 'flood', theme: 'flood', title: 'Vùng ngập', features: [{ category: 'Ngập sâu', wkt: land }] });
  await plant({ code: 'planning', theme: 'planning', title: 'Quy hoạch', features: [{ category: 'ODT', wkt: land }] });
  await plant({ code: 'secret', title: 'Nội bộ', channels: [], features: [{ category: 'Mật', wkt: land }] });
});
after(() => site?.close());

const HERE = lookingAt(100, 250, 17);
/** Words on the map are pixels: what is drawn is told by the tiles that were asked for. */
function tilesOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, layer] = /\/tiles\/layers\/([\w-]+)\//.exec(request.url()) ?? [];
    if (layer !== undefined) asked.push(layer);
  });
  return asked;
}
const switchOf = (page: Page, name: string) => page.getByRole('checkbox', { name });

test('a layer is switched on and off by hand, and the address keeps it', browserTest, async () => {
  const { page, context, complaints } = await openMap(site, HERE);
  const asked = tilesOf(page);
  await openTool(page, 'layers');
  await switchOf(page, 'Vùng ngập').waitFor();
  await soon.deepEqual(() => page.locator('.map-layers label').allInnerTexts(), ['Quy hoạch', 'Vùng ngập']);
  assert.equal(asked.length, 0);
  const first = page.waitForRequest(/\/tiles\/layers\/flood\//);
  await page.locator('label', { hasText: 'Vùng ngập' }).click();
  await page.waitForURL(/[?&]l=flood(&|$)/);
  await spoken(page, /Đã bật lớp Vùng ngập/);
  await first;
  await settled(page);
  await switchOf(page, 'Quy hoạch').focus();
  await page.keyboard.press('Space');
  await page.waitForURL(/[?&]l=flood%2Cplanning(&|$)/);
  await switchOf(page, 'Vùng ngập').uncheck();
  await page.waitForURL(/[?&]l=planning(&|$)/);
  await switchOf(page, 'Quy hoạch').uncheck();
  await page.waitForFunction(() => !location.search.includes('l='));
  assert.ok(asked.length > 0 && !asked.includes('secret'));
  assert.deepEqual(complaints, []);
  await context.close();
});

test('an address shows its layers; one that is not there is passed over', browserTest, async () => {
  const { page, context, complaints } = await openMap(site, HERE);
  const asked = tilesOf(page);
  const first = page.waitForRequest(/\/tiles\/layers\/planning\//);
  await page.goto(`${site.origin}/${HERE}&l=planning,secret,nothing`);
  await first;
  await settled(page);
  assert.deepEqual([...new Set(asked)], ['planning']);
  await openTool(page, 'layers');
  await switchOf(page, 'Quy hoạch').waitFor();
  await soon.deepEqual(
    async () => [await switchOf(page, 'Quy hoạch').isChecked(), await switchOf(page, 'Vùng ngập').isChecked()],
    [true, false],
  );
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a list that does not come says so, and is asked for again', browserTest, async () => {
  const { page, context } = await openMap(site, HERE);
  await page.route('**/api/portal/layers', (route) => route.abort(), { times: 1 });
  await openTool(page, 'layers');
  await page.getByText('Chưa tải được danh sách lớp.').waitFor();
  await page.locator('#map-panel-layers').getByRole('button', { name: 'Tải lại' }).click();
  await switchOf(page, 'Vùng ngập').waitFor();
  await context.close();
});

for (const [name, size] of Object.entries(SCREENS)) {
  for (const theme of ['light', 'dark'] as const) {
    test(`panel and page of a parcel pass axe: ${name}, ${theme}`, browserTest, async () => {
      const { page, context } = await openMap(site, `${HERE}&l=flood`, { size, theme });
      await openTool(page, 'layers');
      await switchOf(page, 'Vùng ngập').waitFor();
      assert.deepEqual(await violationsOf(page), []);
      await page.goto(`${site.origin}/parcels/${site.t.register.twins[0]}`);
      await page.getByRole('heading', { name: 'Các lớp chuyên đề trên thửa đất' }).waitFor();
      assert.deepEqual(await violationsOf(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no sideways scrolling');
      await context.close();
    });
  }
}
