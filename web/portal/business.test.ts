/** A business looks many parcels up: signed in, on a phone, with a pasted table and with a file; what is wrong is said where it is. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../server/embedded/identity/demo-accounts.ts';
import { startLookupWorker } from '../../server/jobs/start-lookup-worker.ts';
import type { Worker } from '../../server/jobs/start-worker.ts';
import { violationsOf } from '../../server/testing/browser/axe.ts';
import { browserTest, launchBrowser, listen, openContext, SCREENS } from '../../server/testing/browser/browser.ts';
import { openEmbeddedStage } from '../../server/testing/browser/embedded-stage.ts';
import { soon } from '../../server/testing/browser/soon.ts';
import type { SignInStage } from '../../server/testing/sign-in/sign-in-steps.ts';
import { TEST_CONFIG } from '../../server/testing/test-app.ts';

let stage: SignInStage;
let browser: Browser;
let worker: Worker;
before(async () => {
  if (browserTest.skip) return;
  stage = await openEmbeddedStage();
  worker = await startLookupWorker({
    pool: stage.pools.app,
    portal: stage.pools.portal,
    personalDataKey: TEST_CONFIG.personalDataKey,
    log: { info: () => undefined, warn: () => undefined },
  });
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await worker?.stop();
  await stage?.close();
});

const TABLE =
  'Ghi chú\tXã\tTờ\tThửa\ncủa tôi\tXã Đông Thử\t12\t345\n\tXã Thử Nghiệm\t12\t345\n\tPhường Mẫu\t7\t999\n\tPhường Mẫu\t7\t\n';

async function signIn(page: Page, user = 'business', to = '/business'): Promise<void> {
  await page.goto(`${stage.base}${to}`);
  await page.fill('#username', user);
  await page.fill('#password', DEMO_PASSWORD);
  await page.click('main button');
  await page.waitForURL(`${stage.base}${to}`);
}

async function visit(
  options: Parameters<typeof openContext>[1] = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await openContext(browser, options);
  return { page: await context.newPage(), context };
}

const h1 = (page: Page) => page.locator('h1').first().textContent();

test(
  'on a phone: signed in, a table pasted, progress, rows with their marks, the filled table, and gone again',
  browserTest,
  async () => {
    const { page, context } = await visit({ size: SCREENS.phone, touch: true });
    const complaints = await listen(page);
    await signIn(page);
    await page.getByText('Bạn chưa tra cứu lần nào.').waitFor();
    await page.getByText('Hôm nay đã dùng 0 trong 20.000 dòng.').waitFor();
    await page.getByLabel('Dán bảng vào đây').fill(TABLE);
    await page.getByLabel('Tên để bạn nhận ra').fill('Thế chấp quý 4');
    await page.getByRole('button', { name: 'Tra cứu', exact: true }).click();
    await page.waitForURL(/\/business\/[0-9a-f-]{36}$/);
    assert.equal(await h1(page), 'Tra cứu: Thế chấp quý 4');
    await page.getByText('Đã xong', { exact: true }).waitFor();
    const marks = page.locator('.outcome');
    await soon.deepEqual(() => marks.allTextContents(), ['Khớp', 'Chưa rõ', 'Không thấy', 'Không hiểu']);
    await page.getByText('Có nhiều thửa phù hợp').waitFor();
    await soon.equal(() => page.locator('tbody tr').nth(1).locator('.parcels li').count(), 2);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(wide, 0, 'nothing sticks out sideways');

    await page.getByRole('link', { name: 'Chưa rõ 1' }).click();
    await page.waitForURL(/outcome=ambiguous/);
    await soon.equal(() => page.locator('tbody tr').count(), 1);
    await page.getByRole('link', { name: 'Tất cả 4' }).click();
    await page.waitForURL((url) => !url.search.includes('outcome'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tệp CSV' }).click(),
    ]);
    const file = await readFile((await download.path())!, 'utf8');
    assert.match(file, /^\ufeffGhi chú,Xã,Tờ,Thửa,Dòng,Kết quả/);
    assert.match(file, /của tôi,Xã Đông Thử,12,345,1,Khớp,/);

    await page.getByText('Xoá lần tra cứu này').click();
    await page.getByRole('button', { name: 'Xoá', exact: true }).click();
    await page.waitForURL(`${stage.base}/business`);
    await page.getByText('Bạn chưa tra cứu lần nào.').waitFor();
    await page.getByText('Hôm nay đã dùng 4 trong 20.000 dòng.').waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('a file is sent by the script; one that is no table is refused where it was chosen', browserTest, async () => {
  const { page, context } = await visit({ locale: 'en-GB' });
  await signIn(page);
  const send = async (name: string, text: string) => {
    await page.getByLabel('Or choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Look up', exact: true }).click();
  };
  await send('bad.csv', 'A,B\n1,2');
  await page.getByText('No column is known', { exact: false }).waitFor();
  await send('parcels.csv', 'Commune,Sheet,No\nPhường Mẫu,7,4\n');
  await page.waitForURL(/\/business\/[0-9a-f-]{36}$/);
  assert.equal(await h1(page), 'Look-up: parcels.csv');
  await page.getByText('Done', { exact: true }).waitFor();
  await soon.deepEqual(() => page.locator('.outcome').allTextContents(), ['Matched']);
  await context.close();
});

test('without a script: what is wrong is said beside the table, and what was pasted stays', browserTest, async () => {
  const { page, context } = await visit({ javaScript: false, size: SCREENS.phone });
  await signIn(page);
  await soon.ok(() => page.getByLabel('Hoặc chọn tệp').isHidden());
  await page.getByRole('button', { name: 'Tra cứu', exact: true }).click();
  await page.getByText('Hãy dán một bảng, hoặc chọn một tệp.').first().waitFor();
  assert.match(await page.title(), /^Lỗi: /);
  await page.getByLabel('Dán bảng vào đây').fill('Xã,Tờ,Thửa\n"Phường Mẫu,7,4');
  await page.getByRole('button', { name: 'Tra cứu', exact: true }).click();
  await page.getByText('Không đọc được thành bảng. Xem dòng 2.').first().waitFor();
  await soon.match(
    () => page.getByLabel('Dán bảng vào đây').inputValue(),
    /Phường Mẫu/,
    'what was pasted is still there',
  );
  await page.getByLabel('Dán bảng vào đây').fill('Xã,Tờ,Thửa\nPhường Mẫu,7,4');
  await page.getByRole('button', { name: 'Tra cứu', exact: true }).click();
  await page.waitForURL(/\/business\/[0-9a-f-]{36}$/);
  await context.close();
});

test('a citizen has no such page, and somebody else’s look-up is not there', browserTest, async () => {
  const { page, context } = await visit();
  await page.goto(`${stage.base}/auth/login?to=/account`);
  await page.fill('#username', 'citizen');
  await page.fill('#password', DEMO_PASSWORD);
  await page.click('main button');
  await page.waitForURL(`${stage.base}/account`);
  assert.equal((await page.goto(`${stage.base}/business`))!.status(), 403);
  await context.close();
  const business = await visit();
  await signIn(business.page, 'business');
  const reply = await business.page.goto(`${stage.base}/business/00000000-0000-4000-8000-000000000000`);
  assert.equal(reply!.status(), 404);
  await business.context.close();
});

test(
  'watching land: begun, wrong, its secret once, ended; axe finds nothing in either theme',
  browserTest,
  async () => {
    const { page, context } = await visit({ size: SCREENS.phone, theme: 'light' });
    const complaints = await listen(page);
    await signIn(page, 'business', '/business/watches');
    await page.getByText('Bạn chưa theo dõi nơi nào.').waitFor();
    const begin = page.getByRole('button', { name: 'Theo dõi', exact: true });
    await page.getByLabel('Thửa đất', { exact: true }).fill('không có');
    await begin.click();
    await page.locator('.faults').waitFor();
    assert.equal(await page.getByLabel('Thửa đất', { exact: true }).inputValue(), 'không có', 'what was typed stays');
    assert.deepEqual(await violationsOf(page), [], 'with a fault');
    await page.getByLabel('Thửa đất', { exact: true }).fill(`${stage.base}/parcels/${stage.register.twins[0]}`);
    await page.getByLabel('Thư điện tử').fill('ban@thu-nghiem.example');
    await page.getByLabel('Tên để bạn nhận ra').fill('Thửa thế chấp');
    await begin.click();
    await page.getByRole('heading', { name: 'Thửa thế chấp' }).waitFor();
    await page.getByText('Đang theo dõi 1 trong', { exact: false }).waitFor();
    await page.getByLabel('Mã', { exact: true }).fill('000000');
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.locator('.confirm .fault').waitFor();
    assert.deepEqual(await violationsOf(page), [], 'with a wrong code');
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual(await violationsOf(page), [], 'in the dark');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(wide, 0, 'nothing sticks out sideways');
    await page.locator('summary', { hasText: 'Bỏ theo dõi' }).click();
    await page.getByRole('button', { name: 'Bỏ theo dõi' }).click();
    await page.getByText('Bạn chưa theo dõi nơi nào.').waitFor();
    await page.getByLabel('Xã, phường', { exact: true }).selectOption({ label: 'Phường Mẫu' });
    await page.getByLabel('Địa chỉ của chương trình').fill('https://client.example/hook');
    await begin.click();
    const secret = page.locator('.panel code');
    await secret.waitFor();
    assert.notEqual(await secret.textContent(), '');
    await page.goto(`${stage.base}/business/watches`);
    await page.getByRole('link', { name: 'Phường Mẫu' }).waitFor();
    assert.equal(await secret.count(), 0, 'the secret is told once');
    await page.locator('summary', { hasText: 'Bỏ theo dõi' }).click();
    await page.getByRole('button', { name: 'Bỏ theo dõi' }).click();
    await page.getByText('Bạn chưa theo dõi nơi nào.').waitFor();
    // What is wrong comes as the same page with 422, and a browser notes it.
    assert.deepEqual(
      complaints.filter((line) => !line.includes('422')),
      [],
    );
    await context.close();
  },
);

test(
  'a bank asks whether a certificate holds, by keyboard, and takes the signed copy with it',
  browserTest,
  async () => {
    const db = new pg.Client({ connectionString: stage.database.urls.migrator });
    await db.connect();
    await db.query(
      `insert into reference.answer_entitlement (account, valid_from, name, answers_a_day, source) values ('demo-business', '2025-07-01', 'Công ty Hư Cấu', null, 'test')`,
    );
    await db.end();
    const { page, context } = await visit({ size: SCREENS.phone, theme: 'dark', locale: 'en-GB' });
    await signIn(page, 'business', '/business/answers');
    await page.getByText('You ask as Công ty Hư Cấu.').waitFor();
    await page.getByLabel('Serial of the certificate').fill('ct 998877');
    await page.keyboard.press('Tab');
    await page.keyboard.type(stage.register.twins[0]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.faults').waitFor();
    assert.deepEqual(await violationsOf(page), [], 'with a fault');
    await page.getByLabel('Number of your matter').fill('HS-01/2026');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/business\/answers#a-[0-9a-f-]{36}$/);
    await page.getByRole('heading', { name: 'Matter HS-01/2026' }).waitFor();
    await page.getByText('Signed copy', { exact: true }).click();
    const statement = page.getByLabel('Signed answer, matter HS-01/2026');
    await statement.waitFor();
    assert.deepEqual(await violationsOf(page), [], 'answered');
    await page.emulateMedia({ colorScheme: 'light' });
    assert.deepEqual(await violationsOf(page), [], 'in the light');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the signed copy' }).click(),
    ]);
    assert.equal(await readFile((await download.path())!, 'utf8'), await statement.inputValue());
    await context.close();
  },
);

for (const theme of ['light', 'dark'] as const) {
  for (const locale of ['vi-VN', 'en-GB'] as const) {
    test(`axe finds nothing: ${locale}, ${theme}`, browserTest, async () => {
      const { page, context } = await visit({ theme, locale, size: SCREENS.phone });
      await signIn(page);
      assert.deepEqual(await violationsOf(page), []);
      await page.locator('#table').fill('nothing,known\n1,2');
      await page.locator('form[data-lookup-form] button').click();
      await page.locator('.faults').waitFor();
      assert.deepEqual(await violationsOf(page), [], 'with a fault');
      await page.locator('#table').fill(TABLE);
      await page.locator('form[data-lookup-form] button').click();
      await page.waitForURL(/\/business\/[0-9a-f-]{36}$/);
      await page.locator('.state[data-state="current"]').waitFor();
      await page.locator('details summary').click();
      assert.deepEqual(await violationsOf(page), [], 'answered');
      await context.close();
    });
  }
}
