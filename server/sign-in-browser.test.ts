/** Signing in and out in a real browser: policy, cookies, keyboard, axe. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { DEMO_PASSWORD } from './embedded/identity/demo-accounts.ts';
import { violationsOf } from './testing/browser/axe.ts';
import { browserTest, launchBrowser, listen, openContext, SCREENS } from './testing/browser/browser.ts';
import { openEmbeddedStage } from './testing/browser/embedded-stage.ts';
import type { SignInStage } from './testing/sign-in/sign-in-steps.ts';

let stage: SignInStage;
let browser: Browser;
before(async () => {
  if (browserTest.skip) return;
  stage = await openEmbeddedStage();
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await stage?.close();
});

test('by keyboard alone: sign in, land where one was going, sign out everywhere', browserTest, async () => {
  const context = await openContext(browser, { locale: 'vi-VN' });
  const page = await context.newPage();
  const complaints = await listen(page);
  await page.goto(`${stage.base}/auth/login?to=/communes`);
  await page.locator('#username').focus();
  await page.keyboard.type('officer');
  await page.keyboard.press('Tab');
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${stage.base}/communes`);
  const cookies = await context.cookies();
  const session = cookies.find(({ name }) => name === 'sid')!;
  assert.deepEqual([session.httpOnly, session.sameSite, session.path, session.expires], [true, 'Lax', '/', -1]);
  assert.equal(await page.evaluate(() => document.cookie), '', 'no script can read any of them');

  await page.goto(`${stage.base}/auth/logout`);
  await page.locator('main button').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`${stage.base}/`);
  assert.deepEqual(complaints, [], 'nothing the policy stops, at either end');
  const left = (await context.cookies()).map(({ name }) => name);
  assert.ok(!left.includes('sid') && !left.includes('identity_session'), left.join());
  assert.equal((await page.goto(`${stage.base}/auth/login`))!.status(), 200);
  assert.ok(await page.locator('#password').isVisible(), 'asked again');
  await context.close();
});

test('signing in and out works without a script', browserTest, async () => {
  const context = await openContext(browser, { javaScript: false, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${stage.base}/auth/login`);
  await page.fill('#username', 'auditor');
  await page.fill('#password', DEMO_PASSWORD);
  await page.click('main button');
  await page.waitForURL(`${stage.base}/account`);
  await page.goto(`${stage.base}/auth/logout`);
  await page.click('main button');
  await page.click('main button');
  await page.waitForURL(`${stage.base}/`);
  assert.equal(
    (await context.cookies()).some(({ name }) => name === 'sid'),
    false,
  );
  await context.close();
});

test(
  'who has no desk is greeted, told what there is, and can leave; a door that is not theirs offers another account',
  browserTest,
  async () => {
    const context = await openContext(browser, { locale: 'vi-VN' });
    const page = await context.newPage();
    await page.goto(`${stage.base}/`);
    await page.getByRole('link', { name: 'Tài khoản' }).click();
    await page.fill('#username', 'citizen');
    await page.fill('#password', DEMO_PASSWORD);
    await page.click('main button');
    await page.getByRole('heading', { name: 'Xin chào, Nguyễn Thị Bưởi' }).waitFor();
    assert.match((await page.locator('main').textContent()) ?? '', /Số định danh của bạn đã được/);
    assert.equal(await page.locator('main a[href="/requests"]').count(), 1);
    assert.equal(await page.locator('main a[href="/desk"]').count(), 0, 'no door that is shut');
    assert.equal((await page.goto(`${stage.base}/desk`))?.status(), 403);
    await page.getByRole('link', { name: 'Đăng xuất để dùng tài khoản khác' }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.waitForURL(`${stage.base}/`);
    await page.goto(`${stage.base}/account`);
    await page.fill('#username', 'officer');
    await page.fill('#password', DEMO_PASSWORD);
    await page.click('main button');
    await page.getByRole('link', { name: 'Vào bàn làm việc' }).waitFor();
    await context.close();
  },
);

for (const theme of ['light', 'dark'] as const) {
  for (const size of ['phone', 'desk'] as const) {
    test(`axe finds nothing on the pages of signing in: ${theme}, ${size}`, browserTest, async () => {
      const context = await openContext(browser, { theme, size: SCREENS[size], locale: 'vi-VN' });
      const page = await context.newPage();
      const found: Record<string, string[]> = {};
      const look = async (name: string) => {
        found[name] = await violationsOf(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) found[name].push(`sticks out by ${wide} px`);
      };
      await page.goto(`${stage.base}/auth/logout`);
      await look('not signed in');
      await page.goto(`${stage.base}/auth/login`);
      await look('the form');
      await page.fill('#username', 'surveyor');
      await page.fill('#password', 'wrong');
      await page.click('main button');
      await page.locator('[role=alert]').waitFor();
      await look('a wrong password');
      await page.fill('#password', DEMO_PASSWORD);
      await page.click('main button');
      await page.waitForURL(`${stage.base}/account`);
      await look('the account');
      await page.goto(`${stage.base}/auth/logout`);
      await look('asked before leaving');
      await page.goto(`${stage.base}/realms/diaba/login/gone`);
      await look('too old');
      assert.deepEqual(found, {
        'not signed in': [],
        'the form': [],
        'a wrong password': [],
        'the account': [],
        'asked before leaving': [],
        'too old': [],
      });
      await context.close();
    });
  }
}
