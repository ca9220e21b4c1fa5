/** What is registered while the map is open comes to it by itself. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest, openSite, type Site } from '../../../server/testing/browser/browser.ts';
import { coloursOf, lookingAt } from '../../../server/testing/browser/map-page.ts';
import { addLand } from '../../../server/testing/plant/add-land.ts';

let site: Site;
before(async () => {
  if (!browserTest.skip) site = await openSite();
});
after(() => site?.close());

/** Fill of aquaculture land, which the fixture has none of here. */
const WATER = '197,253,251';
const [EAST, NORTH] = [416_700, 2_353_000];
/** A pond of 100 m × 100 m, metres beside the fixture's land. */
function pond(no: string, x: number, y: number) {
  const at = (dx: number, dy: number) => `${EAST + x + dx} ${NORTH + y + dy}`;
  const shape = `polygon((${at(0, 0)},${at(0, 100)},${at(100, 100)},${at(100, 0)},${at(0, 0)}))`;
  return { unit: { code: '99088', name: 'Xã Ao Thử' }, sheet: '1', no, shape, landUse: 'NTS' };
}
const showsWater = async (page: Page) => (await coloursOf(page)).includes(WATER);
/** Waits until the map is drawn with water in it; what does not come within 20 s will not come. */
async function waterAppears(page: Page): Promise<void> {
  for (const end = Date.now() + 20_000; !(await showsWater(page)); ) {
    assert.ok(Date.now() < end, 'the map shows what was registered');
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}
/** The map's own questions about what it shows: answered without a tile. */
const asked = (page: Page, layer: string) =>
  page.waitForResponse((reply) => reply.status() === 304 && reply.url().includes(`/tiles/${layer}/`));

test(
  'a map that is open shows what was registered meanwhile, and asks for no tile otherwise',
  browserTest,
  async () => {
    const { page, context } = await site.visit('/about');
    await page.clock.install();
    const opened = asked(page, 'outlines');
    await page.goto(`${site.origin}/${lookingAt(950, 50, 18)}`);
    await page.waitForSelector('#map[data-pending="0"] canvas');
    await opened;
    assert.equal(await showsWater(page), false);

    const tiles: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/tiles/') && !request.headers()['if-none-match']) tiles.push(request.url());
    });
    const unchanged = asked(page, 'outlines');
    await page.clock.fastForward(21_000);
    await unchanged;
    assert.deepEqual(tiles, []);

    await addLand(site.t.database.urls.migrator, [pond('1', 900, 0)]);
    await page.clock.fastForward(21_000);
    await waterAppears(page);
    await context.close();
  },
);

test('a reader who comes back to the page sees the land as it is now', browserTest, async () => {
  const { page, context } = await site.visit('/about');
  const opened = asked(page, 'outlines');
  await page.goto(`${site.origin}/${lookingAt(2950, 50, 18)}`);
  await page.waitForSelector('#map[data-pending="0"] canvas');
  await opened;
  assert.equal(await showsWater(page), false);
  await addLand(site.t.database.urls.migrator, [pond('2', 2900, 0)]);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await waterAppears(page);
  await context.close();
});
