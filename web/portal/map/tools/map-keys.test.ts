/** The map without a mouse: what keys do and what is said. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest, openSite, type Site } from '../../../../server/testing/browser/browser.ts';
import { lookingAt, openMap, settled, spoken } from '../../../../server/testing/browser/map-page.ts';
import { soon } from '../../../../server/testing/browser/soon.ts';

let site: Site;
before(async () => {
  if (!browserTest.skip) site = await openSite();
});
after(() => site?.close());

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');
const place = async (page: Page) =>
  ((await page.locator('.map-readout').textContent()) ?? '')
    .match(/\d+,\d+/g)!
    .map((text) => Number(text.replace(',', '.')));

test('Tab reaches the map; Enter picks the middle, and the choice is said', browserTest, async () => {
  const { page, context } = await openMap(site, lookingAt(105, 300, 18));
  for (let i = 0; i < 30 && (await focused(page)) !== 'map'; i += 1) await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'map');
  await page.keyboard.press('Enter');
  await spoken(page, /^Tờ 7, thửa 13$/);
  await soon.ok(() => page.locator('.map-reticle').isVisible());
  await soon.equal(() => page.locator('#map').getAttribute('role'), 'application');
  await page.keyboard.press('Escape');
  await page.locator('.card').waitFor({ state: 'hidden' });
  // Off the land.
  await page.keyboard.press('-');
  await context.close();
});

test('arrows move far, Shift and arrows a little, + and − zoom; where one is gets said', browserTest, async () => {
  const { page, context } = await openMap(site, lookingAt(105, 300, 18));
  await page.locator('#map').focus();
  const moved = async (key: string) => {
    const [x0 = 0, y0 = 0] = await place(page);
    const before = await page.locator('.map-readout').textContent();
    await page.keyboard.press(key);
    await page.waitForFunction((old) => document.querySelector('.map-readout')?.textContent !== old, before);
    await settled(page);
    const [x = 0, y = 0] = await place(page);
    return [x - x0, y - y0] as const;
  };
  const [, far] = await moved('ArrowRight');
  const [, near] = await moved('Shift+ArrowLeft');
  // X is north, Y is east: 128 and 16 pixels of 0.556 m.
  assert.ok(Math.abs(far - 71.2) < 1, `${far} m`);
  assert.ok(Math.abs(near + 8.9) < 0.3, `${near} m`);
  const [north] = await moved('ArrowUp');
  assert.ok(north > 60);
  await spoken(page, /^Trong khung nhìn có \d+ thửa đất\./);
  const scale = await page.locator('.ol-scale-line').textContent();
  await page.keyboard.press('+');
  await page.waitForFunction((old) => document.querySelector('.ol-scale-line')?.textContent !== old, scale);
  await context.close();
});

test('the question mark lists the keys; Escape leads back', browserTest, async () => {
  const { page, context } = await openMap(site, lookingAt(105, 300, 18));
  await page.locator('#map').focus();
  await page.keyboard.press('?');
  await page.locator('#map-panel-help').waitFor();
  await soon.match(
    async () => (await page.locator('#map-panel-help').textContent()) ?? '',
    /Shift \+ mũi tên[\s\S]*từng bước nhỏ/,
  );
  await page.keyboard.press('Escape');
  await page.locator('#map-panel-help').waitFor({ state: 'hidden' });
  await context.close();
});

test('a panel opened by key has the focus and gives it back', browserTest, async () => {
  const { page, context } = await openMap(site, lookingAt(105, 300, 18));
  await page.locator('[data-tool="coordinates"]').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'map-title-coordinates');
  await soon.equal(() => page.locator('[data-tool="coordinates"]').getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => (document.activeElement as HTMLElement).dataset.tool === 'coordinates');
  await context.close();
});

test('the parcels in view are a list that picks like the map', browserTest, async () => {
  const { page, context } = await openMap(site, lookingAt(60, 250, 18));
  await page.locator('[data-tool="list"]').focus();
  await page.keyboard.press('Enter');
  const panel = page.locator('#map-panel-list');
  const items = panel.locator('.map-list button');
  await items.first().waitFor();
  const count = Number(/(\d+) thửa\.$/.exec((await panel.locator('.map-note').first().textContent()) ?? '')?.[1]);
  await soon.equal(() => items.count(), count);
  assert.ok(count > 15 && count <= site.t.register.parcels);
  const texts = await items.allTextContents();
  assert.equal(new Set(texts).size, texts.length, 'a parcel across two tiles is one parcel');
  const wanted = items.filter({ hasText: 'Tờ 7, thửa 13' });
  await wanted.focus();
  await page.keyboard.press('Enter');
  await page.locator('.card h2').getByText('Tờ 7, thửa 13').waitFor();
  await spoken(page, /^Tờ 7, thửa 13$/);
  await context.close();
});

test('a key typed into a field of the page is not the map’s', browserTest, async () => {
  const { page, context } = await openMap(site, lookingAt(105, 300, 18));
  await page.locator('[data-tool="print"]').click();
  const heading = page.locator('#print-heading');
  await heading.fill('');
  await heading.pressSequentially('a? b');
  await soon.equal(() => heading.inputValue(), 'a? b');
  await soon.equal(() => page.locator('#map-panel-help').count(), 0);
  await context.close();
});
