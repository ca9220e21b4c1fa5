/** Signing in to the desk through the embedded identity, losing the session, and leaving. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { listFictionalCommunes } from '../../server/db/reference/fictional-communes.ts';
import { findFreePort } from '../../server/embedded/find-free-port.ts';
import { DEMO_PASSWORD } from '../../server/embedded/identity/demo-accounts.ts';
import { type EmbeddedIdentity, openEmbeddedIdentity } from '../../server/embedded/identity/open-identity.ts';
import { browserTest, launchBrowser, listen, openContext } from '../../server/testing/browser/browser.ts';
import { soon } from '../../server/testing/browser/soon.ts';
import { openSignInApp, type SignInApp } from '../../server/testing/sign-in/sign-in-app.ts';
import { TEST_IDENTITY } from '../../server/testing/test-app.ts';

let stage: SignInApp;
let identity: EmbeddedIdentity;
let browser: Browser;
let owner: pg.Client;
before(async () => {
  if (browserTest.skip) return;
  stage = await openSignInApp(await findFreePort(), async ({ publicUrl, database, pools }) => {
    const settings = { ...TEST_IDENTITY, issuer: `${publicUrl}/realms/diaba`, clientSecret: 'embedded-secret' };
    identity = await openEmbeddedIdentity({
      ...settings,
      services: [],
      demo: true,
      publicOrigin: publicUrl,
      migratorUrl: database.urls.migrator,
      filesNow: () => undefined,
      listCommunes: () => listFictionalCommunes(pools.app),
      onTrouble: () => undefined,
    });
    return { settings, realms: identity.handle };
  });
  browser = await launchBrowser();
  owner = new pg.Client({ connectionString: stage.database.urls.migrator });
  await owner.connect();
});
after(async () => {
  await browser?.close();
  await owner?.end();
  await identity?.close();
  await stage?.close();
});

async function fillIn(page: Page, user: string): Promise<void> {
  await page.locator('input[name="username"]').fill(user);
  await page.locator('input[name="password"]').fill(DEMO_PASSWORD);
  await page.locator('input[name="password"]').press('Enter');
}
async function signIn(path: string, user = 'officer'): Promise<{ page: Page; context: BrowserContext }> {
  const context = await openContext(browser);
  const page = await context.newPage();
  await page.goto(stage.base + path);
  await fillIn(page, user);
  return { page, context };
}
/** As if the session had run out, here and at the identity provider. */
async function endSession(context: BrowserContext): Promise<void> {
  await owner.query('delete from session.session');
  await context.clearCookies();
}

test(
  'who comes to a screen signs in and lands there, with name, role and communes; no token reaches the page',
  browserTest,
  async () => {
    const { page, context } = await signIn('/desk/campaign?state=validated');
    await page.waitForURL('**/desk/campaign?state=validated');
    const complaints = await listen(page);
    await page.getByRole('heading', { name: 'Đợt số hoá' }).waitFor();
    const who = (await page.locator('.who').textContent()) ?? '';
    assert.match(who, /Trần Văn Quýt.*Cán bộ địa chính/);
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    assert.doesNotMatch(kept, /eyJ/);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('an ended session asks again in place; what was typed and what was being sent goes on', browserTest, async () => {
  const { page, context } = await signIn('/desk/upload');
  const file = { name: 'to-5.zip', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004'.padEnd(2000)) };
  await page.locator('input[type="file"]').setInputFiles([file]);
  const row = page.locator('.upload-line');
  await row.getByLabel('Xã, phường').selectOption({ index: 1 });
  await row.getByLabel('Số tờ').fill('77');
  await endSession(context);
  await page.getByRole('button', { name: 'Gửi 1 tệp' }).click();
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
  await dialog.waitFor();
  const opening = page.waitForEvent('popup');
  await dialog.getByRole('button', { name: 'Đăng nhập lại' }).click();
  const small = await opening;
  await small.locator('input[name="username"]').waitFor();
  const closed = small.waitForEvent('close');
  await fillIn(small, 'officer');
  await closed;
  await dialog.waitFor({ state: 'detached' });
  await row.getByText('Đang chờ tới lượt').waitFor();
  assert.match((await row.textContent()) ?? '', /tờ 77/);
  await context.close();
});

test(
  'signing out leaves nothing to be read, in no tab: from the desk, and from a public page',
  browserTest,
  async () => {
    const { page, context } = await signIn('/desk');
    const seen = (at: Page) => at.getByRole('heading', { name: 'Việc của tôi' });
    await seen(page).waitFor();
    const other = await context.newPage();
    await other.goto(`${stage.base}/desk`);
    await seen(other).waitFor();
    const sessions = async () => (await owner.query('select 1 from session.session')).rowCount ?? 0;
    const before = await sessions();
    await page.locator('.who').click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await other.getByRole('heading', { name: 'Bạn đã đăng xuất' }).waitFor();
    assert.doesNotMatch((await other.content()) ?? '', /Quýt|Việc của tôi/, 'not even in the markup');
    await page.waitForURL((url) => !url.pathname.startsWith('/desk'));
    assert.equal(await sessions(), before - 1);

    await page.goto(`${stage.base}/desk/campaign`);
    await page.waitForURL('**/realms/diaba/**');
    await fillIn(page, 'officer');
    await page.getByRole('heading', { name: 'Đợt số hoá' }).waitFor();
    await other.goto(`${stage.base}/auth/logout`);
    await other.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('heading', { name: 'Bạn đã đăng xuất' }).waitFor();
    await context.close();
  },
);

test(
  'a session that ended elsewhere is noticed when somebody looks, and nothing is to be read meanwhile',
  browserTest,
  async () => {
    const { page, context } = await signIn('/desk');
    const heading = page.getByRole('heading', { name: 'Việc của tôi' });
    await heading.waitFor();
    await endSession(context);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByRole('dialog', { name: 'Phiên làm việc đã hết' }).waitFor();
    assert.equal(await page.locator('.who').isVisible(), false);
    assert.equal(await page.locator('.panes').isVisible(), false);
    await context.close();
  },
);

test('a sign-out that did not reach the server says so, and can be done again', browserTest, async () => {
  const { page, context } = await signIn('/desk');
  await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
  const leave = async () => {
    await page.locator('.who').click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  };
  await context.setOffline(true);
  await leave();
  await page.getByRole('alert').getByText('Bạn vẫn chưa đăng xuất.').waitFor();
  await context.setOffline(false);
  await leave();
  await page.waitForURL((url) => !url.pathname.startsWith('/desk'));
  await context.close();
});

test('language and theme are kept beyond the page', browserTest, async () => {
  const { page, context } = await signIn('/desk');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'My work' }).waitFor();
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  // The reply is a redirect that nobody follows, of which the browser tells nothing: the cookie is there or not yet.
  while (!(await context.cookies()).some(({ name, value }) => name === 'theme' && value === 'dark'))
    await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.reload();
  await page.getByRole('heading', { name: 'My work' }).waitFor();
  await soon.equal(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(20, 24, 27)');
  await context.close();
});

test('the way back from the first screen is no error: who is in stays where they were going', browserTest, async () => {
  const { page, context } = await signIn('/desk/campaign?state=validated');
  const heading = page.getByRole('heading', { name: 'Đợt số hoá' });
  await heading.waitFor();
  const refused: string[] = [];
  page.on('response', (reply) => reply.status() >= 400 && refused.push(reply.url()));
  await page.goBack();
  await page.waitForURL('**/desk/campaign?state=validated');
  await heading.waitFor();
  // The callback itself, as history or a bookmark may have it.
  await page.goto(`${stage.base}/auth/callback?code=old&state=${'s'.repeat(43)}`);
  await page.waitForURL('**/desk/campaign?state=validated');
  assert.deepEqual(refused, []);
  await context.close();
});
