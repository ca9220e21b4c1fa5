/** Merging at the desk: neighbours chosen in the list or on the map, burdens confirmed, holders that differ brought together. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsOf } from '../../../../server/testing/browser/axe.ts';
import { browserTest, SCREENS } from '../../../../server/testing/browser/browser.ts';
import { type LandDeskStage, openLandDeskStage } from '../../../../server/testing/browser/land-desk-stage.ts';
import { soon } from '../../../../server/testing/browser/soon.ts';

let s: LandDeskStage;
before(async () => {
  if (!browserTest.skip) s = await openLandDeskStage();
});
after(() => s?.close());

const SCREEN = { size: { width: 1366, height: 633 } } as const;
const LODGED = /\/desk\/dealings\/[0-9a-f-]{36}$/;
const part = (page: Page, name: string) => page.locator(`[data-part="${name}"]`);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const ready = (page: Page) => part(page, 'whole').and(page.locator('[data-ready="true"]')).waitFor();

test(
  'two parcels of one holder: chosen, shown as one, lodged in few actions; registered, the page leads to the whole',
  browserTest,
  async () => {
    const { parcel, neighbour } = await s.t.plot(undefined, 'one');
    const beside = await s.t.parcel(neighbour);
    const { page, context, complaints } = await s.sit(s.t.officer, `/desk/parcels/${parcel}`, SCREEN);
    await page.getByRole('link', { name: 'Hợp thửa', exact: true }).click();
    await part(page, 'parts')
      .getByLabel(new RegExp(`Thửa ${beside.no}, tờ ${beside.sheet}`))
      .check();
    await ready(page);
    await soon.equal(() => part(page, 'whole').locator('tbody tr').count(), 1);
    await page.reload();
    await ready(page);
    await button(page, 'Trình duyệt').click();
    await page.waitForURL(LODGED);
    const id = new URL(page.url()).pathname.split('/').at(-1)!;
    await s.t.step(id, 'approve', {}, s.t.approver);
    const { successors } = await s.t.parcel(parcel);
    await page.goto(`${s.origin}/desk/parcels/${successors[0]!.id}`);
    await part(page, 'lineage').getByRole('link', { name: /Thửa/ }).nth(1).waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('what burdens a part has to be confirmed, and holders that differ are said to be one', browserTest, async () => {
  const { parcel, neighbour } = await s.t.plot();
  await s.t.deal('caveat_placement', neighbour, {
    effects: ['transfer'],
    document: { no: 'TA-77', date: '2026-11-03' },
  });
  const { page, context, complaints } = await s.sit(
    s.t.officer,
    `/desk/parcels/${parcel}/merge?with=${neighbour}`,
    SCREEN,
  );
  const stops = part(page, 'whole').locator('[data-severity="error"]');
  await stops.filter({ hasText: 'không cùng người sử dụng' }).waitFor();
  await stops.filter({ hasText: 'TA-77' }).waitFor();
  await soon.ok(() => button(page, 'Trình duyệt').isDisabled());
  await page.getByLabel(/Ngăn chặn · số TA-77/).check();
  await page.getByLabel('Cùng một người với').nth(1).selectOption({ index: 1 });
  await page.getByLabel('Số giấy tờ').fill('HT-3/2026');
  await page.getByLabel('Ngày giấy tờ').fill('2026-11-02');
  await ready(page);
  await button(page, 'Trình duyệt').click();
  await page.waitForURL(LODGED);
  await part(page, 'says').getByText('số HT-3/2026').waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

for (const [theme, locale] of [
  ['light', 'vi-VN'],
  ['dark', 'en-GB'],
] as const) {
  test(`axe finds nothing on a merger, and nothing sticks out on a phone: ${theme}`, browserTest, async () => {
    const { parcel, neighbour } = await s.t.plot();
    const path = `/desk/parcels/${parcel}/merge?with=${neighbour}`;
    const { page, context, complaints } = await s.sit(s.t.officer, path, { theme, locale, size: SCREENS.phone });
    await part(page, 'whole').locator('.verdicts li').first().waitFor();
    await part(page, 'fields').getByRole('group').first().waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    assert.deepEqual([...(await violationsOf(page)), ...complaints], []);
    await context.close();
  });
}

test(
  'what others register on a chosen parcel meanwhile is shown above, with its number, and the choice stays',
  browserTest,
  async () => {
    const { parcel, neighbour } = await s.t.plot(undefined, 'one');
    const beside = await s.t.parcel(neighbour);
    const { page, context, complaints } = await s.sit(s.t.officer, '/desk/parcels', SCREEN);
    // Whoever listens already hears it; whoever does not yet loads what is so by then.
    const hears = page.waitForResponse(/\/api\/batches\/events/);
    await page.goto(`${s.origin}/desk/parcels/${parcel}/merge?with=${neighbour}`);
    await ready(page);
    await part(page, 'fields').getByRole('textbox').first().fill('909');
    await hears;
    await s.t.deal('caveat_placement', neighbour, {
      effects: ['transfer'],
      document: { no: '89/CV', date: '2026-02-02' },
    });
    const told = part(page, 'meanwhile');
    await told.locator('[data-fact="burdens"]').getByText('89/CV').waitFor();
    await told.getByText(`Thửa ${beside.no}, tờ ${beside.sheet}`).waitFor();
    await soon.equal(() => told.count(), 1, 'nothing is said of the other');
    await soon.equal(
      () => part(page, 'fields').getByRole('textbox').first().inputValue(),
      '909',
      'what was typed stays',
    );
    assert.deepEqual(await violationsOf(page, '[data-part="meanwhile"]'), []);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);
