/** Screens whose script cannot be fetched: the network is away, or another build took its place. */
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest } from '../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../server/testing/browser/desk-stage.ts';
import { soon } from '../../server/testing/browser/soon.ts';
import { HA } from '../../server/testing/review-app.ts';

let s: DeskStage;
before(async () => {
  if (browserTest.skip) return;
  s = await openDeskStage();
  await s.bringSheet();
});
after(() => s?.close());

async function goToCampaign(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Số hoá', exact: true }).click();
  await page.getByRole('link', { name: 'Đợt số hoá' }).click();
}

test(
  'without network a screen that was never open says so, and opens when the network is back',
  browserTest,
  async () => {
    const { page, context } = await s.sit(HA, '/desk');
    await page.locator('[data-row]').first().waitFor();
    await context.setOffline(true);
    await goToCampaign(page);
    await page.getByRole('heading', { name: 'Chưa mở được màn hình này' }).waitFor();
    await soon.ok(() => page.getByRole('link', { name: 'Việc của tôi' }).isVisible(), 'the bar stays');
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'Đợt số hoá' }).waitFor();
    await context.close();
  },
);

test('a screen whose file a later build removed offers to load the page again', browserTest, async () => {
  const { page, context } = await s.sit(HA, '/desk');
  await page.locator('[data-row]').first().waitFor();
  await context.route('**/assets/campaign-screen-*.js', (route) => route.fulfill({ status: 404 }));
  await goToCampaign(page);
  await page.getByRole('heading', { name: 'Chưa mở được màn hình này' }).waitFor();
  await page.getByRole('link', { name: 'Việc của tôi' }).click();
  await page.locator('[data-row]').first().waitFor();
  await goToCampaign(page);
  await context.unroute('**/assets/campaign-screen-*.js');
  await page.getByRole('button', { name: 'Tải lại trang' }).click();
  await page.getByRole('heading', { name: 'Đợt số hoá' }).waitFor();
  await context.close();
});

test('files dropped while the network is away come to the list', browserTest, async () => {
  const { page, context } = await s.sit(HA, '/desk');
  await page.locator('[data-row]').first().waitFor();
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/upload-screen-')),
  );
  await context.setOffline(true);
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], '99001_to-7.zip'));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  });
  await page.getByText('99001_to-7.zip', { exact: true }).first().waitFor();
  await context.close();
});
