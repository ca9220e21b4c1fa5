/** Looking many parcels up at the desk: with a purpose, by person, progress, marks, the filled table; axe in both themes. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createIdentityCipher } from '../../../server/registry/store/identity-cipher.ts';
import { violationsOf } from '../../../server/testing/browser/axe.ts';
import { browserTest, SCREENS } from '../../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../../server/testing/browser/desk-stage.ts';
import { soon } from '../../../server/testing/browser/soon.ts';
import { CANARIES } from '../../../server/testing/plant/register-fixture.ts';
import { TEST_CONFIG } from '../../../server/testing/test-app.ts';

const [, NUMBER] = CANARIES;
/** Of the commune that the fixture's holder is in. */
const LAN = { role: 'officer', communes: ['99001'], sub: 'lan' } as const;

let s: DeskStage;
before(async () => {
  if (browserTest.skip) return;
  s = await openDeskStage();
  const hash = createIdentityCipher(TEST_CONFIG.personalDataKey).hash(NUMBER);
  await s.t.query('update party.identity_paper set lookup_hash = $1', [hash]);
  await s.t.query(`insert into party.visibility select party_id, '99001' from party.party on conflict do nothing`);
});
after(() => s?.close());

const TABLE = `Xã\tTờ\tThửa\tCCCD\nXã Đông Thử\t12\t345\t\nXã Thử Nghiệm\t12\t345\t\n\t\t\t${NUMBER}\n\t\t\t12`;

test(
  'from the bar to the filled table: without a purpose refused, with one answered and written to the read log',
  browserTest,
  async () => {
    const { page, context, complaints } = await s.sit(LAN, '/desk');
    await page.getByRole('button', { name: 'Tra cứu, bản đồ', exact: true }).click();
    await page.getByRole('link', { name: 'Tra cứu nhiều thửa' }).click();
    await page.getByText('Bạn chưa tra cứu lần nào.').waitFor();
    await page.getByRole('button', { name: 'Tra cứu', exact: true }).click();
    await page.getByText('Hãy dán một bảng, hoặc chọn một tệp.').waitFor();
    await page.getByLabel('Bảng', { exact: true }).fill(TABLE);
    await page.getByLabel('Tên bảng').fill('Công văn 12');
    await page.getByRole('button', { name: 'Tra cứu', exact: true }).click();
    await page.getByText('Chưa nêu mục đích', { exact: false }).waitFor();
    await page.getByLabel('Mục đích').fill('Trả lời toà án');
    await page.getByRole('button', { name: 'Tra cứu', exact: true }).click();
    await page.getByRole('heading', { name: 'Công văn 12' }).waitFor();
    await page.getByText('Đã xong', { exact: true }).waitFor();
    await page.locator('.lookup-mark').nth(3).waitFor();
    await soon.deepEqual(
      () => page.locator('.lookup-mark').allTextContents(),
      ['Khớp', 'Chưa rõ', 'Khớp', 'Không hiểu'],
    );
    const log = await s.t.query<{ actor: string; purpose: string }>(
      `select actor, purpose from audit.read_log where subject_kind = 'party'`,
    );
    assert.deepEqual(log, [{ actor: 'lan', purpose: 'Trả lời toà án' }]);
    await page.getByRole('button', { name: 'Chưa rõ 1' }).click();
    await page.waitForURL(/outcome=ambiguous/);
    await page.locator('tbody tr[data-outcome="matched"]').first().waitFor({ state: 'detached' });
    await soon.equal(() => page.locator('tbody tr').count(), 1);
    // As the link says; a download of the browser would not carry the headers that stand for a session here.
    const href = await page.getByRole('link', { name: 'Tải CSV' }).getAttribute('href');
    const file = await page.evaluate(async (path) => (await fetch(path)).text(), href!);
    assert.match(file, /Xã Thử Nghiệm,12,345,,2,Chưa rõ/);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('tra cứu nhiều');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/lookup$/);
    await page.getByRole('link', { name: 'Công văn 12' }).waitFor();
    assert.deepEqual(
      complaints.filter((one) => !/status of 422/.test(one)),
      [],
    );
    await context.close();
  },
);

for (const theme of ['light', 'dark'] as const) {
  for (const locale of ['vi-VN', 'en-GB'] as const) {
    test(`axe finds nothing: ${locale}, ${theme}`, browserTest, async () => {
      const { page, context } = await s.sit(LAN, '/desk/lookup', { theme, locale, size: SCREENS.desk });
      await page.locator('.lookup-form textarea').first().waitFor();
      assert.deepEqual(await violationsOf(page), []);
      await page.locator('.lookup-form button[type="submit"]').click();
      await page.locator('.lookup-fault').waitFor();
      assert.deepEqual(await violationsOf(page), [], 'with a fault');
      await page
        .locator('.lookup-form textarea')
        .first()
        .fill('Xã\tTờ\tThửa\nXã Đông Thử\t12\t345\nXã Thử Nghiệm\t12\t345');
      await page.locator('.lookup-form button[type="submit"]').click();
      await page.locator('.lookup-mark').nth(1).waitFor();
      assert.deepEqual(await violationsOf(page), [], 'answered');
      await context.close();
    });
  }
}
