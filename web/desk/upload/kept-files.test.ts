/** Files that somebody left in the browser: for how long, for whom, and who makes them go. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { UPLOAD_HOURS } from '../../../server/domain/batch/upload.ts';
import { browserTest } from '../../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../../server/testing/browser/desk-stage.ts';
import { soon } from '../../../server/testing/browser/soon.ts';
import { COMMUNE } from '../../../server/testing/import/open-import.ts';
import { BINH, HA } from '../../../server/testing/review-app.ts';
import { signToken } from '../../../server/testing/sign-in/bad-tokens.ts';

let s: DeskStage;
before(async () => {
  if (!browserTest.skip) s = await openDeskStage();
});
after(() => s?.close());

const line = (page: Page, name: string) => page.locator('.upload-line').filter({ hasText: name });

/** Names of the files that lie in this browser. */
const keptFiles = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('diaba-uploads');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('files').objectStore('files').getAll();
          all.onsuccess = () => resolve(all.result.map(({ name }: { name: string }) => name).sort());
        };
      }),
  );

/** As if a file had been left so many hours ago. */
const age = (page: Page, name: string, hours: number): Promise<void> =>
  page.evaluate(
    ([wanted, ms]) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('diaba-uploads');
        opening.onsuccess = () => {
          const stores = opening.result.transaction(['files', 'whereabouts'], 'readwrite');
          stores.oncomplete = () => resolve();
          stores.onabort = () => reject(stores.error);
          const files = stores.objectStore('files').getAll();
          files.onsuccess = () => {
            const { id } = files.result.find((one: { name: string }) => one.name === wanted);
            const where = stores.objectStore('whereabouts').get(id);
            where.onsuccess = () =>
              stores.objectStore('whereabouts').put({ ...where.result, since: where.result.since - ms });
          };
        };
      }),
    [name, hours * 3_600_000] as const,
  );

/** Begins to send files, and leaves them half-way. */
async function leaveFiles(page: Page, names: readonly string[]): Promise<void> {
  await page.route('**/uploads/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  const buffer = await s.nextSheet({});
  await page
    .locator('input[type="file"]')
    .setInputFiles(names.map((name) => ({ name, mimeType: 'application/zip', buffer })));
  await page.getByRole('button', { name: `Gửi ${names.length} tệp` }).click();
  for (const name of names) {
    await line(page, name).getByRole('button', { name: 'Tạm dừng' }).click();
    await line(page, name).getByText('Tạm dừng, gửi tiếp được từ chỗ này').waitFor();
  }
}

/** Another person at the same browser. */
const takeSeat = (context: BrowserContext, sub: string, role: 'officer' | 'approver', sid = `sid-${sub}`) =>
  context.setExtraHTTPHeaders({
    authorization: `Bearer ${signToken(s.t.maker, { sub, sid, realm_access: { roles: [role] }, communes: [COMMUNE] })}`,
  });

test(
  'what the server would have forgotten by now is forgotten when anybody opens the desk; the rest stays its owner’s',
  browserTest,
  async () => {
    const { page, context } = await s.sit(HA, '/desk/upload');
    await leaveFiles(page, ['cu.zip', 'moi.zip']);
    await age(page, 'cu.zip', UPLOAD_HOURS + 1);
    await age(page, 'moi.zip', UPLOAD_HOURS - 1);
    // Somebody who cannot even bring in files.
    await takeSeat(context, BINH.sub!, 'approver');
    await page.goto(`${s.origin}/desk`);
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    while ((await keptFiles(page)).length > 1);
    assert.deepEqual(await keptFiles(page), ['moi.zip']);
    // Somebody who can, and sees none of it.
    await takeSeat(context, 'mai', 'officer');
    await page.goto(`${s.origin}/desk/upload`);
    await page.getByRole('heading', { name: 'Đưa tệp vào' }).waitFor();
    await soon.equal(() => page.locator('.upload-line').count(), 0);
    await takeSeat(context, HA.sub!, 'officer');
    await page.goto(`${s.origin}/desk/upload`);
    await line(page, 'moi.zip').getByText('Tạm dừng, gửi tiếp được từ chỗ này').waitFor();
    await soon.equal(() => page.locator('.upload-line').count(), 1);
    await context.close();
  },
);

test(
  'a session that is ended elsewhere leaves the file to its owner; signing out leaves nothing to anybody',
  browserTest,
  async () => {
    const { page, context } = await s.sit({ ...HA, sub: 'lan' }, '/desk/upload');
    await leaveFiles(page, ['lan.zip']);
    await s.t.pools.app.query('select session.end_sessions($1, null)', ['sid-lan']);
    // She may have been told already, and nothing is to be pressed any more: the press is the page's own.
    await page
      .getByRole('link', { name: 'Việc của tôi', includeHidden: true })
      .evaluate((link: HTMLElement) => link.click());
    const gate = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
    await gate.waitFor();
    assert.deepEqual(await keptFiles(page), ['lan.zip']);
    // Somebody else signs in where she was: the page begins afresh, and the file is not hers.
    await takeSeat(context, 'mai', 'officer');
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await gate.waitFor({ state: 'detached' });
    await page.goto(`${s.origin}/desk/upload`);
    await page.getByRole('heading', { name: 'Đưa tệp vào' }).waitFor();
    await soon.equal(() => page.locator('.upload-line').count(), 0);
    assert.deepEqual(await keptFiles(page), ['lan.zip']);
    await takeSeat(context, 'lan', 'officer', 'sid-lan-2');
    await page.goto(`${s.origin}/desk/upload`);
    await line(page, 'lan.zip').waitFor();

    await page.route('**/auth/logout', (route) => route.fulfill({ status: 200, json: { to: '/' } }));
    await page.locator('.who').click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/desk'));
    assert.deepEqual(await keptFiles(page), []);
    await context.close();
  },
);

test('what was chosen and not sent is there after a reload, as it was left', browserTest, async () => {
  const { page, context, complaints } = await s.sit({ ...HA, sub: 'thu' }, '/desk/upload');
  const buffer = await s.nextSheet({});
  const names = ['to-2.zip', 'to-1.zip', 'bo.zip'];
  await page
    .locator('input[type="file"]')
    .setInputFiles(names.map((name) => ({ name, mimeType: 'application/zip', buffer })));
  await line(page, 'to-2.zip').getByLabel('Mẫu số tỷ lệ').fill('500');
  await line(page, 'bo.zip').getByRole('button', { name: 'Bỏ khỏi danh sách' }).click();
  while ((await keptFiles(page)).length !== 2);

  await page.reload();
  await page.getByRole('button', { name: 'Gửi 2 tệp' }).waitFor();
  await soon.deepEqual(
    () => page.locator('.upload-line').evaluateAll((lines) => lines.map((one) => one.getAttribute('aria-label'))),
    ['to-2.zip', 'to-1.zip'],
  );
  await soon.equal(() => line(page, 'to-2.zip').getByLabel('Mẫu số tỷ lệ').inputValue(), '500');
  await soon.equal(() => line(page, 'to-2.zip').getByLabel('Số tờ').inputValue(), '2');
  await line(page, 'to-1.zip').getByRole('button', { name: 'Bỏ khỏi danh sách' }).click();
  await line(page, 'to-2.zip').getByLabel('Số tờ').fill('');
  await line(page, 'to-2.zip').getByLabel('Mẫu số tỷ lệ').fill('1000');
  await page.getByRole('button', { name: 'Gửi 1 tệp' }).click();
  await line(page, 'to-2.zip').getByText('Chờ rà soát').waitFor({ timeout: 60_000 });
  assert.deepEqual(await keptFiles(page), []);
  assert.deepEqual(complaints, []);
  await context.close();
});
