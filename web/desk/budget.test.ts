/** What the screens of the desk make a browser fetch, as bytes on the wire for a client that takes gzip. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { browserTest } from '../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../server/testing/browser/desk-stage.ts';
import { HA } from '../../server/testing/review-app.ts';
import { TEST_CONFIG } from '../../server/testing/test-app.ts';

/** kB of gzip, 1000 bytes each. */
// The editors of a record and its boundary come when they are opened; their words, as all of one language, come with the desk.
// What grows is the words of the desk and the map's layers: what is of one screen alone comes with that screen.
const BUDGET = { scripts: 485, styles: 50 };
const ASSETS = join(TEST_CONFIG.webDist, 'assets');

let s: DeskStage;
before(async () => {
  if (!browserTest.skip) s = await openDeskStage();
});
after(() => s?.close());

const gzipKb = (name: string) => gzipSync(readFileSync(join(ASSETS, name)), { level: 9 }).length / 1000;
const sum = (files: Iterable<string>, ending: string) =>
  [...files].filter((name) => name.endsWith(ending)).reduce((kb, name) => kb + gzipKb(name), 0);

async function filesOf(path: string, act?: (page: Page) => Promise<unknown>): Promise<Set<string>> {
  const { page, context } = await s.sit(HA, path);
  await page.locator('h1').first().waitFor();
  await act?.(page);
  // The stream of events never ends, so what was fetched is read from the page itself.
  const files = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  await context.close();
  return new Set(files.filter((path) => path.startsWith('/assets/')).map((path) => path.slice('/assets/'.length)));
}

test(
  'every screen stays within its budget, and loads the map and the review only where they are',
  browserTest,
  async () => {
    const id = await s.bringSheet();
    const screens = {
      home: await filesOf('/desk', (page) => page.locator('.map-target canvas').first().waitFor()),
      review: await filesOf(`/desk/batches/${id}`, (page) => page.locator('.map-target canvas').first().waitFor()),
      campaign: await filesOf('/desk/campaign', (page) => page.locator('[data-row]').first().waitFor()),
      upload: await filesOf('/desk/upload', (page) => page.locator('.drop').waitFor()),
    };
    for (const [name, files] of Object.entries(screens)) {
      assert.ok(sum(files, '.js') > 50, `${name}: something was counted`);
      assert.ok(sum(files, '.js') <= BUDGET.scripts, `${name}: ${sum(files, '.js')} kB of script`);
      assert.ok(sum(files, '.css') <= BUDGET.styles, `${name}: ${sum(files, '.css')} kB of style`);
      const has = (chunk: string) => [...files].some((file) => file.startsWith(chunk));
      assert.equal(has('create-map'), name === 'home' || name === 'review', `${name} and the map`);
      assert.equal(has('review-screen'), name === 'review', `${name} and the review`);
      assert.ok(!has('write-workbook'), `${name} and the writing of workbooks`);
    }
  },
);
