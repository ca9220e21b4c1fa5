/** Every page and state without a script's help or with it: no violation that axe can find, for every pair of language, theme and screen. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { violationsOf } from '../../server/testing/browser/axe.ts';
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

for (const { locale, theme, screen } of READERS) {
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
