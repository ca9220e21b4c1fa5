/** One box for every question: typed and sent by keyboard, it leads to the page, or to a choice and never a guess. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserTest, openSite, SCREENS, type Site } from '../../server/testing/browser/browser.ts';
import { soon } from '../../server/testing/browser/soon.ts';

let site: Site;
before(async () => {
  if (!browserTest.skip) site = await openSite();
});
after(() => site?.close());

const path = (page: Page) => new URL(page.url()).pathname;
const main = async (page: Page) => (await page.locator('main').textContent()) ?? '';

/** By keyboard alone: into the box, the question, Enter. */
async function ask(page: Page, q: string): Promise<void> {
  await page.goto(`${site.origin}/`);
  for (let i = 0; i < 12 && (await page.evaluate(() => document.activeElement?.id)) !== 'q'; i += 1)
    await page.keyboard.press('Tab');
  await soon.equal(() => page.evaluate(() => document.activeElement?.id), 'q', 'the box is reached by Tab');
  await page.keyboard.insertText(q);
  await Promise.all([page.waitForURL((url) => url.pathname !== '/'), page.keyboard.press('Enter')]);
}

/** Where each form of the question leads: a path, or words of the page of answers. */
const FORMS: [q: string, leads: (t: Site['t']) => string | RegExp][] = [
  ['tờ 12 thửa 345', () => /Xã Đông Thử[\s\S]*Xã Tây Thử/],
  ['12/345', () => /Có 2 thửa đất phù hợp/],
  ['thửa 345 xã Đông Thử', () => /^(?![\s\S]*Tây Thử)[\s\S]*Thửa đất số 345[\s\S]*Xã Đông Thử/],
  ['to 12 thua 345 xa tay thu', () => /^(?![\s\S]*Đông Thử)[\s\S]*Thửa đất số 345[\s\S]*Xã Tây Thử/],
  ['  7 / 2 ', (t) => `/parcels/${t.register.children[0]}`],
  ['99002', () => '/communes/99002'],
  // Another commune is called nearly so: a choice, the exact name first.
  ['Phường Mẫu', () => /Xã, phườngPhường Mẫu 99002/],
  ['phuong mau', () => /Xã, phườngPhường Mẫu 99002/],
  ['99011', () => /Xã Đông Thử[\s\S]*tên cũ, dùng trước ngày[\s\S]*nay thuộc Xã Thử Nghiệm/],
  ['xa tay thu', () => /tên cũ, dùng trước ngày[\s\S]*nay thuộc Xã Thử Nghiệm/],
  ['thôn thử', () => /Thôn Thử, /],
  // The same figures are a place in more than one zone: a choice again.
  ['X 2353020 Y 416715', () => /Thửa đất số 345[\s\S]*Vị trí theo toạ độ[\s\S]*X 2353020,00 m, Y 416715,00 m/],
  ['không có nơi này đâu', () => /Không tìm thấy[\s\S]*ghi số tờ và số thửa như trên giấy chứng nhận/],
];
for (const javaScript of [true, false]) {
  test(`every form of the question, ${javaScript ? 'with' : 'without'} JavaScript`, browserTest, async () => {
    const { page, context, complaints } = await site.visit('/', { javaScript });
    for (const [q, leads] of FORMS) {
      await ask(page, q);
      const wanted = leads(site.t);
      if (typeof wanted === 'string') assert.equal(path(page), wanted, q);
      else assert.match(await main(page), wanted, q);
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test('a parcel code leads to its parcel, in whatever letters', browserTest, async () => {
  const { page, context } = await site.visit(`/parcels/${site.t.register.parent}`);
  const code = (await page.locator('dd code').first().textContent())!;
  await ask(page, code.toUpperCase());
  assert.equal(path(page), `/parcels/${site.t.register.parent}`);
  await context.close();
});

const options = (page: Page) => page.locator('#suggestions [role="option"]');
const typed = async (page: Page, text: string) => {
  await page.locator('#q').focus();
  // A slow typist is shown suggestions on the way; what counts here are those for the whole of it.
  const answered = page.waitForResponse((reply) => new URL(reply.url()).searchParams.get('q') === text);
  await page.keyboard.type(text);
  const { items } = (await (await answered).json()) as { items: unknown[] };
  await page.locator('.question .spoken', { hasText: String(items.length) }).waitFor({ state: 'attached' });
  await options(page).first().waitFor();
};

test(
  'suggestions by keyboard: spoken, walked with arrows, chosen with Enter; Esc first puts the list away',
  browserTest,
  async () => {
    const { page, context, complaints } = await site.visit('/');
    await typed(page, '12/345');
    const box = page.locator('#q');
    await soon.equal(() => box.getAttribute('aria-expanded'), 'true');
    await soon.match(() => page.locator('.question .spoken').textContent(), /2/);
    await page.keyboard.press('Escape');
    await page.locator('#suggestions').waitFor({ state: 'hidden' });
    await soon.deepEqual(
      async () => [await box.inputValue(), await box.getAttribute('aria-expanded')],
      ['12/345', 'false'],
    );
    await page.keyboard.press('Backspace');
    await page.keyboard.type('5');
    await options(page).nth(1).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const second = options(page).nth(1);
    await soon.equal(() => second.getAttribute('aria-selected'), 'true');
    assert.equal(await box.getAttribute('aria-activedescendant'), await second.getAttribute('id'));
    await Promise.all([page.waitForURL('**/parcels/*'), page.keyboard.press('Enter')]);
    assert.equal(path(page), `/parcels/${site.t.register.twins[1]}`);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('Tab leaves the list without going anywhere', browserTest, async () => {
  const { page, context } = await site.visit('/');
  await typed(page, '12/345');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await soon.equal(() => page.evaluate(() => document.activeElement?.textContent), 'Tra cứu');
  await page.locator('#suggestions').waitFor({ state: 'hidden' });
  assert.equal(path(page), '/');
  await context.close();
});

test('suggestions that come when the reader has left the box stay away', browserTest, async () => {
  const { page, context } = await site.visit('/');
  const pattern = '**/api/portal/suggest*';
  let answer = () => {};
  const held = new Promise<void>((go) => {
    answer = go;
  });
  await page.route(pattern, async (route) => {
    await held;
    // Called off by now, perhaps.
    await route.continue().catch(() => undefined);
  });
  const asked = page.waitForRequest(pattern);
  await page.locator('#q').focus();
  await page.keyboard.type('12/345');
  const request = await asked;
  const isIt = (other: unknown) => other === request;
  const ended = Promise.race([page.waitForEvent('requestfinished', isIt), page.waitForEvent('requestfailed', isIt)]);
  await page.keyboard.press('Tab');
  answer();
  await ended;
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await soon.equal(() => page.locator('#suggestions').isVisible(), false);
  await context.close();
});

test('suggestions by mouse and by touch', browserTest, async () => {
  for (const touch of [false, true]) {
    const { page, context } = await site.visit('/', { touch, size: touch ? SCREENS.phone : SCREENS.desk });
    await typed(page, 'phuong mau');
    const option = options(page).filter({ hasText: 'Phường Mẫu' }).first();
    await Promise.all([page.waitForURL('**/communes/99002'), touch ? option.tap() : option.click()]);
    await context.close();
  }
});

test(
  'without suggestions the question can still be sent; offline it is kept and the page says what to do',
  browserTest,
  async () => {
    const { page, context } = await site.visit('/communes/99002');
    await page.goto(`${site.origin}/search`);
    await page.route('**/api/portal/suggest*', (route) => route.abort());
    await context.setOffline(true);
    await page.locator('#q').fill('12/345');
    await page.locator('#q').press('Enter');
    await page.locator('.question [role="alert"]').getByText('Không kết nối được máy chủ').waitFor();
    await soon.equal(() => page.locator('#q').inputValue(), '12/345');
    await context.setOffline(false);
    await page.locator('.question [role="alert"]').getByText('Không kết nối').waitFor({ state: 'hidden' });
    await Promise.all([page.waitForURL('**/search?q=*'), page.locator('#q').press('Enter')]);
    assert.match(await main(page), /Có 2 thửa đất phù hợp/);
    await context.close();
  },
);
