/** Language and theme: the device's wish first, then the reader's choice, kept over pages, map, visits and restarts. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { buildApp } from '../../server/app.ts';
import { browserTest, openSite, type Site } from '../../server/testing/browser/browser.ts';
import { settled } from '../../server/testing/browser/map-page.ts';
import { soon } from '../../server/testing/browser/soon.ts';
import { TEST_CONFIG } from '../../server/testing/test-app.ts';

let site: Site;
before(async () => {
  if (!browserTest.skip) site = await openSite();
});
after(() => site?.close());

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const [LIGHT, DARK] = ['rgb(251, 249, 244)', 'rgb(20, 24, 27)'];
const language = (page: Page) => page.locator('html').getAttribute('lang');

/** Follows a link by keyboard. */
async function follow(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).first().focus();
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')]);
  await page.waitForLoadState();
}

test('the device decides until the reader does', browserTest, async () => {
  for (const [locale, theme, lang, colour] of [
    ['vi-VN', 'light', 'vi', LIGHT],
    ['en-GB', 'dark', 'en', DARK],
  ] as const) {
    const { page, context } = await site.visit('/communes', { locale, theme });
    assert.deepEqual([await language(page), await ground(page)], [lang, colour]);
    await context.close();
  }
});

test(
  'chosen by keyboard without a script, both are kept on every page and the question is not lost',
  browserTest,
  async () => {
    const { page, context } = await site.visit('/search?q=12%2F345', { javaScript: false });
    await follow(page, 'English');
    assert.equal(await language(page), 'en');
    assert.equal(new URL(page.url()).search, '?q=12%2F345');
    await soon.match(() => page.locator('main').textContent(), /2 parcels/);
    await follow(page, 'Dark');
    for (const path of [
      '/',
      '/communes/99002',
      '/about',
      `/parcels/${site.t.register.parent}`,
      '/no-such-page',
      '/api/docs',
    ]) {
      await page.goto(site.origin + path);
      assert.deepEqual([await language(page), await ground(page)], ['en', DARK], path);
    }
    await page.goto(`${site.origin}/about`);
    await follow(page, 'Tiếng Việt');
    await follow(page, 'Theo máy');
    assert.deepEqual([await language(page), await ground(page)], ['vi', LIGHT]);
    await context.close();
  },
);

test(
  'a new visit and a new server keep what was chosen; the cookies hold the choice and nothing else',
  browserTest,
  async () => {
    const { page, context } = await site.visit('/about');
    await follow(page, 'English');
    await follow(page, 'Dark');
    const storageState = await context.storageState();
    await context.close();
    assert.deepEqual(
      storageState.cookies.map(({ name, value, httpOnly, sameSite }) => [name, value, httpOnly, sameSite]),
      [
        ['lang', 'en', true, 'Lax'],
        ['theme', 'dark', true, 'Lax'],
      ],
    );
    const config = { ...TEST_CONFIG, publicUrl: 'http://127.0.0.1:8080' };
    const restarted = await buildApp({ config, pools: site.t.pools });
    await restarted.listen({ port: 0, host: '127.0.0.1' });
    const later = await site.browser.newContext({ storageState, locale: 'vi-VN', colorScheme: 'light' });
    const next = await later.newPage();
    await next.goto(`http://127.0.0.1:${(restarted.server.address() as AddressInfo).port}/`);
    assert.deepEqual([await language(next), await ground(next)], ['en', DARK]);
    await settled(next);
    await soon.equal(
      () =>
        next
          .locator('#map')
          .getAttribute('aria-label')
          .then((label) => /map/i.test(label!)),
      true,
    );
    await later.close();
    await restarted.close();
  },
);

test('a choice leads back to pages of this service only', browserTest, async () => {
  const { page, context } = await site.visit('/about');
  for (const back of ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
    const reply = await context.request.get(`${site.origin}/preferences?lang=en&back=${encodeURIComponent(back)}`, {
      maxRedirects: 0,
    });
    const target = new URL(reply.headers().location!, site.origin);
    assert.equal(target.origin, site.origin, `${back} → ${target}`);
  }
  assert.equal(await language(page), 'vi');
  await context.close();
});
