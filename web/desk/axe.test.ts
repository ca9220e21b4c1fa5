/** axe-core and the boxes of the layout over every screen and dialog of the desk, both themes and languages. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsOf } from '../../server/testing/browser/axe.ts';
import { boxFaults } from '../../server/testing/browser/box-faults.ts';
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

const rows = (page: Page) => page.locator('[data-row]').first().waitFor();
/** A screen's address, and what is done on it before it is looked at. */
const STATES: readonly (readonly [name: string, path: () => string, act?: (page: Page) => Promise<unknown>])[] = [
  ['home', () => '/desk', rows],
  [
    'home with a batch',
    () => '/desk',
    async (page) => {
      await rows(page);
      await page.locator('[data-row]').first().click();
      await page.locator('.pane-sheet .counts').waitFor();
    },
  ],
  ['review of a file', () => `/desk/batches/${open}`, rows],
  [
    'record with a correction',
    () => `/desk/batches/${open}?record=15`,
    (page) => page.locator('.corrections').waitFor(),
  ],
  [
    'editing',
    () => `/desk/batches/${open}?record=15`,
    async (page) => {
      await page.getByRole('button', { name: /^(Sửa|Edit)$/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  ['history', () => `/desk/batches/${open}?view=history`, (page) => page.locator('.timeline').waitFor()],
  ['proposal', () => `/desk/batches/${proposed}?view=proposal`, (page) => page.locator('.land').waitFor()],
  ['campaign', () => '/desk/campaign', rows],
  [
    'columns',
    () => '/desk/campaign',
    async (page) => {
      await rows(page);
      await page.getByRole('button', { name: /^(Cột|Columns)$/ }).click();
      await page.locator('.column-choice').waitFor();
    },
  ],
  [
    'uploads',
    () => '/desk/upload',
    async (page) => {
      const file = { name: 'to-12.zip', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004'.padEnd(99)) };
      await page.locator('input[type="file"]').setInputFiles([file]);
      await page.locator('.upload-line').waitFor();
    },
  ],
  [
    'palette',
    () => '/desk/campaign',
    async (page) => {
      await rows(page);
      await page.keyboard.press('Control+k');
      await page.getByRole('listbox').waitFor();
    },
  ],
  [
    'shortcuts',
    () => '/desk/upload',
    async (page) => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  ],
  ['nowhere', () => '/desk/khong-co', (page) => page.getByRole('heading', { level: 1 }).waitFor()],
];

for (const [theme, locale] of [
  ['light', 'vi-VN'],
  ['dark', 'en-GB'],
] as const) {
  test(`axe finds nothing, and no box is cut, covered or too small: ${theme}, ${locale}`, browserTest, async () => {
    const found: string[] = [];
    for (const [name, path, act] of STATES) {
      const person = name === 'proposal' ? BINH : HA;
      const { page, context, complaints } = await s.sit(person, path(), { theme, locale });
      await act?.(page);
      const faults = [...(await violationsOf(page)), ...(await boxFaults(page, ['phone', 'enlarged', 'office']))];
      for (const one of [...faults, ...complaints]) found.push(`${name}: ${one}`);
      await context.close();
    }
    assert.deepEqual(found, []);
  });
}

test('on a phone no screen sticks out sideways, and each pane can be had', browserTest, async () => {
  const { page, context } = await s.sit(HA, `/desk/batches/${open}?record=7`, { size: SCREENS.phone });
  await rows(page);
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok((await wide()) <= 0);
  await page.getByRole('button', { name: 'Chi tiết' }).click();
  await page.getByRole('heading', { name: /Bản ghi 7/ }).waitFor();
  await page.getByRole('button', { name: 'Bản đồ', exact: true }).click();
  await page.locator('.map-target canvas').first().waitFor();
  assert.ok((await wide()) <= 0);
  assert.deepEqual(await violationsOf(page), []);
  await context.close();
});
