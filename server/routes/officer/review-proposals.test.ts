/** Proposals, promotion, taking back; and what holds for every step: twice, stale, two at once, bad input. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { ORIGIN, squareAt } from '../../testing/import/sheet-zip.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { BINH, HA, openReviewApp, type Person, type ReviewApp } from '../../testing/review-app.ts';

let t: ReviewApp;
before(async () => {
  t = await openReviewApp();
});
after(() => t.close());

const HOA: Person = { role: 'officer', sub: 'hoa' };
const CHI: Person = { role: 'approver', sub: 'chi' };
const reason = 'Theo biên bản đối soát';
const key = () => ({ 'idempotency-key': randomUUID() });
const statuses = (replies: { statusCode: number }[]) => replies.map(({ statusCode }) => statusCode).sort();

test('a proposal stores its sample and freezes the batch; sent back, it can be corrected and proposed again', async () => {
  const { batchId } = await t.bringIn({
    rows: Array.from({ length: 30 }, () => ({})).map((_, i) => ({
      rings: [squareAt([ORIGIN[0] + 900, ORIGIN[1] + 900], i % 10, Math.floor(i / 10))],
    })),
  });
  const first = await t.propose(batchId);
  const look = async (person: Person) => (await t.get(`/api/batches/${batchId}/proposal`, person)).json();
  const [forHa, forBinh] = [await look(HA), await look(BINH)];
  assert.deepEqual(forHa, forBinh);
  assert.equal(forHa.sample.length, 20);
  const { items } = (await t.get(`/api/batches/${batchId}/records?sample=true&limit=50`, BINH)).json();
  assert.deepEqual(
    items.map((item: { recordNo: number }) => item.recordNo),
    forHa.sample,
  );
  const back = await t.post(`/api/batches/${batchId}/send-back`, { reason }, BINH);
  assert.deepEqual([back.json().batch.status, back.json().batch.reason], ['validated', reason]);
  assert.equal((await look(HA)).status, 'refused');
  const gone = await t.post(`/api/batches/${batchId}/promote`, { dealingId: first }, BINH);
  assert.deepEqual([gone.statusCode, gone.json().code], [409, 'batch.step_refused']);
  const second = await t.propose(batchId);
  assert.deepEqual((await look(HA)).sample, forHa.sample, 'drawn by the batch, not by chance');
  const stale = await t.post(`/api/batches/${batchId}/promote`, { dealingId: first }, BINH);
  assert.deepEqual(
    [stale.statusCode, stale.json().code],
    [404, 'proposal.not_found'],
    'not the proposal she looked at',
  );
  const withdrawn = await t.post(`/api/batches/${batchId}/send-back`, { reason }, HA);
  assert.equal(withdrawn.statusCode, 200, withdrawn.body);
  const states = await t.query(
    'select dealing_id, status, refused_by from dealing.dealing where batch_id = $1 order by created_at',
    [batchId],
  );
  assert.deepEqual(states, [
    { dealing_id: first, status: 'refused', refused_by: 'binh' },
    { dealing_id: second, status: 'withdrawn', refused_by: 'ha' },
  ]);
});

test('what blocks is not proposed; what the world took meanwhile is not promoted, and the reason is kept', async () => {
  const origin: [number, number] = [ORIGIN[0] + 300, ORIGIN[1] + 600];
  const late = await t.bringIn({ origin, rows: [{ sheetNo: '71' }] });
  const lateDealing = await t.propose(late.batchId);
  const early = await t.bringIn({ origin, rows: [{ sheetNo: '72' }] });
  const dealingId = await t.propose(early.batchId);
  assert.equal((await t.post(`/api/batches/${early.batchId}/promote`, { dealingId }, BINH)).statusCode, 200);
  const refused = await t.post(`/api/batches/${late.batchId}/promote`, { dealingId: lateDealing }, BINH);
  assert.deepEqual([refused.statusCode, refused.json().code], [409, 'batch.blocked']);
  assert.deepEqual([refused.json().state, refused.json().allowed], ['proposed', ['sendBack', 'reject']]);
  const groups = (await t.get(`/api/batches/${late.batchId}/findings`, BINH)).json().groups;
  assert.deepEqual(groups.map(({ code }: { code: string }) => code).sort(), [
    'register.code_taken',
    'register.overlap',
  ]);
  await t.post(`/api/batches/${late.batchId}/send-back`, { reason }, BINH);
  const blocked = await t.post(`/api/batches/${late.batchId}/propose`, { dealingId: randomUUID() }, HA);
  assert.deepEqual(
    [blocked.statusCode, blocked.json().code, blocked.json().state],
    [409, 'batch.blocked', 'validated'],
  );
  assert.deepEqual(blocked.json().allowed, ['correct', 'exclude', 'include', 'override', 'reject']);
  const taken = await t.bringIn();
  const reused = await t.post(`/api/batches/${taken.batchId}/propose`, { dealingId }, HA);
  assert.deepEqual([reused.statusCode, reused.json().code], [409, 'dealing.id_taken']);
});

test('a promotion is taken back only while nothing later stands on it, and its land can be registered again', async () => {
  const { batchId } = await t.bringIn();
  const dealingId = await t.propose(batchId);
  await t.post(`/api/batches/${batchId}/promote`, { dealingId }, BINH);
  const [parcel] = await t.query<{ id: string }>(
    'select parcel_id as id from cadastre.parcel where source_batch_id = $1 and source_record_no = 1',
    [batchId],
  );
  const reversal = { dealingId: randomUUID(), reason };
  assert.equal((await t.post(`/api/batches/${batchId}/reverse`, reversal, HA)).statusCode, 200);
  // Meanwhile somebody else's dealing gives the parcel a right.
  const [other] = await t.query<{ id: string }>(
    `select dealing_id as id from dealing.dealing where commune_code = '99001' limit 1`,
  );
  await t.query(
    `insert into rights."right" (right_id, parcel_id, party_id, kind, commune_code, verified, raised_by, registered_at)
     select gen_random_uuid(), $1, party_id, 'use', commune_code, false, $2, now() from rights."right" where parcel_id = $1 limit 1`,
    [parcel!.id, other!.id],
  );
  const late = await t.post(`/api/batches/${batchId}/approve-reversal`, { dealingId: reversal.dealingId }, BINH);
  assert.deepEqual([late.statusCode, late.json().code], [409, 'batch.built_upon']);
  assert.deepEqual(late.json().errors, [{ field: 'parcelId', message: parcel!.id }]);
  await t.post(`/api/batches/${batchId}/send-back`, { reason }, BINH);
  assert.equal((await t.batch(batchId, HA)).status, 'promoted');
  const refused = await t.post(`/api/batches/${batchId}/reverse`, { dealingId: randomUUID(), reason }, HA);
  assert.deepEqual([refused.statusCode, refused.json().code], [409, 'batch.built_upon']);

  const origin: [number, number] = [ORIGIN[0] + 300, ORIGIN[1] + 400];
  const sheet = { origin, rows: [{ sheetNo: '81' }] };
  const once = await t.bringIn(sheet);
  const promotion = await t.propose(once.batchId);
  await t.post(`/api/batches/${once.batchId}/promote`, { dealingId: promotion }, BINH);
  const revisions = () => t.query('select sum(revision) as sum from cadastre.tile_revision');
  const tiles = await revisions();
  const back = { dealingId: randomUUID(), reason };
  await t.post(`/api/batches/${once.batchId}/reverse`, back, HA);
  const approved = await t.post(`/api/batches/${once.batchId}/approve-reversal`, { dealingId: back.dealingId }, BINH);
  assert.equal(approved.statusCode, 200, approved.body);
  assert.notDeepEqual(await revisions(), tiles, 'the map is told');
  const anew = await t.bringIn({ origin, rows: [{ sheetNo: '81', holder: 'Lê Văn Hư Cấu' }] });
  const second = await t.propose(anew.batchId);
  const registered = await t.post(`/api/batches/${anew.batchId}/promote`, { dealingId: second }, BINH);
  assert.equal(registered.statusCode, 200, registered.body);
});

test('the same request again is given the first answer; another under its key is refused', async () => {
  const { batchId } = await t.bringIn({ rows: [{ address: 'Thôn Thanh Ấm' }, {}, {}] });
  const at = (step: string) => `/api/batches/${batchId}/${step}`;
  const dealing = { dealingId: randomUUID() };
  const back = { dealingId: randomUUID() };
  const requests: [step: string, body: object, person: Person][] = [
    ['corrections', { code: 'text.case_repaired', decision: 'accept' }, HA],
    ['corrections', { recordNo: 2, edit: { field: 'parcelNo', value: '40', reason } }, HA],
    ['exclude', { recordNos: [3], reason }, HA],
    ['include', { recordNos: [3] }, HA],
    ['propose', { dealingId: randomUUID() }, HA],
    ['send-back', { reason }, BINH],
    ['propose', dealing, HA],
    ['promote', dealing, BINH],
    ['reverse', { ...back, reason }, HA],
    ['approve-reversal', back, BINH],
  ];
  for (const [step, body, person] of requests) {
    const same = key();
    const first = await t.post(at(step), body, person, same);
    assert.equal(first.statusCode, 200, `${step}: ${first.body}`);
    const left = await t.everything();
    const second = await t.post(at(step), body, person, same);
    assert.deepEqual([second.statusCode, second.json()], [200, first.json()], step);
    assert.equal(await t.everything(), left, `${step} did nothing the second time`);
    if ('dealingId' in body) continue;
    const other = await t.post(at(step), { ...body, reason: 'Một lý do khác' }, person, same);
    assert.ok([400, 422].includes(other.statusCode), `${step}: ${other.body}`);
  }
  const changed = await t.post(at('approve-reversal'), { dealingId: randomUUID() }, BINH);
  assert.deepEqual([changed.statusCode, changed.json().state], [409, 'reversed']);
  const { batchId: otherBatch } = await t.bringIn();
  const one = key();
  await t.post(`/api/batches/${otherBatch}/exclude`, { recordNos: [1], reason }, HA, one);
  const reused = await t.post(`/api/batches/${otherBatch}/exclude`, { recordNos: [2], reason }, HA, one);
  assert.deepEqual([reused.statusCode, reused.json().code], [422, 'idempotency.key_reused']);
  const hers = await t.post(`/api/batches/${otherBatch}/exclude`, { recordNos: [2], reason }, HOA, one);
  assert.equal(hers.statusCode, 200, 'a key is its sender’s own');
});

test('a version that is no longer there is refused by every step, and the present one passes', async () => {
  const { batchId } = await t.bringIn();
  const { version } = await t.batch(batchId, HA);
  const etag = (await t.get(`/api/batches/${batchId}`, HA)).headers.etag;
  assert.equal(etag, `"${version}"`);
  const post = (match: string) =>
    t.post(`/api/batches/${batchId}/exclude`, { recordNos: [1], reason }, HA, { 'if-match': match });
  for (const match of [`"${version - 1}"`, `"${version + 1}"`, 'W/"1"', 'x']) {
    const reply = await post(match);
    assert.deepEqual([reply.statusCode, reply.json().code], [412, 'version.stale'], match);
  }
  assert.equal((await post(`"${version}"`)).statusCode, 200);
  assert.equal((await post(`"${version}"`)).statusCode, 412);
});

test('two at once: one wins, the other is told the state and the steps; what was promoted was promoted once', async () => {
  const { batchId } = await t.bringIn();
  const at = (step: string) => `/api/batches/${batchId}/${step}`;
  const proposals = await Promise.all([HA, HOA].map((who) => t.post(at('propose'), { dealingId: randomUUID() }, who)));
  assert.deepEqual(statuses(proposals), [200, 409]);
  const dealingId = (await t.batch(batchId, HA)).proposalDealingId!;
  const promotions = await Promise.all([BINH, CHI].map((who) => t.post(at('promote'), { dealingId }, who)));
  assert.deepEqual(statuses(promotions), [200, 409]);
  const lost = promotions.find(({ statusCode }) => statusCode === 409)!.json();
  assert.deepEqual([lost.code, lost.state, lost.allowed], ['batch.step_refused', 'promoted', ['reverse']]);
  const [count] = await t.query(`select count(*)::int as n from cadastre.parcel where source_batch_id = $1`, [batchId]);
  assert.equal(count?.n, 4);

  const mixed = await t.bringIn();
  const path = (step: string) => `/api/batches/${mixed.batchId}/${step}`;
  const replies = await Promise.all([
    t.post(path('propose'), { dealingId: randomUUID() }, HA),
    t.post(path('reject'), { reason }, BINH),
    t.post(path('override'), { scale: 5000 }, HOA),
  ]);
  assert.ok(
    notEmpty(replies).every(({ statusCode }) => statusCode === 200 || statusCode === 409),
    replies.map(({ body }) => body).join(),
  );
  const same = key();
  const once = await t.bringIn();
  const doubled = await Promise.all(
    [1, 2, 3].map(() => t.post(`/api/batches/${once.batchId}/exclude`, { recordNos: [1], reason }, HA, same)),
  );
  assert.deepEqual(statuses(doubled), [200, 200, 200], 'a double click is one exclusion');
  assert.equal(new Set(doubled.map(({ body }) => body)).size, 1);
});

test('bad input ends as 400 and nothing is changed', async () => {
  const { batchId } = await t.bringIn();
  const edit = (field: string, value: unknown, why: unknown = reason) =>
    ['corrections', { recordNo: 1, edit: { field, value, reason: why } }] as const;
  const bad: (readonly [step: string, body: object])[] = [
    ['corrections', {}],
    ['corrections', { decision: 'perhaps', code: 'text.case_repaired' }],
    ['corrections', { decision: 'accept', code: "x'; drop table" }],
    ['corrections', { decision: 'accept', recordNo: 0, field: 'DIACHI', rule: 'officer' }],
    edit('parcelNo', ''),
    edit('parcelNo', '0'),
    edit('parcelNo', 'mười hai'),
    edit('sheetNo', '-3'),
    edit('purposes', []),
    edit('purposes', [{ code: 'ont', areaM2: 3 }]),
    edit('purposes', [{ code: 'ONT', areaM2: -3 }]),
    edit('legalAreaM2', -1),
    edit('legalAreaM2', 0),
    edit('legalAreaM2', 1e12),
    edit('address', ' trống '),
    edit('address', 'a\u0000b'),
    edit('holders', 'Ai đó'),
    edit('parcelNo', '12', ''),
    edit('parcelNo', '12', 'x'),
    ['exclude', { recordNos: [], reason }],
    ['exclude', { recordNos: [1] }],
    ['exclude', { recordNos: [1.5], reason }],
    ['exclude', { recordNos: [3_000_000_000], reason }],
    ['exclude', { code: 'no.such_code', reason }],
    ['include', {}],
    ['override', {}],
    ['override', { commune: '07210' }],
    ['propose', { dealingId: 'x' }],
    ['send-back', { reason: '  ' }],
    ['reject', {}],
    ['reverse', { dealingId: randomUUID() }],
  ];
  const all: Person = { role: ['officer', 'approver'], sub: 'ha' };
  const left = await t.everything();
  for (const [step, body] of bad) {
    const reply = await t.post(`/api/batches/${batchId}/${step}`, body, all);
    assert.equal(reply.statusCode, 400, `${step} ${JSON.stringify(body)}: ${reply.body}`);
  }
  const missing = await t.post(
    `/api/batches/${batchId}/corrections`,
    { recordNo: 99, edit: { field: 'parcelNo', value: '3', reason } },
    HA,
  );
  assert.deepEqual([missing.statusCode, missing.json().code], [404, 'record.not_found']);
  const nothing = await t.post(
    `/api/batches/${batchId}/corrections`,
    { decision: 'accept', code: 'text.case_repaired' },
    HA,
  );
  assert.deepEqual([nothing.statusCode, nothing.json().code], [404, 'correction.not_found']);
  const keyless = await t.post(`/api/batches/${batchId}/reject`, { reason }, HA, { 'idempotency-key': 'x' });
  assert.equal(keyless.json().code, 'idempotency.key_missing');
  assert.equal(await t.everything(), left);
});
