/** The map with its card and every panel open: no violation that axe can find, for every pair of language, theme and size. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsOf } from '../../../server/testing/browser/axe.ts';
import {
  browserTest,
  openContext,
  openSite,
  READERS,
  SCREENS,
  type Site,
} from '../../../server/testing/browser/browser.ts';

const TOOLS = ['legend', 'layers', 'measure', 'position', 'coordinates', 'day', 'list', 'share', 'print', 'help'];

let site: Site;
before(async () => {
  if (!browserTest.skip) site = await openSite();
});
after(() => site?.close());

/** Opens a panel by its button, which a phone folds away. */
async function openTool(page: Page, id: string): Promise<void> {
  const button = page.locator(`[data-tool="${id}"]`);
  if (!(await button.isVisible())) await page.locator('.map-more').click();
  await button.click();
  await page.locator(`#map-panel-${id}`).waitFor();
}

async function lookAtPanels(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const look = async (state: string) => {
    const violations = await violationsOf(page, '.stage');
    if (violations.length > 0) found[state] = violations;
  };
  await page.goto(`${site.origin}/?p=${site.t.register.twins[0]}`);
  await page.waitForSelector('#map[data-pending="0"] canvas');
  await page.locator('.card .card-page').waitFor();
  await look('card');
  // On a phone the card lies over the tools.
  await page.locator('.card-foot > button').last().click();
  for (const id of TOOLS) {
    await openTool(page, id);
    await look(id);
    await page.keyboard.press('Escape');
  }
  return found;
}

for (const { locale, theme, screen } of READERS) {
  test(`axe finds nothing on the map: ${locale}, ${theme}, ${screen}`, browserTest, async () => {
    const context = await openContext(site.browser, { locale, theme, size: SCREENS[screen] });
    assert.deepEqual(await lookAtPanels(await context.newPage()), {});
    await context.close();
  });
}
