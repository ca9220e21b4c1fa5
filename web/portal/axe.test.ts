/** Every page and state without a script's help or with it: no violation that axe can find and no fault of layout, for every pair of language, theme and screen. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { violationsOf } from '../../server/testing/browser/axe.ts';
import { boxFaults, type SizeName } from '../../server/testing/browser/box-faults.ts';
import {
  browserTest,
  openContext,
  openSite,
  READERS,
  SCREENS,
  type Site,
} from '../../server/testing/browser/browser.ts';
import { portalPages } from '../../server/testing/browser/portal-pages.ts';

let site: Site;
let states: ReadonlyMap<string, string>;
before(async () => {
  if (browserTest.skip) return;
  site = await openSite({ demo: true });
  states = await portalPages(site.t);
});
after(() => site?.close());

/** Sizes whose boxes are measured: a screen of the same width in the other theme has the same. */
const MEASURED: Readonly<Record<'phone' | 'desk', readonly SizeName[]>> = {
  phone: ['phone'],
  desk: ['enlarged', 'office'],
};
/** One table repeated some hundred times: reading each box of it takes longer than all the other pages together. */
const LONG = 'description of the interface';

/** Looks at one state; opens what is folded, since that is a state as well. */
async function look(page: Page, path: string, sizes: readonly SizeName[]): Promise<string[]> {
  await page.goto(site.origin + path);
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const violations = await violationsOf(page);
  return [...violations, ...(wide > 0 ? [`sticks out sideways by ${wide} px`] : []), ...(await boxFaults(page, sizes))];
}

const withPage = async (context: BrowserContext, work: (page: Page) => Promise<void>) => {
  await work(await context.newPage());
  await context.close();
};

for (const { locale, theme, screen } of READERS) {
  test(
    `axe finds nothing, and no box is cut, covered or too small: ${locale}, ${theme}, ${screen}`,
    browserTest,
    async () => {
      const found: Record<string, string[]> = {};
      const context = await openContext(site.browser, { locale, theme, size: SCREENS[screen] });
      await withPage(context, async (page) => {
        for (const [state, path] of states) {
          const violations = await look(page, path, state === LONG ? [] : MEASURED[screen]);
          if (violations.length > 0) found[state] = violations;
        }
      });
      assert.deepEqual(found, {});
    },
  );
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

/** One fault each, as browsers lay it out, and what is to be said of it; the last is no fault. */
const PLANTED: readonly (readonly [markup: string, says: RegExp | null])[] = [
  ['<div style="width:60px;overflow:hidden;white-space:nowrap">Tờ bản đồ số 12</div>', /^phone: cut by/],
  ['<div style="height:9px;overflow:hidden">Thửa đất</div>', /^phone: cut by/],
  ['<p>Thửa 105</p><p style="margin-top:-34px">Tờ 12 xã Thử</p>', /lies on/],
  ['<p style="width:30px">đất ở tại nông thôn</p>', /^phone: a word a line/],
  ['<p style="width:30px;overflow-wrap:anywhere">nghiêng</p>', /“nghiêng” is broken in two/],
  ['<button style="width:20px;height:40px;padding:0">?</button>', /^phone: a target of 20 × 40 px/],
  ['<div style="width:600px">rộng</div>', /^phone: 6\d\d px in 390: the page/],
  [
    '<div style="width:50px;overflow:hidden"><button style="width:80px;height:40px">Đi</button></div>',
    /a target cut by 30 px/,
  ],
  ['<div style="width:99px;overflow-x:auto"><div style="width:300px">a</div></div>', /no key scrolls 300 px in 99/],
  [
    '<p>Thửa <b>105</b> của tờ 12, <a href="/x">xem</a></p><div tabindex="0" style="width:99px;overflow:auto"><div style="width:200px">a</div></div><div style="position:fixed;inset:0;background:#fff"><p>Một tấm che trang</p></div>',
    null,
  ],
];

test('each fault of layout is found where it is planted, and none where there is none', browserTest, async () => {
  const context = await openContext(site.browser);
  const page = await context.newPage();
  for (const [markup, says] of PLANTED) {
    await page.setContent(`<!doctype html><html lang="vi"><body style="font:16px sans-serif">${markup}</body></html>`);
    const found = await boxFaults(page, ['phone']);
    if (says)
      assert.ok(
        found.some((fault) => says.test(fault)),
        `${markup}: ${JSON.stringify(found)}`,
      );
    else assert.deepEqual(found, []);
  }
  await context.close();
});
