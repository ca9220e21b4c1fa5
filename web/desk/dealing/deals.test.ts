/** Rights at the desk: a transfer and a mortgage by their forms, what refuses them, drafts, and what a rule says where. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsOf } from '../../../server/testing/browser/axe.ts';
import { browserTest, SCREENS } from '../../../server/testing/browser/browser.ts';
import { dealByForm, fillDocument } from '../../../server/testing/browser/deal-form.ts';
import { type LandDeskStage, openLandDeskStage } from '../../../server/testing/browser/land-desk-stage.ts';
import { soon } from '../../../server/testing/browser/soon.ts';

let s: LandDeskStage;
before(async () => {
  if (!browserTest.skip) s = await openLandDeskStage();
});
after(() => s?.close());

const SCREEN = { size: { width: 1366, height: 633 } } as const;
const LODGED = /\/desk\/dealings\/[0-9a-f-]{36}$/;
const part = (page: Page, name: string) => page.locator(`[data-part="${name}"]`);
const settled = (page: Page) => page.waitForSelector('.map-target[data-pending="0"] canvas');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function approve(path: string): Promise<void> {
  const { page, context, complaints } = await s.sit(s.t.approver, path, SCREEN);
  await button(page, 'Duyệt và vào sổ').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Duyệt và vào sổ' }).click();
  await page.locator('.land-under').getByText('Đã vào sổ').waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
}

test(
  'a transfer from search to lodged in at most twelve actions; registered, the new holder holds',
  browserTest,
  async () => {
    const { parcel } = await s.t.plot();
    const { no, sheet } = await s.t.parcel(parcel);
    const { page, context, complaints } = await s.sit(s.t.officer, '/desk/parcels', SCREEN);
    const actions: (() => Promise<unknown>)[] = [
      () => page.getByLabel('Số tờ và số thửa').fill(`${sheet}/${no}`),
      () => page.keyboard.press('Enter'),
      () => page.getByRole('link', { name: new RegExp(`Thửa ${no}, tờ ${sheet}`) }).click(),
      () => page.getByRole('link', { name: 'Chuyển quyền', exact: true }).click(),
      () => page.getByLabel('Lý do biến động').selectOption('gift'),
      () => page.getByLabel('Họ tên hoặc tên tổ chức').fill('Lê Thị Bên Nhận'),
      () => page.getByLabel('Số định danh hoặc mã số').fill('000099000001'),
      () => page.getByLabel('Số giấy tờ').fill('45/2026/HĐTC'),
      () => page.getByLabel('Ngày giấy tờ').fill('2026-11-02'),
      () => button(page, 'Trình duyệt').click(),
    ];
    assert.ok(actions.length <= 12);
    for (const action of actions) await action();
    await page.waitForURL(LODGED);
    await part(page, 'says').getByText('Tặng cho').waitFor();
    await soon.match(
      async () => (await part(page, 'says').textContent()) ?? '',
      /Lê Thị Bên Nhận.*số 45\/2026\/HĐTC, ngày 02\/11\/2026/s,
    );
    assert.ok(!(await page.content()).includes('000099000001'), 'the identity number is not shown');
    await approve(new URL(page.url()).pathname);
    const [held] = (await s.t.rights(parcel)).rights;
    assert.deepEqual([held?.holder, held?.share], ['Lê Thị Bên Nhận', '1']);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test(
  'what a paper book registered before is entered by the form, and told as such to who approves and on the parcel’s page',
  browserTest,
  async () => {
    const { parcel } = await s.t.plot('2022-12-31T00:00:00+07:00');
    await dealByForm(
      s,
      parcel,
      'Chuyển quyền',
      async (page) => {
        await page.getByLabel('Họ tên hoặc tên tổ chức').fill('Lê Thị Trong Sổ');
        await fillDocument(page, '12/2023/HĐCN', '2023-05-02');
        await page.getByLabel('Đã ghi vào sổ giấy trước đây').check();
        await button(page, 'Trình duyệt').click();
        await page.getByRole('alert').getByText('Còn thiếu: Ngày ghi sổ, Sổ, quyển, Trang, số thứ tự.').waitFor();
        await page.getByLabel('Sổ, quyển').fill('Sổ địa chính quyển 3');
        await page.getByLabel('Trang, số thứ tự').fill('41');
        await page.getByLabel('Ngày ghi sổ').fill('2023-05-10');
      },
      (page) => page.getByText(/đã ghi sổ ngày 10\/05\/2023, Sổ địa chính quyển 3, trang 41/).waitFor(),
    );
    const { page, context } = await s.sit(s.t.officer, `/desk/parcels/${parcel}?at=2023-05-10`, SCREEN);
    await part(page, 'rights').getByText('Lê Thị Trong Sổ').waitFor();
    await part(page, 'dealings').getByText('10/05/2023, nhập từ sổ giấy').waitFor();
    await part(page, 'dealings').getByRole('link', { name: 'Chuyển quyền', exact: true }).click();
    await part(page, 'people').getByText('Sổ địa chính quyển 3, trang 41 · ghi sổ ngày 10/05/2023').waitFor();
    await context.close();
  },
);

/** Goes on from field to field by the keyboard until one of this name has the focus; nothing is clicked. */
async function tabTo(page: Page, name: string): Promise<void> {
  const nameNow = () =>
    page.evaluate(() => {
      const at = document.activeElement as (HTMLElement & { labels?: NodeListOf<HTMLLabelElement> | null }) | null;
      const label = at?.labels?.[0]?.textContent ?? at?.getAttribute('aria-label') ?? at?.textContent ?? '';
      return label.trim().replaceAll(/\s+/g, ' ');
    });
  for (let presses = 0; presses < 150; presses += 1) {
    if ((await nameNow()).startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`no key leads to “${name}”`);
}

test('a cut and a transfer by the keyboard alone, from search to lodged', browserTest, async () => {
  const { parcel, neighbour } = await s.t.plot();
  const [land, beside] = [await s.t.parcel(parcel), await s.t.parcel(neighbour)];
  const { page, context, complaints } = await s.sit(s.t.officer, '/desk/parcels', SCREEN);
  const enter = async (name: string, text: string) => {
    await tabTo(page, name);
    await page.keyboard.type(text);
  };
  const press = async (name: string) => {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  };
  const find = async ({ sheet, no }: typeof land) => {
    await page.getByLabel('Số tờ và số thửa').waitFor();
    await enter('Số tờ và số thửa', `${sheet}/${no}`);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: new RegExp(`Thửa ${no}, tờ ${sheet}`) }).waitFor();
    await press(`Thửa ${no}, tờ ${sheet}`);
    await part(page, 'rights').getByText(s.t.holder).waitFor();
  };
  const corners = land.geometryLegal.coordinates[0]!;
  const [west, south] = [Math.min(...corners.map(([x]) => x!)), Math.min(...corners.map(([, y]) => y!))];

  await find(land);
  await press('Tách thửa');
  await page.getByLabel('Nhập hoặc dán toạ độ').waitFor();
  await enter('Nhập hoặc dán toạ độ', `${south + 15} ${west - 1}; ${south + 15} ${west + 31}`.replace('; ', '\n'));
  await press('Thêm vạch');
  await part(page, 'pieces').and(page.locator('[data-ready="true"]')).waitFor();
  await press('Trình duyệt');
  await page.waitForURL(LODGED);

  await page.goto(`${s.origin}/desk/parcels`);
  await find(beside);
  await press('Chuyển quyền');
  await page.getByLabel('Họ tên hoặc tên tổ chức').waitFor();
  await enter('Họ tên hoặc tên tổ chức', 'Lê Thị Bàn Phím');
  await enter('Số giấy tờ', '46/2026/HĐTC');
  await tabTo(page, 'Ngày giấy tờ');
  await page.keyboard.type('11022026');
  await press('Trình duyệt');
  await page.waitForURL(LODGED);
  await part(page, 'says')
    .getByText(/46\/2026\/HĐTC, ngày (02\/11|11\/02)\/2026/)
    .waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test('what is missing in a form is named, and nothing is opened', browserTest, async () => {
  const { parcel } = await s.t.plot();
  const { page, context } = await s.sit(s.t.officer, `/desk/parcels/${parcel}/deal/transfer`, SCREEN);
  await button(page, 'Trình duyệt').click();
  await page.getByRole('alert').getByText('Còn thiếu: Họ tên hoặc tên tổ chức, Số giấy tờ, Ngày giấy tờ.').waitFor();
  await page.goto(`${s.origin}/desk/parcels/${parcel}`);
  await part(page, 'dealings').getByRole('link').first().waitFor();
  await soon.deepEqual(() => part(page, 'dealings').getByRole('link').allTextContents(), ['Vào sổ từ tệp']);
  await context.close();
});

test(
  'a mortgage goes the same road; then the page says by which document a transfer is stopped',
  browserTest,
  async () => {
    const { parcel } = await s.t.plot();
    const { page, context, complaints } = await s.sit(s.t.officer, `/desk/parcels/${parcel}`, SCREEN);
    await page.getByRole('link', { name: 'Đăng ký thế chấp', exact: true }).click();
    await page.getByLabel('Họ tên hoặc tên tổ chức').fill('Ngân hàng Hư Cấu');
    await page.getByLabel('Số giấy tờ').fill('TC-7/2026');
    await page.getByLabel('Ngày giấy tờ').fill('2026-11-02');
    await button(page, 'Trình duyệt').click();
    await page.waitForURL(LODGED);
    await approve(new URL(page.url()).pathname);
    await page.goto(`${s.origin}/desk/parcels/${parcel}`);
    await part(page, 'rights').getByText('Ngân hàng Hư Cấu').waitFor();
    await soon.equal(() => page.getByRole('link', { name: 'Chuyển quyền', exact: true }).count(), 0);
    await part(page, 'operations')
      .locator('[data-kinds~="transfer"]')
      .getByText(/TC-7\/2026/)
      .waitFor();
    await page.goto(`${s.origin}/desk/parcels/${parcel}/deal/transfer`);
    await page.getByText('Việc này chưa làm được trên thửa này.').waitFor();
    await soon.ok(() => button(page, 'Trình duyệt').isDisabled());
    await page.goto(`${s.origin}/desk/parcels/${parcel}/deal/mortgage_release`);
    await page.getByLabel('Thế chấp được xoá').waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test(
  'a cut typed in metres is undone, redone, and still there after a reload; discarded it is gone',
  browserTest,
  async () => {
    const { parcel } = await s.t.plot();
    const detail = await s.t.parcel(parcel);
    const corners = detail.geometryLegal.coordinates[0]!;
    const [west, south] = [Math.min(...corners.map(([x]) => x!)), Math.min(...corners.map(([, y]) => y!))];
    const row = (x: number, y: number) =>
      `${(south + y).toFixed(2).replace('.', ',')}\t${(west + x).toFixed(2).replace('.', ',')}`;
    const { page, context } = await s.sit(s.t.officer, `/desk/parcels/${parcel}/split`, SCREEN);
    const parts = part(page, 'pieces').locator('tr[data-role="raised"]');
    await page.getByLabel('Nhập hoặc dán toạ độ').fill(`STT\tX\tY\n${row(-1, 10)}\n${row(31, 10)}`);
    await button(page, 'Thêm vạch').click();
    await part(page, 'pieces').and(page.locator('[data-ready="true"]')).waitFor();
    await soon.equal(() => parts.count(), 2);
    await page.locator('.map-target').focus();
    await page.keyboard.press('Control+z');
    await page.getByText('Chưa có đường cắt.').waitFor();
    await page.keyboard.press('Control+y');
    await parts.nth(1).waitFor();
    await page.reload();
    await page.getByText('Đã mở lại nháp đang vẽ dở.').waitFor();
    await parts.nth(1).waitFor();
    await button(page, 'Huỷ nháp').click();
    await page.waitForURL(`**/desk/parcels/${parcel}`);
    await page.goto(`${s.origin}/desk/parcels/${parcel}/split`);
    await page.getByText('Chưa có đường cắt.').waitFor();
    await context.close();
  },
);

test(
  'a part of so much registered area is cut along an edge: both areas while it is typed, changed with a reason, registered to 0.01 m²',
  browserTest,
  async () => {
    const { parcel } = await s.t.plot();
    const { page, context, complaints } = await s.sit(s.t.officer, `/desk/parcels/${parcel}/split`, SCREEN);
    const form = part(page, 'parallel');
    await form.getByText('Theo khoảng cách').click();
    await form.getByLabel('Khoảng cách từ cạnh (m)').fill('99');
    await form.getByText('Từ cạnh này thửa không rộng đến thế.').waitFor();
    await soon.ok(() => button(page, 'Đặt vạch').isDisabled());
    await form.getByText('Theo diện tích').click();
    await form.getByLabel('Diện tích đăng ký của phần giáp cạnh (m²)').fill('400,5');
    await form.getByText('Phần giáp cạnh 400,5 m², phần còn lại 800,0 m²').waitFor();
    assert.deepEqual(await violationsOf(page), []);
    await page.keyboard.press('Enter');
    const ready = part(page, 'pieces').and(page.locator('[data-ready="true"]'));
    await ready.waitFor();
    // The officer knows better, and has to say why.
    await button(page, 'Sửa diện tích pháp lý…').click();
    const typed = page.getByLabel(/^Diện tích pháp lý của thửa/);
    const shared = await typed.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
    assert.deepEqual(shared.toSorted(), ['400,50', '800,00']);
    for (const [at, area] of shared.entries()) await typed.nth(at).fill(area === '800,00' ? '799,9' : '400,6');
    await page.getByText('Hãy ghi lý do.').waitFor();
    await soon.ok(() => button(page, 'Trình duyệt').isDisabled());
    await page.getByLabel('Lý do không chia theo tỷ lệ').fill('Theo thoả thuận của các bên');
    await ready.waitFor();
    assert.deepEqual(await violationsOf(page), []);
    await button(page, 'Trình duyệt').click();
    await page.waitForURL(LODGED);
    await page.getByText('Theo thoả thuận của các bên').first().waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1)!;
    const { dealing } = await s.t.step(id, 'approve', {}, s.t.approver);
    assert.deepEqual(
      dealing.raises.flatMap(({ role, legalAreaM2 }) => (role === 'raised' ? [legalAreaM2] : [])).toSorted(),
      [400.6, 799.9],
    );
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('a line that does not cut is said at once, and cannot be lodged', browserTest, async () => {
  const { parcel } = await s.t.plot();
  const { page, context } = await s.sit(s.t.officer, `/desk/parcels/${parcel}/split`, SCREEN);
  await settled(page);
  const box = (await page.locator('.map-target').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.click(x - 30, y - 40);
  await page.mouse.click(x + 30, y + 40);
  await part(page, 'pieces')
    .getByText(/Đường cắt không chia thửa thành hai phần/)
    .waitFor();
  await soon.ok(() => button(page, 'Trình duyệt').isDisabled());
  await context.close();
});

test('who only decides gets no form; nobody decides her own', browserTest, async () => {
  const { parcel } = await s.t.plot();
  const { page, context } = await s.sit(s.t.approver, `/desk/parcels/${parcel}`, SCREEN);
  await page.getByText('Lập hồ sơ là việc của cán bộ địa chính và cán bộ đo đạc.').waitFor();
  await soon.equal(() => page.getByRole('link', { name: 'Tách thửa', exact: true }).count(), 0);
  await context.close();
});

for (const [theme, locale] of [
  ['light', 'vi-VN'],
  ['dark', 'en-GB'],
] as const) {
  test(`axe finds nothing on the screens of land, and none sticks out on a phone: ${theme}`, browserTest, async () => {
    const { parcel } = await s.t.plot();
    const detail = await s.t.parcel(parcel);
    const { dealing } = await s.t.open(
      s.t.split(detail, [
        [-5, 20],
        [35, 20],
      ]),
    );
    const found: string[] = [];
    for (const path of [
      `/desk/parcels?q=${detail.sheet}/${detail.no}`,
      `/desk/parcels/${parcel}`,
      `/desk/parcels/${parcel}?at=2026-05-01`,
      `/desk/parcels/${parcel}/split`,
      `/desk/parcels/${parcel}/deal/transfer`,
      `/desk/parcels/${parcel}/deal/caveat_placement`,
      '/desk/dealings?queue=mine',
      `/desk/dealings/${dealing.dealingId}`,
    ]) {
      const { page, context, complaints } = await s.sit(s.t.officer, path, { theme, locale, size: SCREENS.phone });
      await page
        .getByRole('heading', { level: 1 })
        .filter({ hasText: /\d|Find|Tìm|Dealings|Hồ sơ/ })
        .waitFor();
      await page.waitForLoadState('networkidle');
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) found.push(`${path}: ${wide} px too wide`);
      for (const one of [...(await violationsOf(page)), ...complaints]) found.push(`${path}: ${one}`);
      await context.close();
    }
    assert.deepEqual(found, []);
  });
}
