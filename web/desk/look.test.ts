/** What no checker of markup sees: states without colours of our own, and names that are too long. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { browserTest, SCREENS } from '../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../server/testing/browser/desk-stage.ts';
import { BINH, HA } from '../../server/testing/review-app.ts';

let s: DeskStage;
let [open, proposed]: [string, string] = ['', ''];
before(async () => {
  if (browserTest.skip) return;
  s = await openDeskStage();
  [open, proposed] = [await s.bringSheet(), await s.bringSheet({})];
  await s.t.propose(proposed);
});
after(() => s?.close());

const ground = (one: Locator) => one.evaluate((element) => getComputedStyle(element).backgroundColor);
const line = (one: Locator, side: string) =>
  one.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), side);

test('where the system names the colours, what is chosen and where the focus is can be seen', browserTest, async () => {
  const { page, context } = await s.sit(HA, `/desk/batches/${open}?code=key.duplicate&record=7`);
  await page.emulateMedia({ forcedColors: 'active' });
  const rows = page.locator('[data-row]');
  await rows.nth(1).waitFor();
  const chosen = page.locator('[data-row][aria-selected="true"] td').first();
  const other = page.locator('[data-row]:not([aria-selected="true"]) td').first();
  assert.notEqual(await ground(chosen), await ground(other), 'the chosen record');
  const findings = page.locator('.findings button');
  assert.notEqual(
    await ground(findings.and(page.locator('[aria-pressed="true"]'))),
    await ground(findings.first()),
    'the chosen finding',
  );
  const views = page.locator('.views button');
  assert.notEqual(await ground(views.first()), await ground(views.nth(1)), 'the view');
  const splitter = page.locator('.splitter').first();
  assert.equal(await line(splitter, 'border-left-style'), 'solid', 'panes are apart');
  await splitter.focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await line(splitter, 'outline-style'), 'solid', 'the focus');
  await context.close();
});

test('a long name without a space stays in its column', browserTest, async () => {
  for (const size of Object.values(SCREENS)) {
    const { page, context } = await s.sit(HA, '/desk/upload', { size });
    await page
      .locator('input[type="file"]')
      .setInputFiles([
        { name: `${'a'.repeat(196)}.zip`, mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004') },
      ]);
    const name = page.locator('.upload-name');
    await name.waitFor();
    const [needs, has] = await name.evaluate((one) => [one.scrollWidth, one.clientWidth]);
    assert.ok(needs! <= has!, `${needs} of ${has} px at ${size.width}`);
    await context.close();
  }
});

test('on a phone the steps of a batch are whole beside the sentence why there is none', browserTest, async () => {
  for (const person of [HA, BINH]) {
    const { page, context } = await s.sit(person, `/desk/batches/${proposed}?view=history`, { size: SCREENS.phone });
    const button = page.locator('.step-bar button').first();
    await button.waitFor();
    const [needs, has] = await button.evaluate((one) => {
      const label = one.querySelector('.mantine-Button-label') ?? one;
      return [label.scrollWidth, label.clientWidth];
    });
    assert.ok(needs! <= has!, `${needs} of ${has} px`);
    await context.close();
  }
});
