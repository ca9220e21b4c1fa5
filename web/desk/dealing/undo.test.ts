/** A registered dealing is taken back from its page: lodged with a reason, decided by another; what stops it is told. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { DealingReply } from '../../../server/domain/contract/dealing/dealings.ts';
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
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function splitPlot() {
  const { parcel } = await s.t.plot();
  const { dealing } = await s.t.registerDraft(
    s.t.split(await s.t.parcel(parcel), [
      [-5, 20],
      [35, 20],
    ]),
  );
  return { parcel, dealing };
}

/** Opens the reversal from the page of a dealing and waits for the page of the new one. */
async function takeBack(page: Page, path: string): Promise<void> {
  await button(page, 'Huỷ bỏ bằng hồ sơ mới').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Tách nhầm thửa');
  assert.deepEqual(await violationsOf(page), []);
  await dialog.getByRole('button', { name: 'Trình huỷ bỏ' }).click();
  await page.waitForURL((url) => /\/desk\/dealings\/[0-9a-f-]{36}$/.test(url.pathname) && url.pathname !== path);
}

test('a split is taken back from its page, and the parcel is current again', browserTest, async () => {
  const { parcel, dealing } = await splitPlot();
  const path = `/desk/dealings/${dealing.dealingId}`;
  const { page, context, complaints } = await s.sit(s.t.officer, path, SCREEN);
  await takeBack(page, path);
  const says = page.locator('[data-part="says"]');
  await says.getByText('Tách nhầm thửa').waitFor();
  await says.getByRole('link', { name: 'Xem hồ sơ bị huỷ bỏ' }).waitFor();
  assert.deepEqual(await violationsOf(page), []);
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  await s.t.step(id, 'approve', {}, s.t.approver);
  assert.equal((await s.t.parcel(parcel)).state, 'current');
  assert.deepEqual(complaints, []);
  await context.close();
});

test('who only decides is not offered it; a dealing that others rest on says which', browserTest, async () => {
  const { dealing } = await splitPlot();
  const path = `/desk/dealings/${dealing.dealingId}`;
  const second = await s.sit(s.t.approver, path, SCREEN);
  await second.page.locator('.land-under').getByText('Đã vào sổ').waitFor();
  await soon.equal(() => button(second.page, 'Huỷ bỏ bằng hồ sơ mới').count(), 0);
  await second.context.close();
  await s.t.deal('caveat_placement', dealing.raises[0]!.parcelId, {
    effects: ['transfer'],
    document: { no: 'TA-90', date: '2026-11-03' },
  });
  const { page, context } = await s.sit(s.t.officer, path, SCREEN);
  await takeBack(page, path);
  await page
    .locator('[data-part="verdicts"] [data-severity="error"]')
    .filter({ hasText: 'Đã có hồ sơ vào sổ sau dựa trên hồ sơ này' })
    .waitFor();
  await context.close();
});

test(
  'a part is sold with the cut: begun from the draft, lodged, decided on and taken back as one file',
  browserTest,
  async () => {
    const { parcel } = await s.t.plot();
    const { dealing } = await s.t.open(
      s.t.split(await s.t.parcel(parcel), [
        [-5, 20],
        [35, 20],
      ]),
    );
    const path = `/desk/dealings/${dealing.dealingId}`;
    const { page, context, complaints } = await s.sit(s.t.officer, path, SCREEN);
    const next = page.locator('[data-part="and-then"]');
    await next.getByLabel('Việc cần làm').selectOption('transfer');
    await next.getByRole('link', { name: 'Lập hồ sơ nối tiếp' }).click();
    await page.getByLabel('Họ tên hoặc tên tổ chức').fill('Lê Thị Nhận Phần');
    await page.getByLabel('Số giấy tờ').fill('46/2026/HĐCN');
    await page.getByLabel('Ngày giấy tờ').fill('2026-11-02');
    assert.deepEqual(await violationsOf(page), []);
    await button(page, 'Thêm vào bộ hồ sơ').click();
    await page.waitForURL(`**${path}`);
    const file = page.locator('[data-part="file"]');
    await file.getByText('Lê Thị Nhận Phần').first().waitFor();
    await button(page, 'Trình duyệt').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Trình duyệt' }).click();
    await page.locator('.land-under').getByText('Đã trình').waitFor();
    assert.deepEqual(await violationsOf(page), []);
    await s.t.step(dealing.dealingId, 'approve', {}, s.t.approver);
    const part = dealing.raises.find(({ role }) => role === 'raised')!.parcelId;
    assert.deepEqual(
      (await s.t.rights(part)).rights.map(({ holder }) => holder),
      ['Lê Thị Nhận Phần'],
    );
    await page.reload();
    await page.locator('.land-under').getByText('Đã vào sổ').waitFor();
    await takeBack(page, path);
    await file.waitFor();
    await s.t.step(new URL(page.url()).pathname.split('/').at(-1)!, 'approve', {}, s.t.approver);
    assert.equal((await s.t.parcel(parcel)).state, 'current');
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('a part of a draft is cut once more in the same file, on its screen of drawing', browserTest, async () => {
  const { parcel } = await s.t.plot();
  const land = await s.t.parcel(parcel);
  const draft = s.t.split(land, [
    [-5, 20],
    [35, 20],
  ]);
  const { dealing } = await s.t.open(draft);
  const corners = land.geometryLegal.coordinates[0]!;
  const [west, south] = [Math.min(...corners.map(([x]) => x!)), Math.min(...corners.map(([, y]) => y!))];
  const path = `/desk/dealings/${dealing.dealingId}`;
  const { page, context, complaints } = await s.sit(s.t.officer, path, SCREEN);
  const next = page.locator('[data-part="and-then"]');
  await next.getByLabel('Việc cần làm').selectOption('split');
  await next.getByRole('link', { name: 'Lập hồ sơ nối tiếp' }).click();
  const part = page.locator('[data-part="pieces"]');
  await page.getByLabel('Nhập hoặc dán toạ độ').fill(`${south - 1} ${west + 14}\n${south + 41} ${west + 14}`);
  await button(page, 'Thêm vạch').click();
  await part.and(page.locator('[data-ready="true"]')).waitFor();
  assert.deepEqual(await violationsOf(page), []);
  await button(page, 'Thêm vào bộ hồ sơ').click();
  await page.waitForURL(`**${path}`);
  await page.locator('[data-part="file"]').getByText('Tách thửa').first().waitFor();
  await s.t.step(dealing.dealingId, 'lodge', {}, s.t.officer);
  await s.t.step(dealing.dealingId, 'approve', {}, s.t.approver);
  const parts = (await s.t.parcel(parcel)).successors.map(({ id }) => id);
  const states = await Promise.all(parts.map(async (id) => (await s.t.parcel(id)).state));
  assert.deepEqual(states.sort(), ['current', 'historic'], 'one part was cut once more');
  assert.deepEqual(complaints, []);
  await context.close();
});

test(
  'a part of a draft is merged with the parcel beside it in the same file, and the whole is sold',
  browserTest,
  async () => {
    const { parcel, neighbour } = await s.t.plot(undefined, 'one');
    const draft = s.t.split(await s.t.parcel(parcel), [
      [-5, 20],
      [35, 20],
    ]);
    const { dealing } = await s.t.open(draft);
    const beside = await s.t.parcel(neighbour);
    const path = `/desk/dealings/${dealing.dealingId}`;
    const { page, context, complaints } = await s.sit(s.t.officer, path, SCREEN);
    const next = page.locator('[data-part="and-then"]');
    await next.getByLabel('Việc cần làm').selectOption('merge');
    await next.getByRole('link', { name: 'Lập hồ sơ nối tiếp' }).click();
    await page.getByRole('checkbox', { name: `Thửa ${beside.no}, tờ ${beside.sheet}` }).check();
    await page.locator('[data-part="whole"][data-ready="true"]').waitFor();
    assert.equal(new URL(page.url()).searchParams.get('after'), dealing.dealingId, 'a tick keeps what is followed');
    assert.deepEqual(await violationsOf(page), []);
    await button(page, 'Thêm vào bộ hồ sơ').click();
    await page.waitForURL(`**${path}`);
    const file = page.locator('[data-part="file"]');
    const { body } = await s.t.get<DealingReply>(path.replace('/desk', '/api'), s.t.officer);
    const made = await s.t.get<DealingReply>(`/api/dealings/${body.dealing.file[1]!.dealingId}`, s.t.officer);
    const { no, sheet } = made.body.dealing.raises[0]!;
    await next.getByLabel('Trên thửa').selectOption({ label: `Thửa ${no}, tờ ${sheet}` });
    await next.getByLabel('Việc cần làm').selectOption('transfer');
    await next.getByRole('link', { name: 'Lập hồ sơ nối tiếp' }).click();
    await page.getByLabel('Họ tên hoặc tên tổ chức').fill('Lê Thị Nhận Thửa');
    await page.getByLabel('Số giấy tờ').fill('47/2026/HĐCN');
    await page.getByLabel('Ngày giấy tờ').fill('2026-11-02');
    await button(page, 'Thêm vào bộ hồ sơ').click();
    await page.waitForURL(`**${path}`);
    await file.getByText('Lê Thị Nhận Thửa').first().waitFor();
    await s.t.step(dealing.dealingId, 'lodge', {}, s.t.officer);
    await s.t.step(dealing.dealingId, 'approve', {}, s.t.approver);
    const [whole] = (await s.t.parcel(neighbour)).successors;
    assert.deepEqual(
      (await s.t.rights(whole!.id)).rights.map(({ holder }) => holder),
      ['Lê Thị Nhận Thửa'],
    );
    assert.deepEqual(complaints, []);
    await context.close();
  },
);
