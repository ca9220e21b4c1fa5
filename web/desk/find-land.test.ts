/** Ctrl K finds any parcel of the register, whatever is published of it, and the map goes there. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browserTest } from '../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../server/testing/browser/desk-stage.ts';
import { soon } from '../../server/testing/browser/soon.ts';
import { HA } from '../../server/testing/review-app.ts';

let s: DeskStage;
before(async () => {
  if (!browserTest.skip) s = await openDeskStage();
});
after(() => s?.close());

test(
  'a parcel that was typed is chosen by the keyboard, marked on the map and described beside it',
  browserTest,
  async () => {
    const { page, context, complaints } = await s.sit(HA, '/desk');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.waitForSelector('.map-target[data-pending="0"] canvas');
    const scale = page.locator('.map-target .ol-scale-line-inner');
    const far = await scale.textContent();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Tìm hoặc đi tới' }).fill('12/345 Đông Thử');
    await page.getByRole('option', { name: /Tờ 12 thửa 345.*Đông Thử/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.pane-sheet h2').filter({ hasText: 'Thửa 345, tờ 12' }).waitFor();
    assert.equal(new URL(page.url()).searchParams.get('parcel'), s.t.register.twins[0]);
    await page.waitForFunction(
      (before) => document.querySelector('.map-target .ol-scale-line-inner')?.textContent !== before,
      far,
    );
    const near = await scale.textContent();
    await page.reload();
    await page.locator('.pane-sheet h2').filter({ hasText: 'Thửa 345, tờ 12' }).waitFor();
    await page.waitForFunction(
      (there) => document.querySelector('.map-target .ol-scale-line-inner')?.textContent === there,
      near,
    );
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('staff find what the public is not told; nobody else asks at this door', browserTest, async () => {
  const ask = (person?: Parameters<DeskStage['t']['get']>[1]) => s.t.post('/api/desk/search', { q: '12/345' }, person);
  await s.t.publish('lookup', '*', false);
  try {
    assert.equal((await s.t.app.inject('/api/portal/search?q=12/345')).json().code, 'publication.closed');
    const { items } = (await ask(HA)).json();
    assert.deepEqual(
      items.map(({ parcelId }: { parcelId: string }) => parcelId).sort(),
      [...s.t.register.twins].sort(),
    );
    assert.ok(items.every(({ bbox }: { bbox: number[] | null }) => bbox?.length === 4));
  } finally {
    await s.t.publish('lookup', '*', true);
  }
  assert.equal((await ask({ role: 'citizen', communes: [] })).statusCode, 403);
  assert.equal(
    (await s.t.app.inject({ method: 'POST', url: '/api/desk/search', payload: { q: '12/345' } })).statusCode,
    401,
  );
});

for (const [width, height] of [
  [1366, 633],
  [1093, 506],
] as const) {
  test(`at ${width} × ${height} the bar is whole and records can be reached`, browserTest, async () => {
    const id = await s.bringSheet();
    const { page, context } = await s.sit(HA, `/desk/batches/${id}`, { size: { width, height } });
    await page.locator('[data-row]').first().waitFor();
    const cut = await page.evaluate(() => {
      const parts = [
        ...document.querySelectorAll<HTMLElement>(
          '.desk-bar .wordmark, .desk-bar nav a, .desk-bar .screens, .desk-bar .mantine-Button-label',
        ),
      ];
      return parts
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
        .map(({ textContent }) => textContent);
    });
    assert.deepEqual(cut, []);
    const lines = await page.locator('.wordmark').evaluate((one) => one.getClientRects().length);
    assert.equal(lines, 1, 'the wordmark is one line');
    const rows = await page.locator('.table-scroll').boundingBox();
    assert.ok(rows && rows.height >= 120 && rows.y + rows.height <= height, JSON.stringify(rows));
    await soon.equal(() => page.evaluate(() => document.documentElement.scrollHeight - innerHeight), 0, 'one screen');
    await context.close();
  });
}
