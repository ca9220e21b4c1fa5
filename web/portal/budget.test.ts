/** What a page makes a phone fetch, counted in the browser, as bytes on the wire for a client that takes gzip. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { browserTest, openSite, SCREENS, type Site } from '../../server/testing/browser/browser.ts';
import { settled } from '../../server/testing/browser/map-page.ts';
import { TEST_CONFIG } from '../../server/testing/test-app.ts';

/** kB of gzip, 1000 bytes each. */
const BUDGET = { scriptsBeforeMap: 60, styles: 20, scripts: 240 };
const ASSETS = join(TEST_CONFIG.webDist, 'assets');

let site: Site;
before(async () => {
  if (!browserTest.skip) site = await openSite();
});
after(() => site?.close());

const gzipKb = (name: string) => gzipSync(readFileSync(join(ASSETS, name)), { level: 9 }).length / 1000;
const sum = (files: Iterable<string>, ending: string) =>
  [...files].filter((name) => name.endsWith(ending)).reduce((kb, name) => kb + gzipKb(name), 0);

/** Built files a page asks for, by name; with the map, those of every tool as well. */
async function filesOf(path: string, act: 'read' | 'map'): Promise<Set<string>> {
  const { page, context } = await site.visit('/about', { size: SCREENS.phone });
  const files = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/assets/')) files.add(pathname.slice('/assets/'.length));
  });
  await page.goto(site.origin + path);
  if (act === 'map') {
    await settled(page);
    await page.locator('.map-more').click();
    for (const id of await page
      .locator('[data-tool]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-tool')))) {
      // By key: on a phone an open panel lies over the other buttons.
      await page.locator(`[data-tool="${id}"]`).evaluate((button: HTMLElement) => button.click());
      await page.locator(`#map-panel-${id}`).waitFor();
    }
  }
  await page.waitForLoadState('networkidle');
  await context.close();
  return files;
}

test('a page of text loads little: no map, at most 60 kB of script and 20 kB of style', browserTest, async () => {
  for (const path of [`/parcels/${site.t.register.parent}`, '/search?q=12%2F345', '/communes/99002', '/communes']) {
    const files = await filesOf(path, 'read');
    assert.ok(
      [...files].some((name) => name.endsWith('.js')),
      'something was counted',
    );
    assert.ok(![...files].some((name) => name.startsWith('create-map')), `${path} does without the map`);
    assert.ok(sum(files, '.js') <= BUDGET.scriptsBeforeMap, `${path}: ${sum(files, '.js')} kB of script`);
    assert.ok(sum(files, '.css') <= BUDGET.styles, `${path}: ${sum(files, '.css')} kB of style`);
  }
});

test(
  'the first page with the map and every tool opened: at most 240 kB of script, 20 kB of style',
  browserTest,
  async () => {
    const files = await filesOf('/', 'map');
    assert.ok(
      [...files].some((name) => name.startsWith('create-map')),
      'the map was counted',
    );
    const [scripts, styles] = [sum(files, '.js'), sum(files, '.css')];
    assert.ok(scripts <= BUDGET.scripts, `${scripts} kB of script`);
    assert.ok(styles <= BUDGET.styles, `${styles} kB of style`);
  },
);

test(
  'without the map, asked for last, the first page is at most 60 kB of script and says so',
  browserTest,
  async () => {
    const { page, context } = await site.visit('/about', { size: SCREENS.phone });
    const files = new Set<string>();
    await page.route('**/assets/map-island*', (route) => route.abort());
    page.on('requestfinished', (request) => files.add(new URL(request.url()).pathname.split('/').at(-1)!));
    await page.goto(`${site.origin}/`);
    await page.getByRole('button', { name: 'Mở bản đồ' }).click();
    await page.locator('#map [role="alert"]').waitFor();
    // What has come is told of a moment later.
    await page.waitForLoadState('networkidle');
    const kb = sum(files, '.js');
    assert.ok(kb > 1 && kb <= BUDGET.scriptsBeforeMap, `${kb} kB`);
    await context.close();
  },
);

test(
  'scripts and styles come compressed and are kept for ever; pages come compressed and are not kept',
  browserTest,
  async () => {
    const { page, context } = await site.visit('/about');
    const script = await page.locator('script[type="module"]').getAttribute('src');
    const style = await page.locator('link[rel="stylesheet"]').first().getAttribute('href');
    for (const path of [script!, style!]) {
      const reply = await context.request.get(site.origin + path, { headers: { 'accept-encoding': 'br' } });
      const { 'content-encoding': coding, vary, 'cache-control': kept } = reply.headers();
      assert.deepEqual([coding, vary, kept], ['br', 'accept-encoding', 'public, max-age=31536000, immutable'], path);
      assert.equal((await reply.body()).toString(), readFileSync(join(TEST_CONFIG.webDist, path), 'utf8'), path);
    }
    const reply = await context.request.get(`${site.origin}/communes/99002`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    assert.equal(reply.headers()['content-encoding'], 'gzip');
    assert.equal(reply.headers()['cache-control'], 'no-store');
    assert.match(reply.headers().vary!, /accept-encoding/i);
    await context.close();
  },
);
