/** The history sheet in a real browser: a batch from its import to its reversal, and what is shown while there is none. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { findingWords } from '../../../../server/domain/finding/finding-text.ts';
import { violationsOf } from '../../../../server/testing/browser/axe.ts';
import { browserTest } from '../../../../server/testing/browser/browser.ts';
import { type DeskStage, openDeskStage } from '../../../../server/testing/browser/desk-stage.ts';
import { soon } from '../../../../server/testing/browser/soon.ts';
import { BINH, HA, type Person } from '../../../../server/testing/review-app.ts';

let s: DeskStage;
before(async () => {
  if (!browserTest.skip) s = await openDeskStage();
});
after(() => s?.close());

const CHI: Person = { role: 'approver', sub: 'chi' };

async function act(id: string, step: string, body: object, person: Person): Promise<void> {
  const reply = await s.t.post(`/api/batches/${id}/${step}`, body, person);
  assert.equal(reply.statusCode, 200, `${step}: ${reply.body}`);
}

/** The people behind the subjects; the tokens of the tests name them all alike. */
const NAMES = { ha: 'Lê Thu Hà', binh: 'Trần Bình', chi: 'Đỗ Linh Chi' };
async function nameThem(): Promise<void> {
  for (const [sub, name] of Object.entries(NAMES)) {
    await s.t.query(
      'insert into staging.staff (actor, name) values ($1, $2) on conflict (actor) do update set name = excluded.name',
      [sub, name],
    );
  }
}

const historyOf = (id: string) => `/desk/batches/${id}?view=history`;
const lines = (page: Page) => page.locator('.timeline li');
/** What each line says, without its time. */
const texts = async (page: Page) =>
  (await lines(page).allTextContents()).map((text) =>
    text.replace(/^.*?\d{4}(, \d{2}:\d{2})?( – .*?\d{4}(, \d{2}:\d{2})?)? /, ''),
  );

test('from the import to the reversal, each line with its person, its reason and its link', browserTest, async () => {
  const id = await s.bringSheet();
  const rule = 'text.case_repaired';
  await act(id, 'corrections', { code: rule, decision: 'reject' }, HA);
  await act(id, 'corrections', { code: rule, decision: 'undo' }, HA);
  for (const [recordNo, value] of [
    [20, '99'],
    [7, '98'],
  ] as const) {
    await act(id, 'corrections', { recordNo, edit: { field: 'parcelNo', value, reason: 'Theo sổ mục kê' } }, HA);
  }
  await act(id, 'exclude', { recordNos: [12], reason: 'Sai loại đất' }, HA);
  const first = { dealingId: randomUUID() };
  await act(id, 'propose', { ...first, note: 'Đã đối chiếu thực địa' }, HA);
  await act(id, 'send-back', { reason: 'Thiếu biên bản' }, BINH);
  const second = { dealingId: randomUUID() };
  await act(id, 'propose', second, HA);
  await act(id, 'promote', second, BINH);

  const { page, context, complaints } = await s.sit(HA, historyOf(id));
  await lines(page).filter({ hasText: 'vào sổ.' }).last().waitFor();
  // Meanwhile others go on; the sheet that is open follows by itself.
  const back = { dealingId: randomUUID() };
  await act(id, 'reverse', { ...back, reason: 'Sai tờ bản đồ' }, BINH);
  await act(id, 'approve-reversal', back, CHI);
  await lines(page).filter({ hasText: 'hết hiệu lực' }).waitFor();
  await nameThem();
  await page.reload();
  await lines(page).filter({ hasText: NAMES.chi }).waitFor();
  const because = findingWords(rule, 'vi').says;
  assert.deepEqual(await texts(page), [
    'Tệp to-1.zip được nhập bằng lệnh trên máy chủ.',
    'Đã đọc 45 bản ghi.',
    'Đã kiểm tra 45 bản ghi.',
    `Lê Thu Hà bỏ sửa đổi ở 2 bản ghi. ${because}`,
    `Lê Thu Hà trả sửa đổi ở 2 bản ghi về như cũ. ${because}`,
    'Lê Thu Hà sửa “Số thửa” của 2 bản ghi. (2 lần) Theo sổ mục kê',
    'Lê Thu Hà để 1 bản ghi ra ngoài. Sai loại đất Bản ghi 12',
    `Lê Thu Hà đề nghị vào sổ 44 thửa đất. Đã đối chiếu thực địa`,
    `Trần Bình trả lại đề nghị. Thiếu biên bản`,
    `Lê Thu Hà đề nghị vào sổ 44 thửa đất.`,
    `Trần Bình duyệt; 44 thửa đất vào sổ. Hồ sơ ${second.dealingId}`,
    `Trần Bình đề nghị thu hồi. Sai tờ bản đồ`,
    `Đỗ Linh Chi duyệt thu hồi; 44 thửa đất hết hiệu lực. Hồ sơ ${back.dealingId}`,
  ]);
  const at = await page.locator('.timeline time').first().getAttribute('datetime');
  assert.match(at ?? '', /^\d{4}-\d{2}-\d{2}T.*Z$/);
  await soon.deepEqual(
    () => page.locator('.timeline q').allTextContents(),
    ['Theo sổ mục kê', 'Sai loại đất', 'Đã đối chiếu thực địa', 'Thiếu biên bản', 'Sai tờ bản đồ'],
  );
  await lines(page).getByRole('link', { name: 'Bản ghi 12' }).click();
  await page.getByRole('heading', { name: /Bản ghi 12/ }).waitFor();
  await page.goBack();
  await lines(page).first().waitFor();
  assert.deepEqual(complaints, []);
  assert.deepEqual(await violationsOf(page), []);
  await context.close();

  const english = await s.sit(BINH, historyOf(id), { locale: 'en-GB', theme: 'dark' });
  await lines(english.page).filter({ hasText: 'approved taking it back' }).waitFor();
  const told = await texts(english.page);
  assert.equal(told[6], 'Lê Thu Hà left out 1 record. Sai loại đất Record 12');
  assert.equal(told[10], `Trần Bình approved; 44 parcels registered. Dealing ${second.dealingId}`);
  assert.deepEqual(await violationsOf(english.page), []);
  await english.context.close();
});

test(
  'read otherwise: the two batches lead to each other; an attempt that was broken off is told',
  browserTest,
  async () => {
    const id = await s.bringSheet();
    const reply = await s.t.post(`/api/batches/${id}/override`, { scale: 4000 }, HA);
    const next: string = reply.json().next.id;
    await nameThem();
    await s.t.query(
      `insert into audit.entry (actor, action, subject_kind, subject_id, body, leaf)
     values ('import-worker', 'batch.attempt_failed', 'batch', $1, '{"error": "work.broken_off", "attempt": 1}', '')`,
      [next],
    );
    const { page, context, complaints } = await s.sit(HA, historyOf(id));
    await lines(page).getByRole('link', { name: 'Lần đọc sau của tệp này' }).click();
    await lines(page).filter({ hasText: 'Lê Thu Hà cho đọc lại tệp' }).waitFor();
    await lines(page).filter({ hasText: 'Đọc không xong. Chương trình xử lý bị dừng giữa chừng.' }).waitFor();
    await lines(page).getByRole('link', { name: 'Lần đọc trước của tệp này' }).click();
    await lines(page).filter({ hasText: 'lô này kết thúc' }).waitFor();
    assert.equal(new URL(page.url()).pathname, `/desk/batches/${id}`);
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

test('while it is fetched, when it cannot be, and a long one piece by piece', browserTest, async () => {
  const id = await s.bringSheet({});
  await s.t.query(
    `insert into audit.entry (actor, action, subject_kind, subject_id, body, leaf)
     select 'ha', case n % 2 when 0 then 'batch.records_excluded' else 'batch.records_included' end, 'batch', $1::text,
       jsonb_build_object('batchId', $1::text, 'code', null, 'recordNos', jsonb_build_array(n)), '' from generate_series(1, 300) n order by n`,
    [id],
  );
  const { page, context } = await s.sit(HA, '/desk');
  let asked = 0;
  let answer: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/history?**', async (route) => {
    asked += 1;
    if (asked > 1) return route.continue();
    await held;
    return route.fulfill({
      status: 429,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: '/', title: 'x', status: 429, code: 'rate.limited', detail: 'Hãy đợi một lát.' }),
    });
  });
  await page.goto(s.origin + historyOf(id));
  await page.locator('.pane-sheet').getByRole('status').getByText('Đang tải').waitFor();
  answer?.();
  await page.locator('.pane-sheet').getByText('Hãy đợi một lát.').waitFor();
  assert.deepEqual(await violationsOf(page), []);
  await page.locator('.pane-sheet').getByRole('button', { name: 'Thử lại' }).click();
  await lines(page).nth(199).waitFor();
  await soon.equal(() => lines(page).count(), 200);
  await page.locator('.pane-sheet').getByRole('button', { name: 'Tải thêm' }).click();
  await page.getByText('Hiện nay: ').waitFor();
  await soon.equal(() => lines(page).count(), 303);
  await context.close();
});
