/** A phone of 390 × 844 under fingers: one sheet at a time, no words for keys, no column off the screen. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browserTest, openSite, SCREENS, type Site } from '../../../../server/testing/browser/browser.ts';
import { middleOf, openTool, settled } from '../../../../server/testing/browser/map-page.ts';
import { portalPages } from '../../../../server/testing/browser/portal-pages.ts';
import { soon } from '../../../../server/testing/browser/soon.ts';

let site: Site;
before(async () => {
  if (!browserTest.skip) site = await openSite();
});
after(() => site?.close());

const PHONE = { size: SCREENS.phone, touch: true } as const;
/** Words of keys and pointers, in both languages. */
const OF_KEYS = /phím|con trỏ|chuột|\bEnter\b|\bCtrl\b|\bShift\b|\bTab\b|keyboard|arrow key|pointer|mouse|\bclick/i;
/** Less of the map than this is of no use to anybody. */
const LEAST_MAP = 170;

for (const locale of ['vi-VN', 'en-GB'] as const) {
  test(`a tool puts the card aside and gives it back, and no tool speaks of keys: ${locale}`, browserTest, async () => {
    const { page, context } = await site.visit(`/?p=${site.t.register.twins[0]}`, { ...PHONE, locale });
    await settled(page);
    await page.locator('.card .card-page').waitFor();
    await soon.equal(() => page.locator('[data-tool="help"]').isVisible(), false);
    await page.locator('.map-more').click();
    const tools = await page
      .locator('[data-tool]:visible')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-tool')!));
    await page.locator('.map-more').click();
    assert.ok(tools.length > 6, tools.join());
    for (const tool of tools) {
      await openTool(page, tool);
      const panel = page.locator(`#map-panel-${tool}`);
      await soon.deepEqual(
        async () => [await panel.isVisible(), await page.locator('.card').isVisible()],
        [true, false],
        tool,
      );
      const free = await page.evaluate(() => {
        const map = document.querySelector('#map')!.getBoundingClientRect();
        const tops = [...document.querySelectorAll('.map-panel:not([hidden]), .map-bar')]
          .map((over) => over.getBoundingClientRect().top)
          .filter((top) => top > map.top);
        return Math.min(map.bottom, ...tops) - map.top;
      });
      assert.ok(free >= LEAST_MAP, `${tool}: ${free} px of map`);
      await soon.doesNotMatch(() => panel.textContent(), OF_KEYS, tool);
      await panel.locator('.map-shut').click();
      await page.locator('.card').waitFor({ state: 'visible' });
    }
    await context.close();
  });
}

test('a card that is asked for puts the open tool away', browserTest, async () => {
  const { page, context } = await site.visit(`/?p=${site.t.register.twins[0]}`, PHONE);
  await settled(page);
  await page.locator('.card .card-page').waitFor();
  await page.locator('.card-foot > button').last().click();
  await openTool(page, 'legend');
  await page.mouse.click(...(await middleOf(page)));
  await page.locator('.card').waitFor({ state: 'visible' });
  await soon.equal(() => page.locator('#map-panel-legend').isVisible(), false);
  await soon.equal(() => page.locator('[data-tool="legend"]').getAttribute('aria-expanded'), 'false');
  // Where there is room for both, both stay.
  await page.setViewportSize(SCREENS.desk);
  await page.locator('[data-tool="legend"]').click();
  await page.locator('#map-panel-legend').waitFor();
  await soon.ok(() => page.locator('.card').isVisible());
  await page.mouse.click(...(await middleOf(page)));
  await soon.ok(() => page.locator('#map-panel-legend').isVisible());
  await context.close();
});

test('no table has a column off the screen, nor loses a title of one', browserTest, async () => {
  const states = await portalPages(site.t);
  const found: string[] = [];
  let tables = 0;
  for (const width of [390, 320]) {
    const { page, context } = await site.visit('/about', { ...PHONE, size: { width, height: 844 } });
    for (const [state, path] of states) {
      if (state === 'home') continue;
      await page.goto(site.origin + path);
      const over = await page.evaluate(() => {
        for (const folded of document.querySelectorAll('details')) folded.open = true;
        return [...document.querySelectorAll('.wide')].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      });
      tables += over.length;
      if (state !== 'description of the interface')
        found.push(...over.filter((px) => px > 0).map((px) => `${state} at ${width}: ${px} px`));
    }
    await context.close();
  }
  assert.ok(tables > 6);
  assert.deepEqual(found, []);
  const { page, context } = await site.visit('/communes/99002', PHONE);
  const titles = await page
    .locator('.stack tbody tr')
    .first()
    .evaluate((row) => [...row.children].map((cell) => getComputedStyle(cell, '::before').content));
  assert.ok(titles.length > 2 && titles.every((title) => title.length > 2), titles.join());
  const parts = await page
    .locator('.stack tbody :is(th, td)')
    .evaluateAll((cells) => cells.map((cell) => cell.childNodes.length));
  assert.equal(Math.max(...parts), 1, 'what a cell holds stays together beside its title');
  await context.close();
});
