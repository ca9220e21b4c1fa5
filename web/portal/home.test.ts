/** The first page in a real browser: the built files, the real server, a real register. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { openTestApp, TEST_CONFIG, type TestApp } from '../../server/testing/test-app.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
const BUILT = existsSync(`${TEST_CONFIG.webDist}/.vite/manifest.json`);
const MISSING = !CHROMIUM
  ? 'chromium is not installed'
  : !BUILT
    ? 'the web is not built (npm test builds it)'
    : undefined;
/** A missing tool is a skip on a laptop and a failure where everything must be proved. */
const options = MISSING && process.env.CI !== '1' ? { skip: MISSING } : {};

let t: TestApp;
let browser: Browser;
let origin: string;
before(async () => {
  if (options.skip) return;
  assert.equal(MISSING, undefined);
  t = await openTestApp({ publicUrl: 'http://127.0.0.1:8080' });
  await t.app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${(t.app.server.address() as AddressInfo).port}`;
  browser = await chromium.launch({
    executablePath: CHROMIUM!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
});
after(async () => {
  if (options.skip) return;
  await browser?.close();
  await t?.close();
});

/** The fixture's land, degrees; parcel 7 of sheet 7 lies in the middle. */
const HAMLET = '106.19890,21.26960,106.20090,21.27408';

interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of: violations of the policy, errors of scripts. */
  readonly complaints: string[];
}

async function visit(settings: Parameters<Browser['newContext']>[0] = {}, path = '/'): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, locale: 'vi-VN', ...settings });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`CSP ${event.violatedDirective}`));
  });
  // The fixture is a hamlet in a tile of 2.4 km: the page is opened on the hamlet.
  await page.route(origin + path, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/data-extent="[^"]*"/, `data-extent="${HAMLET}"`);
    await route.fulfill({ response, body });
  });
  await page.goto(origin + path);
  return { page, context, complaints };
}

/** Middle of an element, CSS pixels of the page, which is not scrolled for it. */
async function centreOf(locator: Locator): Promise<[number, number]> {
  const { x, y, width, height } = (await locator.boundingBox())!;
  return [x + width / 2, y + height / 2];
}

/** All tiles asked for have come. */
const settled = (page: Page) => page.waitForSelector('#map[data-pending="0"] canvas');

/** Colours of the map's picture at its middle and the number of different ones in it. */
const colours = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('#map canvas')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Map<string, number>();
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] !== 255) continue;
      const colour = `${data[i]},${data[i + 1]},${data[i + 2]}`;
      seen.set(colour, (seen.get(colour) ?? 0) + 1);
    }
    return [...seen].filter(([, n]) => n > 500).map(([colour]) => colour);
  });

test('the map shows the parcels by land use, and the browser has nothing to complain of', options, async () => {
  const { page, context, complaints } = await visit();
  await settled(page);
  const seen = await colours(page);
  // LUC 255 252 130 and ONT 255 208 255, moved a third of the way to the ground 251 249 244.
  for (const fill of ['254,251,168', '254,222,251']) assert.ok(seen.includes(fill), `${fill} among ${seen.join(' ')}`);
  assert.equal(await page.title(), 'Địa Bạ · Bản đồ địa chính');
  assert.equal(await page.evaluate(() => document.fonts.check("16px 'Be Vietnam Pro'", 'thửa đất')), true);
  assert.deepEqual(complaints, []);
  await context.close();
});

test('a click on a parcel opens its card with what is public, and Escape puts it away', options, async () => {
  const { page, context, complaints } = await visit();
  await settled(page);
  const box = (await page.locator('#map').boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const card = page.locator('.card');
  await card.getByText('Thông tin về người sử dụng đất không được công khai.').waitFor();
  assert.match(
    (await card.textContent()) ?? '',
    /Tờ 7, thửa 7[\s\S]*Phường Mẫu[\s\S]*1\.200 m²[\s\S]*1\.200,5 m²[\s\S]*\(LUC\)/,
  );
  await card.getByRole('button').focus();
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'map');
  assert.deepEqual(complaints, []);
  await context.close();
});

test('by keyboard alone: reach the map, move it, pick what is in the middle', options, async () => {
  const { page, context } = await visit();
  await settled(page);
  for (let i = 0; i < 10 && (await page.evaluate(() => document.activeElement?.id)) !== 'map'; i += 1) {
    await page.keyboard.press('Tab');
  }
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'map');
  await page.keyboard.press('Enter');
  await page.locator('.card h2').waitFor();
  const first = await page.locator('.card h2').textContent();
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(
    (title) => {
      const map = document.getElementById('map')!;
      map.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      return document.querySelector('.card')!.textContent && document.querySelector('.card h2')?.textContent !== title;
    },
    first,
    { polling: 200 },
  );
  await context.close();
});

test('the wheel zooms before the map was ever focused', options, async () => {
  const { page, context } = await visit();
  await settled(page);
  const box = (await page.locator('#map').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  // Its length and number follow the resolution.
  const scale = await page.locator('.ol-scale-line').innerHTML();
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -400);
  await page.waitForFunction((old) => document.querySelector('.ol-scale-line')!.innerHTML !== old, scale);
  assert.notEqual(await page.evaluate(() => document.activeElement?.id), 'map');
  await context.close();
});

test('on a phone the button that closes the card is in view without scrolling', options, async () => {
  const { page, context } = await visit({ viewport: { width: 390, height: 600 }, hasTouch: true });
  await settled(page);
  const box = (await page.locator('#map').boundingBox())!;
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  const card = page.locator('.card');
  await card.getByText('Mã thửa đất').waitFor();
  const seen = await page.evaluate(() => {
    const [shown, close] = [document.querySelector('.card')!, document.querySelector('.card button')!];
    const { left, top, bottom } = close.getBoundingClientRect();
    const hit = (y: number) => document.elementFromPoint(left + 20, y) === close;
    return { cut: shown.scrollHeight > shown.clientHeight, whole: hit(top + 1) && hit(bottom - 1) };
  });
  assert.deepEqual(seen, { cut: true, whole: true });
  await page.touchscreen.tap(...(await centreOf(card.getByRole('button'))));
  await card.waitFor({ state: 'hidden' });
  await context.close();
});

test('English, dark and small: the same page', options, async () => {
  const { page, context, complaints } = await visit(
    { locale: 'en-GB', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
    '/',
  );
  await settled(page);
  assert.equal(await page.locator('h1').textContent(), 'Map of registered parcels');
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(ground, 'rgb(20, 24, 27)');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.equal(wide, false, 'nothing sticks out sideways');
  assert.deepEqual(complaints, []);
  await context.close();
});

test('tiles that do not come are said to be missing, and can be asked for again', options, async () => {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, locale: 'vi-VN' });
  const page = await context.newPage();
  await page.route('**/tiles/**', (route) => route.fulfill({ status: 503, body: '' }));
  await page.goto(origin);
  const status = page.locator('.map-status');
  await status.getByText('Bản đồ chưa tải đủ.').waitFor();
  await page.unroute('**/tiles/**');
  await status.getByRole('button', { name: 'Tải lại' }).click();
  await page.waitForFunction(() => document.querySelector('#map')?.getAttribute('data-pending') === '0');
  await status.waitFor({ state: 'hidden' });
  assert.ok((await colours(page)).includes('254,251,168'));
  await context.close();
});

test('a parcel that cannot be fetched keeps what the tile knew and says what to do', options, async () => {
  const { page, context } = await visit();
  await settled(page);
  await page.route('**/api/portal/parcels/**', (route) => route.abort());
  await page.locator('#map').focus();
  await page.keyboard.press('Enter');
  const card = page.locator('.card');
  await card.getByRole('alert').waitFor();
  assert.match((await card.textContent()) ?? '', /Tờ 7, thửa[\s\S]*Không kết nối được máy chủ/);
  await context.close();
});

test('without JavaScript the page says so and leads on', options, async () => {
  const { page, context } = await visit({ javaScriptEnabled: false });
  // Text matchers pass over noscript, whether it shows or not.
  const notice = page.locator('noscript p');
  assert.ok(await notice.isVisible());
  assert.match((await notice.textContent()) ?? '', /^Bản đồ cần JavaScript/);
  await notice.locator('a').click();
  assert.equal(await page.locator('h1').textContent(), 'Giao diện dữ liệu của Địa Bạ');
  await context.close();
});

test('the page of the description breaks no rule of its own policy', options, async () => {
  const { page, context, complaints } = await visit({}, '/api/docs');
  assert.equal(
    await page.evaluate(() => getComputedStyle(document.querySelector('table')!).borderCollapse),
    'collapse',
  );
  assert.deepEqual(complaints, []);
  await context.close();
});
