/** On a small laptop the question stays free of the map's panels, however tall they are. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browserTest, openSite, type Site } from '../../../server/testing/browser/browser.ts';
import { lookingAt, openMap, openTool } from '../../../server/testing/browser/map-page.ts';

let site: Site;
before(async () => {
  if (!browserTest.skip) site = await openSite();
});
after(() => site?.close());

test('no panel covers the question at 1024 × 700, nor at 800 × 600', browserTest, async () => {
  for (const size of [
    { width: 1024, height: 700 },
    { width: 800, height: 600 },
  ]) {
    const { page, context } = await openMap(site, lookingAt(105, 300, 18), { size });
    const tools = await page
      .locator('[data-tool]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-tool')!));
    assert.ok(tools.length > 3);
    for (const tool of tools) {
      await openTool(page, tool);
      const question = (await page.locator('.ask').boundingBox())!;
      const panel = (await page.locator(`#map-panel-${tool}`).boundingBox())!;
      assert.ok(panel.y >= question.y + question.height, `${tool}: ${panel.y} px, under the question at ${size.width}`);
      // What has little to say may be small, as long as it says it whole.
      const isWhole = await page.locator(`#map-panel-${tool}`).evaluate((one) => one.scrollHeight <= one.clientHeight);
      assert.ok(isWhole || panel.height > 140, `${tool}: ${panel.height} px high at ${size.width}`);
    }
    await context.close();
  }
});
