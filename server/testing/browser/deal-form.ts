/** A form of a dealing filled in by an officer, decided by an approver, and looked through by axe. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { violationsOf } from './axe.ts';
import { SCREENS } from './browser.ts';
import type { LandDeskStage } from './land-desk-stage.ts';

const SCREEN = { size: { width: 1366, height: 633 } } as const;
const LODGED = /\/desk\/dealings\/[0-9a-f-]{36}$/;
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Fills the paper that a dealing rests on. */
export async function fillDocument(page: Page, no: string, date = '2026-11-02'): Promise<void> {
  await page.getByLabel('Số giấy tờ').fill(no);
  await page.getByLabel('Ngày giấy tờ').fill(date);
}

/** Opens the form from the page of the parcel, fills it, looks at what would come of it, lodges, and lets somebody else register it. */
export async function dealByForm(
  s: LandDeskStage,
  parcel: string,
  link: string,
  fill: (page: Page) => Promise<void>,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, context, complaints } = await s.sit(s.t.officer, `/desk/parcels/${parcel}`, SCREEN);
  // Dealings that stand on the page may be called like the act.
  await page.locator('a[href*="/deal/"]').getByText(link, { exact: true }).click();
  await fill(page);
  await look(page);
  assert.deepEqual(await violationsOf(page), []);
  await button(page, 'Trình duyệt').click();
  await page.waitForURL(LODGED);
  await look(page);
  assert.deepEqual(await violationsOf(page), []);
  const second = await s.sit(s.t.approver, new URL(page.url()).pathname, SCREEN);
  await look(second.page);
  await button(second.page, 'Duyệt và vào sổ').click();
  await second.page.getByRole('dialog').getByRole('button', { name: 'Duyệt và vào sổ' }).click();
  await second.page.locator('.land-under').getByText('Đã vào sổ').waitFor();
  assert.deepEqual([...complaints, ...second.complaints], []);
  await second.context.close();
  await context.close();
}

/** The form as it begins, on a phone in the dark and in English, and on a desk in the light: axe finds nothing, nothing sticks out. */
export async function assertFormAccessible(s: LandDeskStage, path: string): Promise<void> {
  for (const [theme, locale, size] of [
    ['light', 'vi-VN', SCREEN.size],
    ['dark', 'en-GB', SCREENS.phone],
  ] as const) {
    const { page, context, complaints } = await s.sit(s.t.officer, path, { theme, locale, size });
    await page.getByRole('heading', { level: 1 }).filter({ hasText: /\d/ }).waitFor();
    await page.waitForLoadState('networkidle');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${path}: ${wide} px too wide in ${theme}`);
    assert.deepEqual([...(await violationsOf(page)), ...complaints], [], `${path} in ${theme}`);
    await context.close();
  }
}
