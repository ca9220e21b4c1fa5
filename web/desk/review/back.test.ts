/** The way back: from view to view and to the list, and never by what was merely chosen; and a map that comes back by itself. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browserTest } from '../../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../../server/testing/browser/desk-stage.ts';
import { HA } from '../../../server/testing/review-app.ts';

let s: DeskStage;
let id = '';
before(async () => {
  if (browserTest.skip) return;
  s = await openDeskStage();
  id = await s.bringSheet();
});
after(() => s?.close());

test(
  'Back goes through the views to where the batch was opened; a record or finding is no step',
  browserTest,
  async () => {
    const { page, context } = await s.sit(HA, `/desk?batch=${id}`);
    await page.locator('.pane-sheet').getByRole('link', { name: /soát/ }).click();
    await page.locator('[data-row="3"]').click();
    await page.locator('[data-row="4"]').click();
    await page.locator('.findings button').first().click();
    await page.getByRole('button', { name: 'Lịch sử' }).click();
    await page.waitForURL('**view=history*');
    await page.goBack();
    await page.waitForURL((url) => url.searchParams.get('view') === null && url.pathname.endsWith(id));
    await page.locator('.views button[aria-pressed="true"]').getByText('Rà soát').waitFor();
    await page.goBack();
    await page.waitForURL((url) => url.pathname === '/desk');
    await page.goForward();
    await page.getByRole('button', { name: 'Lịch sử' }).waitFor();
    assert.ok(new URL(page.url()).pathname.endsWith(id));
    await context.close();
  },
);

test('a map that lost its network fetches what it missed when the network is there again', browserTest, async () => {
  const { page, context } = await s.sit(HA, '/desk');
  await page.route('**/tiles/**', (route) => route.abort());
  await page.goto(`${s.origin}/desk/batches/${id}`);
  const trouble = page.locator('.map-chips').getByRole('button');
  await trouble.waitFor();
  await page.unroute('**/tiles/**');
  const fetched = page.waitForResponse((reply) => reply.url().includes('/tiles/') && reply.ok());
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await fetched;
  await trouble.waitFor({ state: 'detached' });
  await context.close();
});

test(
  'every column of the records is seen at 1440 px, whatever their state; the bar of a phone has one line',
  browserTest,
  async () => {
    for (const locale of ['vi-VN', 'en-GB'] as const) {
      const { page, context } = await s.sit(HA, `/desk/batches/${id}`, { locale });
      await page.locator('[data-row="3"] .mark').waitFor();
      const [needs, has] = await page.locator('.table-scroll').evaluate((one) => [one.scrollWidth, one.clientWidth]);
      assert.ok(needs! <= has!, `${needs} of ${has} px`);
      await page.setViewportSize({ width: 390, height: 844 });
      const tops = await page
        .locator('.desk-bar > button')
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().bottom / 20)));
      assert.equal(new Set(tops).size, 1, `${tops}`);
      // As when everything is twice as large: the page scrolls, and the list is as high as the screen allows.
      await page.setViewportSize({ width: 720, height: 450 });
      const list = page.locator('.table-scroll');
      await list.scrollIntoViewIfNeeded();
      assert.ok((await list.boundingBox())!.height > 300);
      await context.close();
    }
  },
);
