/** A parcel's page without a script: where it is, its numbers, areas, land use, drawing, corners; never a person. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browserTest, openSite, SCREENS, type Site } from '../../server/testing/browser/browser.ts';
import { CANARIES, REGISTERED_ON } from '../../server/testing/plant/register-fixture.ts';

let site: Site;
before(async () => {
  if (!browserTest.skip) site = await openSite();
});
after(() => site?.close());

test('facts, drawing and corners are there with JavaScript off, on a phone', browserTest, async () => {
  const { page, context, complaints } = await site.visit(`/parcels/${site.t.register.twins[0]}`, {
    javaScript: false,
    size: SCREENS.phone,
  });
  assert.equal(await page.locator('h1').textContent(), 'Thửa đất số 345, tờ bản đồ số 12');
  const text = (await page.locator('main').textContent())!;
  for (const wanted of [
    /Xã Thử Nghiệm/,
    /Xã Đông Thử \(đơn vị cũ, trước/,
    /Diện tích đã đăng ký\s*1\.200,5 m²/,
    /Diện tích tính từ bản đồ\s*1\.200 m²/,
    /Đất ở tại nông thôn \(ONT\)/,
    /Đang có trong sổ đăng ký từ ngày 10\/03\/2026/,
    /không được công khai ở đây/,
  ])
    assert.match(text, wanted);
  for (const canary of CANARIES) assert.ok(!text.includes(canary));
  assert.match((await page.locator('.bottom').textContent())!, /Dữ liệu đăng ký đến 12:00 ngày 20\/06\/2026/);
  const drawing = page.getByRole('img', { name: /4 cạnh, chu vi 140 m/ });
  const box = (await drawing.boundingBox())!;
  assert.ok(box.width > 250 && box.width <= 390 && box.height > 200, `${box.width} × ${box.height}`);
  assert.equal(await drawing.locator('path.own').count(), 1);
  await page.locator('details.corners summary').press('Enter');
  const rows = page.locator('details.corners tbody tr');
  assert.equal(await rows.count(), 4);
  assert.ok(await rows.first().isVisible());
  assert.match((await rows.first().textContent())!, /2353000,000\s*416700,000/);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a retired parcel says so and leads to its successors, and they lead back; by keyboard', browserTest, async () => {
  const { register } = site.t;
  const { page, context } = await site.visit(`/parcels/${register.parent}`, { javaScript: false });
  const panel = page.locator('.panel');
  assert.match((await page.locator('.state').textContent())!, /Không còn trong sổ đăng ký từ ngày 20\/06\/2026/);
  assert.equal(await panel.locator('a').count(), 2);
  await panel.locator('a').first().focus();
  await Promise.all([page.waitForURL((url) => !url.pathname.includes(register.parent)), page.keyboard.press('Enter')]);
  assert.ok(register.children.some((child) => page.url().endsWith(child)));
  await page
    .getByRole('link', { name: /thửa 1/i })
    .first()
    .focus();
  await Promise.all([page.waitForURL(`**/parcels/${register.parent}`), page.keyboard.press('Enter')]);
  await context.close();
});

test('the address on the page opens the same parcel as of the same day', browserTest, async () => {
  const { page, context } = await site.visit(`/parcels/${site.t.register.parent}?at=${REGISTERED_ON}`);
  const first = (await page.locator('article').textContent())!;
  assert.match(first, /Đây là tình trạng cuối ngày 10\/03\/2026/);
  const { pathname, search } = new URL((await page.locator('.link a').getAttribute('href'))!);
  await page.goto(`${site.origin}/about`);
  await page.goto(`${site.origin}${pathname}${search}`);
  assert.equal(await page.locator('article').textContent(), first);
  await page.getByRole('link', { name: 'Xem tình trạng hiện nay' }).click();
  assert.match((await page.locator('.state').textContent())!, /Không còn trong sổ đăng ký/);
  await context.close();
});

test('from the page to the map and back to the same parcel', browserTest, async () => {
  const id = site.t.register.children[1];
  const { page, context, complaints } = await site.visit(`/parcels/${id}`);
  const title = await page.locator('h1').textContent();
  await page.getByRole('link', { name: 'Xem trên bản đồ' }).press('Enter');
  await page.locator('.card .card-page').waitFor();
  assert.match((await page.locator('.card h2').textContent())!, /Tờ 7, thửa 3/);
  await page.locator('.card .card-page').press('Enter');
  await page.waitForURL(`**/parcels/${id}`);
  assert.equal(await page.locator('h1').textContent(), title);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('the print button is there where a script can print, and nowhere else', browserTest, async () => {
  for (const javaScript of [true, false]) {
    const { page, context } = await site.visit(`/parcels/${site.t.register.parent}`, { javaScript });
    assert.equal(await page.getByRole('button', { name: 'In trang này' }).count(), javaScript ? 1 : 0);
    await context.close();
  }
});
