/** When something is wrong or missing, the page says what happened and what to do next, and axe finds nothing on it. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { type AppConfig, buildApp } from '../../server/app.ts';
import { closePools, openPools, type Pools } from '../../server/db/kit/pools.ts';
import { violationsOf } from '../../server/testing/browser/axe.ts';
import { browserTest, openSite, SCREENS, type Site } from '../../server/testing/browser/browser.ts';
import { soon } from '../../server/testing/browser/soon.ts';
import { TEST_CONFIG } from '../../server/testing/test-app.ts';
import { createTestDatabase, type TestDatabase } from '../../server/testing/test-database.ts';

let site: Site;
let empty: TestDatabase;
const opened: { app: FastifyInstance; pools?: Pools }[] = [];
before(async () => {
  if (browserTest.skip) return;
  site = await openSite();
  empty = await createTestDatabase();
});
after(async () => {
  for (const { app, pools } of opened) {
    await app.close();
    if (pools) await closePools(pools);
  }
  await empty?.drop();
  await site?.close();
});

/** A second server beside the site's: other settings, or another database. */
async function serverWith(config: Partial<AppConfig>, pools?: Pools): Promise<string> {
  const settings = { ...TEST_CONFIG, publicUrl: 'http://127.0.0.1:8080', ...config };
  const app = await buildApp({ config: settings, pools: pools ?? site.t.pools });
  opened.push(pools ? { app, pools } : { app });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

/** What stands on a page, whether it fits a phone, and what axe finds in either theme, in English and on a desk too. */
async function look(origin: string, path: string, status: number): Promise<{ text: string; links: string[] }> {
  const { page, context } = await site.visit('/about', { size: SCREENS.phone });
  const reply = await page.goto(origin + path);
  assert.equal(reply!.status(), status, path);
  assert.match(reply!.headers()['content-type']!, /^text\/html/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await violationsOf(page), [], `${path} ${colorScheme}`);
  }
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  const text = (await page.locator('main').textContent())!;
  const links = await page.locator('main a').evaluateAll((all) => all.map((a) => a.getAttribute('href')!));
  await context.addCookies([{ name: 'lang', value: 'en', url: origin }]);
  await page.setViewportSize(SCREENS.desk);
  await page.reload();
  await soon.equal(() => page.getAttribute('html', 'lang'), 'en');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await violationsOf(page), [], `${path} in English, wide, ${colorScheme}`);
  }
  await context.close();
  return { text, links };
}

test('wrong, missing and unknown addresses lead on', browserTest, async () => {
  for (const [path, status, code] of [
    ['/parcels/none', 400, 'request.invalid'],
    ['/communes/99002?at=2026-02-30', 400, 'request.invalid'],
    ['/communes/99002?cursor=nonsense', 400, 'cursor.invalid'],
    ['/parcels/00000000-0000-4000-8000-000000000000', 404, 'parcel.not_found'],
    ['/communes/12345', 404, 'commune.not_found'],
    ['/khong-co', 404, 'route.not_found'],
  ] as const) {
    const { text, links } = await look(site.origin, path, status);
    assert.ok(text.includes(code), `${code} in ${text}`);
    for (const way of ['/', '/communes']) assert.ok(links.includes(way), `${path} leads to ${way}`);
  }
});

test('too many questions: a page that says to wait and offers to try again', browserTest, async () => {
  const origin = await serverWith({ rateLimits: { tiles: 10, others: 1 } });
  await fetch(`${origin}/about`);
  const { text, links } = await look(origin, '/communes/99002?sheet=7', 429);
  assert.ok(text.includes('rate.limited'));
  assert.ok(links.includes('/communes/99002?sheet=7'), 'try again leads to the same page');
});

test('the register does not answer: said plainly, with the way to try again', browserTest, async () => {
  const { urls } = site.t.database;
  const nowhere = (url: string) => url.replace(/:\d+\//, ':1/').replace(/port=\d+/, 'port=1');
  const gone = { ...urls, portal: nowhere(urls.portal) };
  assert.notEqual(gone.portal, urls.portal);
  const origin = await serverWith(
    {},
    openPools(gone, () => undefined),
  );
  const { text, links } = await look(origin, '/communes/99002', 503);
  assert.ok(text.includes('service.unavailable'), text);
  assert.ok(links.includes('/communes/99002'));
});

test('an empty register: every page is there and says that nothing is registered yet', browserTest, async () => {
  const origin = await serverWith(
    {},
    openPools(empty.urls, () => undefined),
  );
  for (const [path, words] of [
    ['/', /Bạn muốn tra cứu thửa đất nào/],
    ['/search?q=12%2F345', /Không tìm thấy “12\/345”/],
    ['/communes', /Xã, phường/],
    ['/about', /Sổ đăng ký chưa có thửa đất nào/],
  ] as const)
    assert.match((await look(origin, path, 200)).text, words);
  const { page, context, complaints } = await site.visit('/about');
  await page.goto(`${origin}/`);
  await page.waitForSelector('#map[data-pending="0"] canvas');
  await soon.match(() => page.locator('.bottom').textContent(), /Sổ đăng ký chưa có thửa đất nào/);
  assert.deepEqual(complaints, []);
  await context.close();
});

test(
  'a place where nothing was found, a question that is too long or empty: what to do next',
  browserTest,
  async () => {
    for (const [q, words] of [
      ['', /Hãy ghi điều bạn muốn tra cứu/],
      ['x'.repeat(300), /dài quá 200 ký tự/],
      ['tờ 99 thửa 9999', /Bạn có thể thử/],
    ] as const)
      assert.match((await look(site.origin, `/search?q=${encodeURIComponent(q)}`, 200)).text, words);
  },
);
