/** A parcel at the desk: found by who holds it, seen as it was and as it was known, its lineage, and a page that learns what happens meanwhile. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsOf } from '../../../server/testing/browser/axe.ts';
import { browserTest } from '../../../server/testing/browser/browser.ts';
import { type LandDeskStage, openLandDeskStage } from '../../../server/testing/browser/land-desk-stage.ts';
import { soon } from '../../../server/testing/browser/soon.ts';

let s: LandDeskStage;
before(async () => {
  if (!browserTest.skip) s = await openLandDeskStage();
});
after(() => s?.close());

const SCREEN = { size: { width: 1366, height: 633 } } as const;
const part = (page: Page, name: string) => page.locator(`[data-part="${name}"]`);

test(
  'Ctrl K leads to a search for a holder: asked what for, logged, answered, and found again on the way back without a second line',
  browserTest,
  async () => {
    const { parcel } = await s.t.plot();
    const { no, sheet } = await s.t.parcel(parcel);
    const { page, context, complaints } = await s.sit(s.t.officer, '/desk', SCREEN);
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(request.url()));
    await page.getByRole('button', { name: /Ctrl K/ }).click();
    await page.getByRole('combobox', { name: 'Tìm hoặc đi tới' }).fill(`${s.t.holder}, ${sheet}/${no}`);
    await page.getByRole('option', { name: /Tìm người sử dụng đất “Hoàng Văn Mẫu”/ }).click();
    await page.getByText(`họ tên “${s.t.holder}” · thửa ${no}, tờ ${sheet}`).waitFor();
    assert.deepEqual(await violationsOf(page, 'main'), []);
    await page.getByLabel('Mục đích', { exact: true }).selectOption('counter');
    await page.getByLabel('Số hồ sơ hoặc ghi chú').fill('Phiếu 7');
    await page.getByRole('button', { name: 'Tìm và ghi nhật ký' }).click();
    await part(page, 'holders').getByRole('cell', { name: s.t.holder }).waitFor();
    const looks = () =>
      s.t.query<{ actor: string; purpose: string; note: string }>(
        `select actor, purpose, note from audit.read_log where subject_kind = 'search'`,
      );
    assert.deepEqual(await looks(), [{ actor: 'ha', purpose: 'counter', note: 'Phiếu 7' }]);
    await part(page, 'holders')
      .getByRole('link', { name: `Thửa ${no}, tờ ${sheet}` })
      .click();
    await page.waitForURL(`**/desk/parcels/${parcel}`);
    await page.goBack();
    await part(page, 'holders').getByRole('cell', { name: s.t.holder }).waitFor();
    assert.equal((await looks()).length, 1);
    const encoded = encodeURIComponent(s.t.holder);
    assert.ok(!asked.some((url) => url.includes(encoded) || url.includes(encoded.replaceAll('%20', '+'))));
    assert.ok(!decodeURIComponent(page.url()).includes(s.t.holder));
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('a bare name asks for a commune before anything is asked of the register', browserTest, async () => {
  const { page, context } = await s.sit(s.t.officer, '/desk/parcels', { ...SCREEN, theme: 'dark' });
  await page.getByLabel('Số tờ và số thửa').first().fill('Hoàng Văn Mẫu');
  await page.keyboard.press('Enter');
  await page.getByLabel('Mục đích', { exact: true }).selectOption('dispute');
  await page.getByLabel('Số hồ sơ hoặc ghi chú').fill('Hồ sơ 12');
  await page.getByRole('button', { name: 'Tìm và ghi nhật ký' }).click();
  assert.equal(
    await page
      .getByLabel('Xã, phường', { exact: true })
      .evaluate((one) => (one as { validity?: { valid: boolean } }).validity?.valid),
    false,
  );
  await page.getByLabel('Xã, phường', { exact: true }).selectOption('99001');
  await page.getByRole('button', { name: 'Tìm và ghi nhật ký' }).click();
  await part(page, 'holders')
    .getByText(/quyền khớp/)
    .waitFor();
  assert.deepEqual(await violationsOf(page, 'main'), []);
  await context.close();
});

test(
  'a past is said to be one and offers no act; lineage leads over generations to what came before',
  browserTest,
  async () => {
    const { parcel } = await s.t.plot();
    const { no } = await s.t.parcel(parcel);
    await s.t.registerDraft(
      s.t.split(await s.t.parcel(parcel), [
        [-5, 20],
        [35, 20],
      ]),
    );
    const [part1, part2] = (await s.t.parcel(parcel)).successors.map(({ id }) => id);
    await s.t.registerDraft(s.t.draft('merge', [await s.t.parcel(part1!), await s.t.parcel(part2!)], {}));
    const [whole] = (await s.t.parcel(part1!)).successors;
    const { page, context, complaints } = await s.sit(s.t.officer, `/desk/parcels/${whole!.id}`, SCREEN);
    await part(page, 'operations').getByRole('link', { name: 'Tách thửa', exact: true }).waitFor();
    const members = part(page, 'lineage').locator('.lineage-list > li');
    await members.nth(2).waitFor();
    await soon.equal(() => members.count(), 3);
    await members
      .first()
      .getByRole('link', { name: `Thửa ${no}, tờ 77` })
      .waitFor();
    await members.nth(1).getByRole('link', { name: 'Tách thửa' }).first().waitFor();
    await members.nth(2).getByRole('link', { name: 'Hợp thửa' }).waitFor();
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    await page.getByLabel('theo sổ ngày').fill(today);
    await page.getByText(/Bạn đang xem quá khứ: thửa đất như sổ ghi vào hết ngày/).waitFor();
    await page.waitForURL((url) => url.searchParams.get('knownAt') === today);
    await part(page, 'rights').getByText(s.t.holder).waitFor();
    await soon.equal(() => part(page, 'operations').count(), 0);
    assert.deepEqual(await violationsOf(page, 'main'), []);
    await page.getByRole('button', { name: 'Về hiện tại' }).click();
    await part(page, 'operations').waitFor();
    await members
      .first()
      .getByRole('link', { name: `Thửa ${no}, tờ 77` })
      .click();
    await page.waitForURL(`**/desk/parcels/${parcel}`);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('open pages learn what others register, and a form shows it beside what was typed', browserTest, async () => {
  const { parcel } = await s.t.plot();
  const { page, context, complaints } = await s.sit(s.t.officer, '/desk/parcels', SCREEN);
  const form = await context.newPage();
  // Whoever listens already hears it; whoever does not yet loads what is so by then.
  const hear = Promise.all([page, form].map((one) => one.waitForResponse(/\/api\/batches\/events/)));
  await page.goto(`${s.origin}/desk/parcels/${parcel}`);
  await form.goto(`${s.origin}/desk/parcels/${parcel}/deal/restriction`);
  await part(page, 'rights').getByText('Không bị ngăn chặn.').waitFor();
  await form.getByLabel('Số giấy tờ').fill('HC-9/2026');
  await hear;
  await s.t.deal('caveat_placement', parcel, {
    effects: ['transfer'],
    document: { no: '88/CV', date: '2026-02-02' },
  });
  await part(page, 'rights')
    .getByText(/88\/CV/)
    .waitFor();
  await part(page, 'operations')
    .locator('[data-kinds~="transfer"]')
    .getByText(/88\/CV/)
    .waitFor();
  await part(page, 'dealings').getByRole('link', { name: 'Ngăn chặn', exact: true }).waitFor();
  await part(form, 'meanwhile').locator('[data-fact="burdens"]').getByText('88/CV').waitFor();
  await soon.equal(() => form.getByLabel('Số giấy tờ').inputValue(), 'HC-9/2026', 'what was typed stays');
  assert.deepEqual(await violationsOf(form, '[data-part="meanwhile"]'), []);
  assert.deepEqual(complaints, []);
  await context.close();
});
