/** The picture that stands on the first page until somebody wants the map. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browserTest, openSite, SCREENS, type Site } from '../../../server/testing/browser/browser.ts';
import { settled } from '../../../server/testing/browser/map-page.ts';
import { soon } from '../../../server/testing/browser/soon.ts';

let site: Site;
before(async () => {
  if (!browserTest.skip) site = await openSite();
});
after(() => site?.close());

test(
  'a page nobody touches asks for no map; a touch puts the map in the place of the picture',
  browserTest,
  async () => {
    for (const size of [SCREENS.desk, SCREENS.phone]) {
      const { page, context, complaints } = await site.visit('/', { size });
      await page.locator('.poster svg path.sheet').first().waitFor();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.waitForLoadState('networkidle');
      assert.deepEqual(
        asked.filter((url) => /map-|live-map|\/tiles\//.test(url)),
        [],
      );
      await page.getByRole('button', { name: 'Mở bản đồ' }).click();
      await settled(page);
      await page.locator('.poster').waitFor({ state: 'detached' });
      assert.deepEqual(complaints, []);
      await context.close();
    }
  },
);

test('a key wakes the map, a link to a place opens it at once', browserTest, async () => {
  const first = await site.visit('/');
  await first.page.keyboard.press('Tab');
  await first.page.waitForSelector('#map canvas');
  await first.context.close();
  const second = await site.visit(`/?p=${site.t.register.twins[0]}`);
  await second.page.waitForSelector('#map canvas');
  await second.context.close();
});

test('without a script the picture is there, and no button that would do nothing', browserTest, async () => {
  const { page, context } = await site.visit('/', { javaScript: false });
  await soon.ok(() => page.locator('.poster svg').isVisible());
  await soon.equal(() => page.locator('[data-open-map]').isVisible(), false);
  // A browser told to run no script by its debugger still parses noscript as if it did, so the sentence is read there.
  await soon.match(() => page.locator('noscript').textContent(), /Bản đồ cần JavaScript/);
  await context.close();
});
