/** Asking for a paper as a citizen does it: without a script, on a phone, by the keyboard; then following the request. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsOf } from '../../server/testing/browser/axe.ts';
import { browserTest, openSite, SCREENS, type Site } from '../../server/testing/browser/browser.ts';
import { soon } from '../../server/testing/browser/soon.ts';

let site: Site;
before(async () => {
  if (!browserTest.skip) site = await openSite({ rateLimits: { tiles: 1e6, others: 1e6 } });
});
after(() => site?.close());

const PLAIN = { size: SCREENS.phone, javaScript: false } as const;
const next = (page: Page) => page.locator('.step button.primary').click();
const h1 = (page: Page) => page.locator('h1').first().textContent();

async function answerAll(page: Page, paper = 'Trích lục bản đồ địa chính'): Promise<void> {
  await page.getByLabel(paper, { exact: true }).check();
  await next(page);
  if (paper === 'Phiếu cung cấp thông tin đất đai') {
    await page.getByLabel('Người sử dụng đất', { exact: true }).check();
    await next(page);
  }
  await page.getByLabel('Cá nhân', { exact: true }).check();
  await page.getByLabel('Họ và tên, hoặc tên tổ chức').fill('Lê Thị Hư Cấu');
  await page.getByLabel('Số định danh cá nhân, hoặc mã số doanh nghiệp').fill('001 099 012 345');
  await page.getByLabel('Địa chỉ').fill('Thôn Thử, xã Mẫu');
  await next(page);
  await page.getByLabel('Thư điện tử').fill('hu.cau@vidu.example');
  await next(page);
  await page.getByLabel('Bạn dùng thông tin này làm gì?').fill('Xin phép xây dựng');
  await next(page);
  await page.getByLabel('Tải bản PDF tại trang này').check();
  await next(page);
}

test(
  'a request from the page of a parcel to the receipt, without a script; then followed by its code',
  browserTest,
  async () => {
    const { page, context } = await site.visit(`/parcels/${site.t.register.children[0]}`, PLAIN);
    await page.getByRole('link', { name: 'Xin trích lục thửa này' }).click();
    await page.getByText('Có phải thửa đất này không?').waitFor();
    await next(page);
    await answerAll(page, 'Phiếu cung cấp thông tin đất đai');
    assert.equal(await h1(page), 'Xem lại trước khi gửi');
    const said = (await page.locator('.answers').textContent()) ?? '';
    for (const part of [
      'Thửa đất số 2',
      'Thửa đất; Người sử dụng đất; Sơ đồ thửa đất',
      'Lê Thị Hư Cấu',
      '001099012345',
      'hu.cau@vidu.example',
      'Xin phép xây dựng',
    ])
      assert.ok(said.includes(part), part);

    await page.getByRole('link', { name: 'Sửa: Mục đích' }).click();
    await page.getByLabel('Bạn dùng thông tin này làm gì?').fill('Làm thủ tục thừa kế');
    await next(page);
    await soon.match(
      async () => (await page.locator('.answers').textContent()) ?? '',
      /Làm thủ tục thừa kế/,
      'a change comes back to all answers',
    );

    await next(page);
    assert.match(await page.title(), /^Lỗi: /);
    await page.getByLabel(/^Tôi cam kết/).check();
    await next(page);
    assert.equal(await h1(page), 'Đã nhận hồ sơ của bạn');
    const code = (await page.locator('[data-code]').textContent())!;
    const reference = (await page.locator('.receipt strong').first().textContent())!;
    await page.reload();
    await soon.equal(() => page.locator('[data-code]').textContent(), code, 'a reload loses nothing');
    for (const visited of [page.url(), ...(await page.context().cookies()).map(({ value }) => value)])
      assert.ok(!visited.includes(code) && !visited.includes('001099012345') && !/c%E1%BA%A5u/i.test(visited));

    const form = await context.request.get(
      site.origin + (await page.getByRole('link', { name: 'In phiếu yêu cầu (Mẫu 14)' }).getAttribute('href')),
    );
    assert.deepEqual([form.status(), form.headers()['content-type']], [200, 'application/pdf']);
    assert.equal((await form.body()).subarray(0, 5).toString(), '%PDF-');

    await page.getByRole('button', { name: 'Tôi đã ghi lại, xoá mã khỏi trình duyệt này' }).click();
    await page.goto(`${site.origin}/requests/sent`);
    await soon.equal(() => page.locator('[data-code]').count(), 0);
    const gone = await context.request.get(`${site.origin}/requests/sent/form`, { maxRedirects: 0 });
    assert.deepEqual([gone.status(), gone.headers().location], [303, '/requests/sent'], 'nor is the form kept');

    await page.goto(`${site.origin}/requests/${reference}`);
    assert.equal(await h1(page), 'Theo dõi hồ sơ', 'the reference alone shows nothing');
    await page.getByLabel('Mã theo dõi').fill('ABCD-EFGH-JKMN-PQRS');
    await next(page);
    await page.getByText('Không có hồ sơ nào mang số và mã này.').first().waitFor();
    await soon.equal(() => page.getByLabel('Mã theo dõi').inputValue(), '', 'a code is not shown again');
    await page.getByLabel('Mã theo dõi').fill(code.toLowerCase());
    await next(page);
    assert.equal(new URL(page.url()).pathname, `/requests/${reference}`);
    await page.getByText('Đã nhận, chờ cán bộ xét').waitFor();
    assert.ok(!/Hư Cấu|001099/.test(await page.content()), 'nothing of persons');
    await context.close();
  },
);

test('sent twice it is one: a second click and the Back button come to the same receipt', browserTest, async () => {
  const { page, context } = await site.visit(`/requests/new/parcel?id=${site.t.register.children[0]}`, PLAIN);
  await next(page);
  await answerAll(page);
  const kept = await context.cookies();
  const before = (await site.t.ownerClient.query('select from dealing.request')).rowCount ?? 0;
  const click = () =>
    site.t.app.inject({
      method: 'POST',
      url: '/requests/send',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        cookie: kept.map(({ name, value }) => `${name}=${value}`).join('; '),
      },
      payload: 'undertaking=yes',
    });
  const clicks = await Promise.all([click(), click()]);
  assert.deepEqual(
    clicks.map(({ headers }) => headers.location),
    ['/requests/sent', '/requests/sent'],
  );
  await page.getByLabel(/^Tôi cam kết/).check();
  await next(page);
  const reference = await page.locator('.receipt strong').first().textContent();
  await page.goBack();
  await soon.equal(() => page.locator('.receipt strong').first().textContent(), reference);
  const { rowCount } = await site.t.ownerClient.query('select from dealing.request');
  assert.equal(rowCount, before + 1, 'three clicks, one request');
  await context.close();
});

test(
  'what was typed stays beside what is wrong with it; a question is found by words; a gap leads to its question',
  browserTest,
  async () => {
    const { page, context } = await site.visit('/requests/new/who', PLAIN);
    await page.getByLabel('Họ và tên, hoặc tên tổ chức').fill('Trần Văn Ví Dụ');
    await page.getByLabel('Số định danh cá nhân, hoặc mã số doanh nghiệp').fill('12 34');
    await next(page);
    await soon.deepEqual(
      () => page.locator('.faults li').allTextContents(),
      ['Hãy chọn cá nhân hoặc tổ chức', 'Hãy ghi địa chỉ'],
    );
    await soon.equal(() => page.getByLabel('Họ và tên, hoặc tên tổ chức').inputValue(), 'Trần Văn Ví Dụ');
    await page.getByLabel('Cá nhân', { exact: true }).check();
    await next(page);
    await soon.match(() => page.locator('.faults').textContent(), /cá nhân có 12 hoặc 9 số/);
    const focused = await page.evaluate(() => document.activeElement?.className);
    assert.equal(focused, 'faults', 'what is wrong has the focus, without a script');
    await page.goto(`${site.origin}/requests/check`);
    assert.equal(new URL(page.url()).pathname, '/requests/new/parcel', 'nothing is sent with a gap');
    await page.getByRole('searchbox').fill('tờ 12 thửa 345');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await soon.ok(async () => (await page.getByRole('radio').count()) > 1);
    await next(page);
    await page.getByText('Hãy tìm rồi chọn một thửa đất').first().waitFor();
    await context.close();
  },
);

test('a form of another site sends nothing, and a cookie of another time or key is none', browserTest, async () => {
  const foreign = await site.t.app.inject({
    method: 'POST',
    url: '/requests/send',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
    payload: 'undertaking=yes',
  });
  assert.equal(foreign.statusCode, 403);
  const forged = await site.t.app.inject({
    url: '/requests/check',
    headers: { cookie: `request-draft=${Buffer.alloc(200, 3).toString('base64url')}` },
  });
  assert.deepEqual([forged.statusCode, forged.headers.location], [303, '/requests/new/parcel']);
});

for (const [theme, locale] of [
  ['light', 'vi-VN'],
  ['dark', 'en-GB'],
] as const) {
  test(`axe finds nothing from the first question to the request itself: ${theme}`, browserTest, async () => {
    const { page, context } = await site.visit(`/requests/new/parcel?id=${site.t.register.children[0]}`, {
      theme,
      locale,
      size: SCREENS.phone,
    });
    const found: string[] = [];
    const look = async (name: string) => {
      await page.waitForLoadState('load');
      for (const one of await violationsOf(page)) found.push(`${name}: ${one}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) found.push(`${name}: ${wide} px too wide`);
    };
    await next(page);
    await page.locator('input[value="land_information"]').check();
    await next(page);
    await page.locator('#blocks').uncheck();
    await page.locator('input[name="block-map"]').uncheck();
    await next(page);
    await look('blocks with a fault');
    await page.locator('#blocks').check();
    await next(page);
    await page.goto(`${site.origin}/requests/new/paper`);
    await page.locator('input[value="certificate"]').check();
    await next(page);
    await look('which certificate');
    await next(page);
    await next(page);
    await look('faults');
    await page.locator('input[value="organisation"]').check();
    await page.locator('#name').fill('Công ty Hư Cấu');
    await page.locator('#number').fill('2400123456');
    await page.locator('#address').fill('Số 1 phố Mẫu');
    await next(page);
    await next(page);
    await page.locator('#purpose').fill('Thẩm định');
    await next(page);
    await next(page);
    await look('delivery with a fault');
    await page.locator('input[value="post"]').check();
    await page.locator('#copies').fill('2');
    await page.locator('#post').fill('Số 1 phố Mẫu');
    await next(page);
    await look('answers');
    await next(page);
    await look('answers without the undertaking');
    await page.locator('#undertaking').check();
    await next(page);
    await look('receipt');
    const code = (await page.locator('[data-code]').textContent())!;
    await page.locator('.actions a.primary').click();
    await page.locator('#code').fill('ABCD');
    await next(page);
    await look('a wrong code');
    await page.locator('#code').fill(code);
    await next(page);
    await page.locator('.state').waitFor();
    await look('followed');
    assert.deepEqual(found, []);
    await context.close();
  });
}
