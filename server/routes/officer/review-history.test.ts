/** The history of a batch: everything that happened, who did it and why, for those who may look at the batch. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { BATCH_ACTIONS } from '../../domain/batch/batch-event.ts';
import type { BatchEvent } from '../../domain/contract/batch/batch-history.ts';
import type { RecordCorrection } from '../../domain/contract/batch/batch-shapes.ts';
import { COMMUNE } from '../../testing/import/open-import.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { BINH, HA, openReviewApp, type Person, type ReviewApp, STRANGER } from '../../testing/review-app.ts';

const AUDITOR: Person = { role: 'auditor', communes: ['*'], sub: 'kiem-toan' };
const CHI: Person = { role: 'approver', sub: 'chi' };
const HOLDER = 'Phạm Thị Hạt Ấm';
const ADDRESS = 'Đất nhà ông Hư Cấu';

let t: ReviewApp;
before(async () => {
  t = await openReviewApp();
});
after(() => t.close());

async function act(id: string, step: string, body: object, person: Person): Promise<void> {
  const reply = await t.post(`/api/batches/${id}/${step}`, body, person);
  assert.equal(reply.statusCode, 200, `${step}: ${reply.body}`);
}

async function history(id: string, person: Person = HA): Promise<BatchEvent[]> {
  const reply = await t.get(`/api/batches/${id}/history`, person);
  assert.equal(reply.statusCode, 200, reply.body);
  assert.equal(reply.json().nextCursor, null);
  return reply.json().items;
}

const line = ({ act: what, by, count, reason }: BatchEvent) =>
  [what, by.id, count, reason].filter((word) => word !== null).join(' · ');

test('from reception to reversal: each act once, in order, with who, how many and why', async () => {
  const { batchId: id } = await t.bringIn({
    rows: [{ holder: HOLDER, address: ADDRESS }, { parcelNo: '1' }, {}, {}],
  });
  await act(id, 'corrections', { code: 'text.case_repaired', decision: 'reject' }, HA);
  await act(id, 'corrections', { code: 'text.case_repaired', decision: 'undo' }, HA);
  await act(id, 'corrections', { recordNo: 3, edit: { field: 'parcelNo', value: '77', reason: 'Theo sổ' } }, HA);
  await act(id, 'exclude', { code: 'key.duplicate', reason: 'Trùng số thửa' }, HA);
  await act(id, 'include', { recordNos: [1] }, HA);
  const first = { dealingId: randomUUID() };
  await act(id, 'propose', { ...first, note: 'Xin duyệt' }, HA);
  await act(id, 'send-back', { reason: 'Thiếu giấy tờ' }, BINH);
  const second = { dealingId: randomUUID() };
  await act(id, 'propose', second, HA);
  await act(id, 'send-back', { reason: 'Tôi xem lại' }, HA);
  const third = { dealingId: randomUUID() };
  await act(id, 'propose', third, HA);
  await act(id, 'promote', third, BINH);
  const back = { dealingId: randomUUID() };
  await act(id, 'reverse', { ...back, reason: 'Sai tờ bản đồ' }, HA);
  await act(id, 'send-back', { reason: 'Chưa đúng' }, BINH);
  const again = { dealingId: randomUUID() };
  await act(id, 'reverse', { ...again, reason: 'Vẫn sai tờ' }, BINH);
  await act(id, 'approve-reversal', again, CHI);

  const events = await history(id);
  assert.deepEqual(events.map(line), [
    'received · import-cli',
    'staged · import-cli · 4',
    'validated · import-cli · 4',
    'corrections_rejected · ha · 1',
    'corrections_undone · ha · 1',
    'record_edited · ha · 1 · Theo sổ',
    'records_excluded · ha · 2 · Trùng số thửa',
    'records_included · ha · 1',
    'proposed · ha · 3 · Xin duyệt',
    'sent_back · binh · Thiếu giấy tờ',
    'proposed · ha · 3',
    'withdrawn · ha · Tôi xem lại',
    'proposed · ha · 3',
    'promoted · binh · 3',
    'reversal_proposed · ha · Sai tờ bản đồ',
    'reversal_sent_back · binh · Chưa đúng',
    'reversal_proposed · binh · Vẫn sai tờ',
    'reversed · chi · 3',
  ]);
  const of = (what: string) => events.find((event) => event.act === what)!;
  assert.deepEqual([of('received').how, of('received').sourceName], ['import-cli', 'to-1.zip']);
  assert.deepEqual(
    [of('record_edited').recordNo, of('record_edited').field, of('record_edited').rule],
    [3, 'parcelNo', 'officer'],
  );
  assert.equal(of('records_excluded').code, 'key.duplicate');
  assert.equal(of('promoted').dealingId, third.dealingId);
  assert.equal(of('reversed').dealingId, again.dealingId);
  for (const [i, { at, id: seq }] of notEmpty(events).entries()) {
    assert.ok(!Number.isNaN(Date.parse(at)));
    if (i > 0) assert.ok(BigInt(seq) > BigInt(events[i - 1]!.id));
  }
  const written = await t.query<{ action: string }>(
    `select distinct action from audit.entry where action like 'batch.%' and (subject_id = $1 or body ->> 'batchId' = $1)`,
    [id],
  );
  for (const { action } of notEmpty(written)) assert.ok(BATCH_ACTIONS.includes(action), action);
});

test('reasons of the same record at two times are each told with their own act', async () => {
  const { batchId: id } = await t.bringIn();
  const edit = (value: string, reason: string) => ({ recordNo: 2, edit: { field: 'parcelNo', value, reason } });
  await act(id, 'corrections', edit('81', 'Lần một'), HA);
  await act(id, 'exclude', { recordNos: [2], reason: 'Để lại sau' }, HA);
  await act(id, 'include', { recordNos: [2] }, HA);
  await act(id, 'exclude', { recordNos: [2, 3], reason: 'Không có giấy' }, HA);
  await act(id, 'include', { recordNos: [2] }, HA);
  await act(id, 'corrections', edit('82', 'Lần hai'), HA);
  await act(id, 'reject', { reason: 'Gửi nhầm tệp' }, BINH);
  assert.deepEqual((await history(id)).slice(3).map(line), [
    'record_edited · ha · 1 · Lần một',
    'records_excluded · ha · 1 · Để lại sau',
    'records_included · ha · 1',
    'records_excluded · ha · 2 · Không có giấy',
    'records_included · ha · 1',
    'record_edited · ha · 1 · Lần hai',
    'rejected · binh · Gửi nhầm tệp',
  ]);
});

test('read otherwise: each of the two batches leads to the other; what the command line leaves out is told', async () => {
  const { batchId: id } = await t.bringIn();
  const reply = await t.post(`/api/batches/${id}/override`, { scale: 4000 }, HA);
  const next: string = reply.json().next.id;
  assert.deepEqual((await history(id)).map(({ act: what, batchId }) => [what, batchId]).at(-1), ['overridden', next]);
  const [received] = await history(next);
  assert.deepEqual(
    [received?.act, received?.by.id, received?.how, received?.batchId],
    ['received', 'ha', 'override', id],
  );
  const left = await t.bringIn({ rows: [{}, { parcelNo: '1' }, {}] }, { excludeErrors: true });
  assert.deepEqual((await history(left.batchId)).map(line).at(-1), 'errors_excluded · import-cli · 2');
  const loaded = await t.bringIn({}, { promote: true });
  assert.equal((await history(loaded.batchId)).at(-1)?.act, 'promoted');
});

test('an auditor is not told why an address was changed, in the corrections as little as in the history', async () => {
  const { batchId: id } = await t.bringIn({ rows: [{ holder: HOLDER, address: ADDRESS }, {}] });
  const why = `Theo lời ${HOLDER}`;
  await act(id, 'corrections', { recordNo: 1, edit: { field: 'address', value: 'Thôn Hạ', reason: why } }, HA);
  await act(id, 'corrections', { recordNo: 1, edit: { field: 'parcelNo', value: '77', reason: 'Theo sổ' } }, HA);
  const reasons = async (path: string, person: Person) => {
    const reply = await t.get(`/api/batches/${id}${path}`, person);
    assert.equal(reply.statusCode, 200, reply.body);
    const found = (reply.json().items ?? reply.json().corrections) as RecordCorrection[];
    return found
      .filter(({ rule }) => rule === 'officer')
      .map(({ field, reason, history: steps }) => [field, reason, steps.map((step) => step.reason)].flat());
  };
  for (const path of ['/corrections', '/records/1']) {
    const number = ['parcelNo', 'Theo sổ', 'Theo sổ'];
    assert.deepEqual(await reasons(path, HA), [['address', why, why], number], path);
    assert.deepEqual(await reasons(path, AUDITOR), [['address', null, null], number], path);
  }
});

test('an auditor sees every act and no person; whoever sees persons leaves a trace of it', async () => {
  const { batchId: id } = await t.bringIn({ rows: [{ holder: HOLDER, address: ADDRESS }, {}] });
  const why = `Theo lời ${HOLDER}`;
  await act(id, 'corrections', { recordNo: 1, edit: { field: 'address', value: 'Thôn Hạ', reason: why } }, HA);
  await act(id, 'corrections', { code: 'text.case_repaired', decision: 'reject' }, HA);
  const looks = () =>
    t.query('select actor, record_nos, purpose from audit.read_log where batch_id = $1 order by seq', [id]);
  const before = await looks();
  const hidden = await t.get(`/api/batches/${id}/history`, AUDITOR);
  for (const word of [HOLDER, ADDRESS, 'Thôn Hạ', 'Hư Cấu']) assert.ok(!hidden.body.includes(word), word);
  assert.deepEqual(
    hidden
      .json()
      .items.map((event: BatchEvent) => event.act)
      .slice(3),
    ['record_edited', 'corrections_rejected'],
  );
  assert.deepEqual(await looks(), before, 'nothing was shown, nothing is noted');
  const shown = await t.get(`/api/batches/${id}/history`, BINH);
  assert.equal(shown.json().items[3].reason, why);
  assert.ok(!shown.body.includes(ADDRESS) && !shown.body.includes('Thôn Hạ'), 'values are never part of it');
  assert.deepEqual((await looks()).slice(before.length), [
    { actor: 'binh', record_nos: [1], purpose: 'batch.history' },
  ]);
});

test('of another commune there is nothing, and it looks like what does not exist', async () => {
  const { batchId: id } = await t.bringIn();
  const [foreign, missing] = [
    await t.get(`/api/batches/${id}/history`, STRANGER),
    await t.get(`/api/batches/${randomUUID()}/history`, STRANGER),
  ];
  assert.deepEqual([foreign.statusCode, foreign.json()], [404, missing.json()]);
  const citizen = await t.get(`/api/batches/${id}/history`, { role: 'citizen', communes: [COMMUNE], sub: 'dan' });
  assert.equal(citizen.statusCode, 403);
});

test('ten thousand events, page by page: each once, in order, found by the index', async () => {
  const { batchId: id } = await t.bringIn();
  await t.query(
    `insert into audit.entry (actor, action, subject_kind, subject_id, body, leaf)
     select 'ha', 'batch.corrected', 'batch', $1, jsonb_build_object('batchId', $1::text, 'decision', 'accept', 'rule', 'text.case_repaired', 'recordNos', jsonb_build_array(n)), ''
     from generate_series(1, 10000) n order by n`,
    [id],
  );
  const numbers: (number | null)[] = [];
  let cursor: string | null = '';
  let pages = 0;
  while (cursor !== null) {
    const page: { items: BatchEvent[]; nextCursor: string | null } = (
      await t.get(`/api/batches/${id}/history?limit=500${cursor && `&cursor=${cursor}`}`)
    ).json();
    assert.ok(page.items.length <= 500);
    numbers.push(...page.items.map(({ recordNo }) => recordNo));
    cursor = page.nextCursor;
    pages += 1;
  }
  assert.equal(pages, 21);
  assert.deepEqual(
    numbers.slice(3),
    Array.from({ length: 10_000 }, (_, i) => i + 1),
  );
  await t.query('analyze audit.entry');
  const plan = await t.query<{ 'QUERY PLAN': string }>(
    `explain select from audit.entry e where e.subject_kind in ('batch', 'dealing') and e.action like 'batch.%'
       and lower(coalesce(e.body ->> 'batchId', e.subject_id)) = $$${randomUUID()}$$ and e.seq > 0 order by e.seq limit 201`,
  );
  assert.match(plan.map((row) => row['QUERY PLAN']).join('\n'), /entry_batch_idx/);
});

test('an address in capitals is the same batch', async () => {
  const { batchId: id } = await t.bringIn();
  await act(id.toUpperCase(), 'exclude', { recordNos: [1], reason: 'Chữ hoa' }, HA);
  const events = await history(id.toUpperCase());
  assert.deepEqual(events.map(line), (await history(id)).map(line));
  assert.equal(events.at(-1)?.reason, 'Chữ hoa');
});
