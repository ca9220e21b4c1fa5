/** Every page and state without a script's help or with it: no violation that axe can find, in both languages and themes. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { addLand } from '../../server/testing/add-land.ts';
import { violationsOf } from '../../server/testing/axe.ts';
import { browserTest, openContext, openSite, SCREENS, type Site } from '../../server/testing/browser.ts';
import { REGISTERED_ON } from '../../server/testing/register-fixture.ts';

const WITH_HOLE = {
  unit: { code: '99002', name: 'Phường Mẫu' },
  sheet: '7',
  no: '90',
  shape:
    'POLYGON((416950 2353000, 417010 2353000, 417010 2353060, 416950 2353060, 416950 2353000), (416970 2353020, 416970 2353040, 416990 2353040, 416990 2353020, 416970 2353020))',
};

let site: Site;
/** State of a page → its address. Filled when the register is there. */
const states = new Map<string, string>();
before(async () => {
  if (browserTest.skip) return;
  site = await openSite({ demo: true });
  const { register } = site.t;
  const [withHole] = await addLand(site.t.database.urls.migrator, [WITH_HOLE]);
  await site.t.refresh();
  const search = (q: string) => `/search?q=${encodeURIComponent(q)}`;
  for (const [state, path] of [
    ['home', '/'],
    ['search, nothing asked', '/search'],
    ['search, choice', search('tờ 12 thửa 345')],
    ['search, nothing found', search('tờ 99 thửa 9999')],
    ['search, too long', search('x'.repeat(300))],
    ['search, points', search('21,2701 106,1999')],
    ['search, communes', search('thử')],
    ['search, places', search('thôn thử')],
    ['search, as of a day', `${search('12/345')}&at=${REGISTERED_ON}`],
    ['parcel', `/parcels/${register.children[0]}`],
    ['parcel, historic', `/parcels/${register.parent}`],
    ['parcel, with a hole', `/parcels/${withHole}`],
    ['parcel, as of a day', `/parcels/${register.parent}?at=${REGISTERED_ON}`],
    ['commune', '/communes/99002'],
    ['commune, made of others', '/communes/99001'],
    ['commune, former', '/communes/99011?at=2025-06-30'],
    ['commune, one sheet', '/communes/99002?sheet=7&unit=99002'],
    ['communes', '/communes'],
    ['about', '/about'],
    ['description of the interface', '/api/docs'],
    ['problem 400', '/parcels/none'],
    ['problem 404', `/parcels/00000000-0000-4000-8000-000000000000`],
    ['problem 404, no such page', '/khong-co'],
  ] as const)
    states.set(state, path);
});
after(() => site?.close());

/** Looks at one state; opens what is folded, since that is a state as well. */
async function look(page: Page, path: string): Promise<string[]> {
  await page.goto(site.origin + path);
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [...(await violationsOf(page)), ...(wide > 0 ? [`sticks out sideways by ${wide} px`] : [])];
}

const withPage = async (context: BrowserContext, work: (page: Page) => Promise<void>) => {
  await work(await context.newPage());
  await context.close();
};

for (const locale of ['vi-VN', 'en-GB'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    for (const screen of ['phone', 'desk'] as const) {
      test(`axe finds nothing: ${locale}, ${theme}, ${screen}`, browserTest, async () => {
        const found: Record<string, string[]> = {};
        const context = await openContext(site.browser, { locale, theme, size: SCREENS[screen] });
        await withPage(context, async (page) => {
          for (const [state, path] of states) {
            const violations = await look(page, path);
            if (violations.length > 0) found[state] = violations;
          }
        });
        assert.deepEqual(found, {});
      });
    }
  }
}

test('axe would find something: a page that is spoiled on purpose', browserTest, async () => {
  const { page, context } = await site.visit('/about');
  await page.evaluate(() => {
    document
      .querySelector('main')!
      .insertAdjacentHTML('beforeend', '<img src="data:,"><input><p style="color:#eee">x</p>');
  });
  const found = (await violationsOf(page)).map((line) => line.split(':')[0]);
  for (const rule of ['image-alt', 'label']) assert.ok(found.includes(rule), rule);
  await context.close();
});
