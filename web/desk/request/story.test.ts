/**
 * The whole way of a paper: a citizen asks on the portal without a script, an officer answers at the desk, the citizen fetches the
 * signed file by reference and code, anyone checks it by its QR code, and a split makes it superseded.
 */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { TEMPLATE_SHELF } from '../../../server/certificates/versions/template-shelf.ts';
import { violationsOf } from '../../../server/testing/browser/axe.ts';
import { browserTest, openContext, SCREENS } from '../../../server/testing/browser/browser.ts';
import { type LandDeskStage, openLandDeskStage } from '../../../server/testing/browser/land-desk-stage.ts';
import { sendRequest } from '../../../server/testing/send-request.ts';

const run = promisify(execFile);
const [EXTRACT] = TEMPLATE_SHELF.map_extract;
/** A decree to come: seen at the desk, and by which nothing is made yet. */
const DECREE = {
  ...EXTRACT!,
  version: 2,
  validFrom: '9999-01-01',
  words: { ...EXTRACT!.words, title: 'TRÍCH LỤC THEO NGHỊ ĐỊNH THỬ' },
};
const SHELF = { ...TEMPLATE_SHELF, map_extract: [EXTRACT!, DECREE] };
let s: LandDeskStage;
before(async () => {
  if (!browserTest.skip) s = await openLandDeskStage({ paperTemplates: SHELF });
});
after(() => s?.close());

const SCREEN = { size: { width: 1366, height: 633 } } as const;
const next = (page: Page) => page.locator('.step button.primary').click();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** The reader of QR codes: what it is missing on is a laptop, and there the code is read from the text. */
const HAS_ZBAR = spawnSync('zbarimg', ['--version']).error === undefined;
const zbarTest = HAS_ZBAR || process.env.CI === '1' ? browserTest : { skip: 'zbarimg (zbar-tools) is not installed' };

async function ask(parcel: string): Promise<{ page: Page; reference: string; code: string }> {
  const context = await openContext(s.browser, { size: SCREENS.phone, javaScript: false });
  const page = await context.newPage();
  await page.goto(`${s.origin}/requests/new/parcel?id=${parcel}`);
  await next(page);
  await page.locator('input[value="map_extract"]').check();
  await next(page);
  await page.getByLabel('Cá nhân', { exact: true }).check();
  await page.locator('#name').fill('Lê Thị Hư Cấu');
  await page.locator('#number').fill('001099012345');
  await page.locator('#address').fill('Thôn Thử');
  await next(page);
  await next(page);
  await page.locator('#purpose').fill('Xin phép xây dựng');
  await next(page);
  await page.getByLabel('Tải bản PDF tại trang này').check();
  await next(page);
  await page.locator('#undertaking').check();
  await next(page);
  const reference = (await page.locator('.receipt strong').first().textContent())!;
  return { page, reference, code: (await page.locator('[data-code]').textContent())! };
}

async function answer(reference: string): Promise<void> {
  const { page, context, complaints } = await s.sit(s.t.officer, '/desk/requests', SCREEN);
  await page.getByRole('link', { name: reference, exact: true }).click();
  await page.getByText('Lê Thị Hư Cấu').waitFor();
  for (const [kind, name] of [
    ['Làm giấy tiếp nhận', 'giấy tiếp nhận hồ sơ số BN-'],
    ['Làm phiếu yêu cầu (Mẫu 14)', 'phiếu yêu cầu (Mẫu 14) số YC-'],
  ] as const) {
    await button(page, kind).click();
    await page.getByText(`Đã làm ${name}`).first().waitFor();
  }
  await page.getByLabel('Chính người sử dụng đất, đã kiểm tra giấy tờ tuỳ thân').check();
  await button(page, 'Tiếp nhận').click();
  await page.getByText('Đã tiếp nhận hồ sơ.').waitFor();
  await page.getByLabel('Số tiền, đồng').fill('30.000');
  await page.getByLabel('Theo quy định').fill('Bảng giá thử');
  await button(page, 'Báo phải nộp').click();
  await page.locator('.land-under').getByText('đang dừng').waitFor();
  await button(page, 'Đã nộp').click();
  await button(page, 'Làm giấy và trả kết quả').click();
  await page.getByText('Đã làm giấy và trả kết quả.').waitFor();
  await page.locator('.land-under').getByText('Đã trả kết quả').waitFor();
  assert.deepEqual(await violationsOf(page), []);
  assert.deepEqual(complaints, []);
  await context.close();
}

test('asked, answered, fetched, checked, superseded', browserTest, async () => {
  const { parcel } = await s.t.plot();
  const { page, reference, code } = await ask(parcel);
  await answer(reference);
  await page.getByRole('link', { name: 'Xem hồ sơ' }).click();
  await page.locator('#code').fill(code);
  await next(page);
  await page.getByText('Đã có kết quả').waitFor();
  const loaded = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải bản PDF' }).click();
  const folder = await mkdtemp(join(tmpdir(), 'diaba-story-'));
  try {
    const path = join(folder, 'paper.pdf');
    await (await loaded).saveAs(path);
    const { stdout: verdict } = await run('pdfsig', ['-nocert', path]);
    assert.match(verdict, /Signature is Valid\./);
    assert.match(verdict, /Total document signed/);
    const { stdout: text } = await run('pdftotext', [path, '-']);
    const link = /https?:\/\/\S+\/verify\/[\w-]+/.exec(text)?.[0];
    assert.ok(link);
    const check = await openContext(s.browser, { size: SCREENS.phone });
    const anyone = await check.newPage();
    await anyone.goto(link);
    await anyone.getByText('Giấy tờ thật, còn đúng với sổ đăng ký').waitFor();
    await s.t.registerDraft(
      s.t.split(await s.t.parcel(parcel), [
        [-5, 20],
        [35, 20],
      ]),
    );
    await anyone.reload();
    await anyone.getByText('Giấy tờ thật, nhưng không còn đúng với sổ đăng ký').waitFor();
    await page.reload();
    await page.getByText('Sau khi cấp giấy này, sổ đăng ký đã thay đổi.').waitFor();
    await check.close();
  } finally {
    await rm(folder, { recursive: true });
  }
  await page.context().close();
});

test('the QR code on the paper leads to its check', zbarTest, async () => {
  const { parcel } = await s.t.plot();
  const made = await s.t.post<{ serial: string; code: string }>(
    '/api/papers',
    { kind: 'map_extract', parcelIds: [parcel] },
    s.t.officer,
  );
  const file = await s.t.app.inject({
    url: `/api/papers/${made.body.serial}.pdf`,
    headers: s.t.as('officer', ['99001'], 'ha'),
  });
  const folder = await mkdtemp(join(tmpdir(), 'diaba-qr-'));
  try {
    await writeFile(join(folder, 'paper.pdf'), file.rawPayload);
    const picture = join(folder, 'page');
    await run('pdftoppm', [
      '-r',
      '100',
      '-jpeg',
      '-jpegopt',
      'quality=40',
      '-f',
      '1',
      '-l',
      '1',
      '-singlefile',
      join(folder, 'paper.pdf'),
      picture,
    ]);
    const { stdout } = await run('zbarimg', ['--raw', '-q', `${picture}.jpg`]);
    // After the # stands what the office says of the paper, signed.
    assert.equal(stdout.trim().split('#')[0], `${s.origin}/verify/${made.body.code}`);
    assert.match(stdout, /#\d{100,}/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a lost code at the counter, and a refusal that the requester reads', browserTest, async () => {
  const { parcel } = await s.t.plot();
  const { id, reference, code } = await sendRequest(s.t, parcel);
  const { page, context } = await s.sit(s.t.officer, `/desk/requests/${id}`, SCREEN);
  await page.getByText('Cấp lại mã tại quầy').first().click();
  await page.getByLabel('Tôi đã kiểm tra giấy tờ tuỳ thân của người xin').check();
  await button(page, 'Cấp lại mã tại quầy').click();
  const fresh = (await page.locator('[data-code]').textContent())!;
  assert.notEqual(fresh, code);
  await page.getByText('Từ chối', { exact: true }).first().click();
  await page.locator('[data-step="refuse"]').getByLabel('Lý do', { exact: true }).fill('Bà chủ đất không đồng ý');
  await page.locator('[data-step="refuse"]').getByRole('button').click();
  await page.locator('.land-under').getByText('Đã từ chối').waitFor();
  const follow = (which: string) =>
    s.t.app.inject({ url: `/api/portal/requests/${reference}`, headers: { 'x-request-code': which } });
  assert.equal((await follow(code)).statusCode, 404);
  assert.match((await follow(fresh)).body, /Bà chủ đất không đồng ý/);
  await context.close();
});

test(
  'two versions of a template stand side by side with the words that differ, each as a paper',
  browserTest,
  async () => {
    const { page, context, complaints } = await s.sit(s.t.officer, '/desk/templates', SCREEN);
    for (const version of ['map_extract 1', 'map_extract 2'])
      await page.locator(`[data-template="${version}"]`).waitFor();
    const rows = page.locator('[data-part="differing"] tbody tr');
    await rows.getByText(DECREE.words.title).waitFor();
    assert.deepEqual(await rows.allTextContents(), [`title${EXTRACT!.words.title}${DECREE.words.title}`]);
    await page.locator('[data-template="map_extract 1"]').getByText('01/01/2026').waitFor();
    await page.locator('[data-template="map_extract 2"] select').selectOption('1');
    await page.locator('[data-template="map_extract 1"]').nth(1).waitFor();
    assert.equal(await rows.count(), 0);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

for (const [theme, locale] of [
  ['light', 'vi-VN'],
  ['dark', 'en-GB'],
] as const) {
  test(`axe finds nothing on the queue and on a request, on a phone: ${theme}`, browserTest, async () => {
    const { parcel } = await s.t.plot();
    const { id } = await sendRequest(s.t, parcel);
    const found: string[] = [];
    for (const path of ['/desk/requests', `/desk/requests/${id}`, '/desk/templates']) {
      const { page, context } = await s.sit(s.t.officer, path, { theme, locale, size: SCREENS.phone });
      await page.locator('[data-request], [data-part="asked"], [data-part="differing"]').first().waitFor();
      if (path === '/desk/requests') {
        await page.locator('[data-part="statistics"] summary').click();
        await page.locator('[data-count]').first().waitFor();
      }
      for (const one of await violationsOf(page)) found.push(`${path}: ${one}`);
      await context.close();
    }
    assert.deepEqual(found, []);
  });
}
