/** Waiting, failing, being offline, and not asking for what nobody looks at any more. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Request } from 'playwright-core';
import { browserTest, openContext, openSite, type Site } from '../../../server/testing/browser/browser.ts';
import {
  coloursOf,
  lookingAt,
  middleOf,
  moveTo,
  openMap,
  openTool,
  settled,
} from '../../../server/testing/browser/map-page.ts';
import { soon } from '../../../server/testing/browser/soon.ts';

let site: Site;
before(async () => {
  if (!browserTest.skip) site = await openSite();
});
after(() => site?.close());

test('tiles that do not come are said to be missing, and can be asked for again', browserTest, async () => {
  const context = await openContext(site.browser);
  const page = await context.newPage();
  await page.route('**/tiles/**', (route) => route.fulfill({ status: 503, body: '' }));
  await page.goto(`${site.origin}/${lookingAt(105, 300, 18)}`);
  const failed = page.locator('.map-status');
  await failed.getByText('Bản đồ chưa tải đủ.').waitFor();
  await page.unroute('**/tiles/**');
  await failed.getByRole('button', { name: 'Tải lại' }).click();
  await settled(page);
  await failed.waitFor({ state: 'hidden' });
  await page.waitForFunction(() => document.querySelector('#map')?.getAttribute('data-pending') === '0');
  assert.ok((await coloursOf(page)).includes('254,251,168'));
  await context.close();
});

test('a server without outline tiles is no failure', browserTest, async () => {
  const context = await openContext(site.browser);
  const page = await context.newPage();
  await page.route('**/tiles/outlines/**', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(`${site.origin}/${lookingAt(105, 300, 18)}`);
  await settled(page);
  assert.ok((await coloursOf(page)).includes('254,251,168'));
  await soon.equal(() => page.locator('.map-status').isVisible(), false);
  await context.close();
});

test('a bar shows that something is under way, and goes', browserTest, async () => {
  const context = await openContext(site.browser);
  const page = await context.newPage();
  let let_go = () => {};
  const held = new Promise<void>((done) => {
    let_go = done;
  });
  await page.route('**/tiles/**', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site.origin}/${lookingAt(105, 300, 18)}`);
  await page.locator('.map-loading').waitFor();
  let_go();
  await page.locator('.map-loading').waitFor({ state: 'hidden' });
  await context.close();
});

test('panning away aborts what is not needed any more, and coming back asks again', browserTest, async () => {
  const context = await openContext(site.browser);
  const page = await context.newPage();
  const here = lookingAt(105, 300, 18);
  const first = new Set<string>();
  const pathOf = (request: Request) => new URL(request.url()).pathname;
  /** Resolves when one of the first tiles was given up. */
  const givenUp = new Promise<void>((done) => {
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText === 'net::ERR_ABORTED' && first.has(pathOf(request))) done();
    });
  });
  let hold = true;
  const waiting: (() => void)[] = [];
  const someHeld = new Promise<void>((done) => {
    page.route('**/tiles/parcels/**', async (route) => {
      if (hold) {
        first.add(pathOf(route.request()));
        done();
        await new Promise<void>((go) => waiting.push(go));
      }
      await route.continue().catch(() => {
        // Given up meanwhile by the page: there is no request left to continue.
      });
    });
  });
  await page.goto(`${site.origin}/${here}`);
  await someHeld;
  await moveTo(page, lookingAt(4000, 300, 18));
  await givenUp;
  await soon.equal(() => page.locator('.map-status').isVisible(), false, 'giving up is no failure');
  hold = false;
  for (const go of waiting) go();
  await moveTo(page, here);
  await page.waitForFunction(() => document.querySelector('.map-readout')?.textContent?.includes('Y 416805,'));
  await settled(page);
  assert.ok((await coloursOf(page)).includes('254,251,168'), 'the land is there again');
  await context.close();
});

test('offline says what still works; measuring does; online again loads what is missing', browserTest, async () => {
  const { page, context } = await openMap(site, lookingAt(105, 300, 18));
  await openTool(page, 'measure');
  await context.setOffline(true);
  const notice = page.locator('.map-chip', { hasText: 'Máy của bạn đang mất mạng' });
  await notice.waitFor();
  await page.mouse.click(...(await middleOf(page)));
  await page.waitForFunction(() => document.querySelector('.map-spoken')?.textContent === 'Điểm 1.');
  await context.setOffline(false);
  await notice.waitFor({ state: 'hidden' });
  await context.close();
});
