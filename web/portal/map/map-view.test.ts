/** The map as one looks at it: colours, picking, the card, the address, in a real browser over the real server. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest, openSite, SCREENS, type Site } from '../../../server/testing/browser/browser.ts';
import { coloursOf, lookingAt, middleOf, openMap, settled } from '../../../server/testing/browser/map-page.ts';
import { soon } from '../../../server/testing/browser/soon.ts';

let site: Site;
before(async () => {
  if (!browserTest.skip) site = await openSite();
});
after(() => site?.close());

const clickMiddle = async (page: Page) => page.mouse.click(...(await middleOf(page)));
const search = (page: Page) => page.evaluate(() => location.search);
const selected = (page: Page) => page.evaluate(() => new URLSearchParams(location.search).get('p'));
/** Sheet 7, parcel 13: the middle of the block of rice land. */
const RICE = lookingAt(105, 300, 18);

test('parcels have the colours of their land use, by day and by night', browserTest, async () => {
  // LUC 255 252 130 and ONT 255 208 255, moved towards the grounds of web/ui/theme.css.
  for (const [theme, rice, house] of [
    ['light', '254,251,168', '254,222,251'],
    ['dark', '109,111,66', '109,94,114'],
  ] as const) {
    const { page, context, complaints } = await openMap(site, lookingAt(60, 150, 18), { theme });
    const seen = await coloursOf(page);
    for (const fill of [rice, house]) assert.ok(seen.includes(fill), `${theme}: ${fill} among ${seen.join(' ')}`);
    assert.deepEqual(complaints, []);
    await context.close();
  }
});

test('a click on a parcel selects it: card, address, outline; Escape puts it away', browserTest, async () => {
  const { page, context, complaints } = await openMap(site, RICE);
  await clickMiddle(page);
  const card = page.locator('.card');
  await card.getByText('Thông tin về người sử dụng đất không được công khai.').waitFor();
  await soon.match(
    async () => (await card.textContent()) ?? '',
    /Tờ 7, thửa 13[\s\S]*Phường Mẫu[\s\S]*1\.200 m²[\s\S]*1\.200,5 m²[\s\S]*LUC/,
  );
  const id = await selected(page);
  assert.match(id ?? '', /^[0-9a-f-]{36}$/);
  await soon.equal(
    () => card.getByRole('link', { name: 'Mở trang của thửa đất' }).getAttribute('href'),
    `/parcels/${id}`,
  );
  // The accent of the theme, as the outline of the selection.
  assert.ok((await coloursOf(page, 100)).includes('11,107,79'));
  await card.getByRole('button', { name: 'Đóng' }).focus();
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'hidden' });
  await soon.equal(() => page.evaluate(() => document.activeElement?.id), 'map');
  assert.equal(await selected(page), null);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('Back and Forward go from parcel to parcel', browserTest, async () => {
  const { page, context } = await openMap(site, RICE);
  const [x, y] = await middleOf(page);
  const title = page.locator('.card h2');
  await page.mouse.click(x, y);
  await title.getByText('Tờ 7, thửa 13').waitFor();
  await page.mouse.click(x, y - 70);
  await title.getByText('Tờ 7, thửa 18').waitFor();
  await page.goBack();
  await title.getByText('Tờ 7, thửa 13').waitFor();
  await page.goBack();
  await page.locator('.card').waitFor({ state: 'hidden' });
  await page.goForward();
  await title.getByText('Tờ 7, thửa 13').waitFor();
  await context.close();
});

test('a link opens the same place with the same parcel', browserTest, async () => {
  const { page, context } = await openMap(site, RICE);
  await clickMiddle(page);
  await page.locator('.card-page').waitFor();
  await page.locator('#map').focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((before) => location.search !== before, await search(page));
  const link = await search(page);
  const again = await openMap(site, link);
  await again.page.locator('.card h2').getByText('Tờ 7, thửa 13').waitFor();
  const read = async (at: Page) =>
    ((await at.locator('.map-readout').textContent()) ?? '')
      .match(/\d+,\d+/g)!
      .map((text) => Number(text.replace(',', '.')));
  const [x = 0, y = 0] = await read(page);
  const [x2 = 0, y2 = 0] = await read(again.page);
  // A link says where to a decimetre.
  assert.ok(Math.hypot(x - x2, y - y2) < 0.15, `${x} ${y} is not ${x2} ${y2}`);
  assert.equal(await search(again.page), link);
  await again.context.close();
  await context.close();
});

test('a link to a parcel alone goes there, and adds nothing to the address', browserTest, async () => {
  const { page, context } = await openMap(site, `?p=${site.t.register.twins[1]}`);
  await page.locator('.card h2').getByText('Tờ 12, thửa 345').waitFor();
  await settled(page);
  await page.waitForFunction(() => document.querySelector('.map-readout')?.textContent?.includes('Y 4168'));
  assert.equal(await search(page), `?p=${site.t.register.twins[1]}`);
  await context.close();
});

test('a retired parcel is shown hatched and leads to what came of it', browserTest, async () => {
  const { parent, children } = site.t.register;
  const { page, context, complaints } = await openMap(site, `?p=${parent}`);
  const card = page.locator('.card');
  await card.getByText('Thửa này không còn hiện hành từ ngày 20/06/2026.').waitFor();
  await card.getByText('Đất của thửa này nay thuộc:').waitFor();
  await card.getByRole('button', { name: 'Tờ 7, thửa 3' }).click();
  await card.getByText('Thửa này có từ:').waitFor();
  assert.equal(await selected(page), children[1]);
  await card.getByRole('button', { name: 'Tờ 7, thửa 1' }).click();
  await card.getByText('Thửa này không còn hiện hành từ ngày 20/06/2026.').waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a link to a parcel that is not there says so', browserTest, async () => {
  const { page, context } = await openMap(site, '?p=00000000-0000-4000-8000-000000000000');
  await page.locator('.card').getByRole('alert').waitFor();
  await soon.match(
    async () => (await page.locator('.card').textContent()) ?? '',
    /Không có thửa đất|không có thửa|Không tìm thấy/i,
  );
  await context.close();
});

test('a parcel that cannot be fetched keeps what the tile knew and says what to do', browserTest, async () => {
  const { page, context } = await openMap(site, RICE);
  await page.route('**/api/portal/parcels/**', (route) => route.abort());
  await clickMiddle(page);
  const card = page.locator('.card');
  await card.getByRole('alert').waitFor();
  await soon.match(() => card.textContent(), /Tờ 7, thửa 13[\s\S]*Không kết nối được máy chủ/);
  await context.close();
});

test('on a phone the card is a sheet from below whose way out is in view', browserTest, async () => {
  const { page, context } = await openMap(site, RICE, { size: SCREENS.phone, touch: true });
  await page.touchscreen.tap(...(await middleOf(page)));
  const card = page.locator('.card');
  await card.locator('.card-page').waitFor();
  const box = (await card.boundingBox())!;
  assert.deepEqual([box.x, box.width], [0, SCREENS.phone.width]);
  const close = card.getByRole('button', { name: 'Đóng' });
  assert.ok(
    await close.evaluate((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === button;
    }),
  );
  await close.tap();
  await card.waitFor({ state: 'hidden' });
  await soon.equal(() => page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  await context.close();
});

test('from afar the map says how to see parcels, and goes there', browserTest, async () => {
  const { page, context } = await openMap(site, lookingAt(75, 150, 11));
  const hint = page.locator('.map-chip', { hasText: 'Phóng to để thấy từng thửa đất.' });
  await hint.waitFor();
  // Sheets by their main land use stand for the parcels.
  await hint.getByRole('button').click();
  await hint.waitFor({ state: 'hidden' });
  await context.close();
});

test('English, dark: the same map in other words', browserTest, async () => {
  const { page, context, complaints } = await openMap(site, RICE, { locale: 'en-GB', theme: 'dark' });
  await clickMiddle(page);
  const card = page.locator('.card');
  await card.getByText('Who uses the land is not public.').waitFor();
  await soon.match(() => card.textContent(), /Sheet 7, parcel 13[\s\S]*1,200\.5 m²/);
  await soon.match(() => page.locator('#map').getAttribute('aria-label'), /^Map of parcels/);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('the wheel zooms before the map was ever focused', browserTest, async () => {
  const { page, context } = await openMap(site, RICE);
  const scale = await page.locator('.ol-scale-line').innerHTML();
  await page.mouse.move(...(await middleOf(page)));
  await page.mouse.wheel(0, -400);
  await page.waitForFunction((old) => document.querySelector('.ol-scale-line')!.innerHTML !== old, scale);
  assert.notEqual(await page.evaluate(() => document.activeElement?.id), 'map');
  await context.close();
});
