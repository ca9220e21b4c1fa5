/** Each step of a review: what it does, what it refuses, twice, and by two at once. Who may is in review-matrix.test.ts. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { BINH, HA, openReviewApp, type Person, type ReviewApp } from '../../testing/review-app.ts';
import { ORIGIN, squareAt } from '../../testing/sheet-zip.ts';

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

const queued = async () =>
  (await t.query(`select data ->> 'batchId' as id from pgboss.job where name = 'import' order by created_on`)).map(
    ({ id }) => id,
  );
const candidateOf = async (batchId: string, no: number) =>
  (await t.get(`/api/batches/${batchId}/records/${no}`, HA)).json().candidate;
const rawOf = (batchId: string) =>
  t.query('select record_no, raw from staging.record where batch_id = $1 order by 1', [batchId]);

test('corrections: raw stays, before and after are kept, each decision can be undone', async () => {
  const { batchId } = await t.bringIn({
    rows: [{ address: 'Thôn Thanh Ấm' }, { holder: 'Phạm Thị Ấm' }, { address: 'Thôn Thanh Ấm' }],
  });
  const path = `/api/batches/${batchId}/corrections`;
  const raw = await rawOf(batchId);
  const one = { recordNo: 1, field: 'DIACHI', rule: 'text.case_repaired' };
  assert.equal((await candidateOf(batchId, 1)).address, 'Thôn Thanh Ấm');
  assert.equal((await t.post(path, { ...one, decision: 'reject' }, HA)).statusCode, 200);
  assert.equal((await candidateOf(batchId, 1)).address, 'Thôn Thanh ấm');
  assert.equal((await t.post(path, { ...one, decision: 'undo' }, HOA)).statusCode, 200);
  assert.equal((await candidateOf(batchId, 1)).address, 'Thôn Thanh Ấm');

  const all = await t.post(path, { code: 'text.case_repaired', decision: 'reject' }, HA);
  assert.equal(all.json().changed, 3);
  assert.equal((await candidateOf(batchId, 2)).holders[0].name, 'Phạm Thị ấm');
  const undone = await t.post(path, { code: 'text.case_repaired', decision: 'undo' }, HA);
  assert.equal(undone.json().changed, 3);
  assert.equal((await candidateOf(batchId, 2)).holders[0].name, 'Phạm Thị Ấm');
  const again = await t.post(path, { code: 'text.case_repaired', decision: 'undo' }, HA);
  assert.deepEqual([again.statusCode, again.json().changed], [200, 0], 'nothing left to undo');

  const { items } = (await t.get(`${path}?recordNo=1`, HA)).json();
  const [{ status, before, after, history }] = items;
  assert.deepEqual([status, before, after], ['applied', 'Thôn Thanh ấm', 'Thôn Thanh Ấm']);
  assert.deepEqual(
    history.map((step: { decision: string; by: { id: string } }) => [step.decision, step.by.id]),
    [
      ['reject', 'ha'],
      ['undo', 'hoa'],
      ['reject', 'ha'],
      ['undo', 'ha'],
    ],
  );
  assert.deepEqual(await rawOf(batchId), raw, 'what the file says never changes');
});

test('edits by hand answer findings, say what they themselves are, and give both back when undone', async () => {
  const { batchId } = await t.bringIn({
    rows: [
      { parcelNo: 'A?', area: '********', landUse: 'QQQ', address: 'Thôn Thanh Ấm' },
      { area: '900.0' },
      { sheetNo: '', parcelNo: '9' },
    ],
  });
  const path = `/api/batches/${batchId}/corrections`;
  const edit = async (recordNo: number, field: string, value: unknown) => {
    const reply = await t.post(path, { recordNo, edit: { field, value, reason } }, HA);
    assert.equal(reply.statusCode, 200, reply.body);
  };
  const undo = async (recordNo: number, field: string) => {
    const reply = await t.post(path, { recordNo, field, rule: 'officer', decision: 'undo' }, HA);
    assert.deepEqual([reply.statusCode, reply.json().changed], [200, 1], reply.body);
  };
  const state = async (no: number) => {
    const record = (await t.get(`/api/batches/${batchId}/records/${no}`, HA)).json();
    type Found = { code: string; settledBy: string | null };
    const open = record.findings.filter((f: Found) => f.settledBy === null).map((f: Found) => f.code);
    return [record.status, open.sort()];
  };
  const first = [await state(1), await state(2), await state(3), await candidateOf(batchId, 1)];
  assert.deepEqual(first[0], [
    'refused',
    ['area.overflow', 'key.parcel_no_invalid', 'land_use.unknown', 'text.case_repaired'],
  ]);

  await edit(1, 'parcelNo', '12a');
  assert.deepEqual(await state(1), [
    'warned',
    ['area.overflow', 'key.parcel_no_not_integer', 'land_use.unknown', 'text.case_repaired'],
  ]);
  await edit(1, 'parcelNo', '12');
  await edit(1, 'legalAreaM2', 950);
  await edit(1, 'purposes', [
    { code: 'ONT', areaM2: 300 },
    { code: 'CLN', areaM2: 50 },
  ]);
  assert.deepEqual(await state(1), [
    'warned',
    ['area.outside_tolerance', 'area.purposes_differ', 'text.case_repaired'],
  ]);
  await edit(1, 'legalAreaM2', 400.5);
  await edit(1, 'purposes', [{ code: 'BHK', areaM2: null }]);
  assert.deepEqual(await state(1), ['valid', ['land_use.legacy_code', 'text.case_repaired']]);
  await edit(1, 'address', 'Xứ đồng Mới');
  await edit(2, 'legalAreaM2', 401);
  assert.deepEqual(await state(2), ['valid', []]);
  await edit(3, 'sheetNo', '44');
  assert.deepEqual(await state(3), ['valid', []]);
  // A repair below an edit by hand changes what the edit goes back to, and not what it says.
  await t.post(path, { code: 'text.case_repaired', decision: 'reject' }, HA);
  assert.equal((await candidateOf(batchId, 1)).address, 'Xứ đồng Mới');
  await undo(1, 'address');
  assert.equal((await candidateOf(batchId, 1)).address, 'Thôn Thanh ấm');
  await t.post(path, { code: 'text.case_repaired', decision: 'undo' }, HA);
  for (const field of ['parcelNo', 'legalAreaM2', 'purposes']) await undo(1, field);
  await undo(2, 'legalAreaM2');
  await undo(3, 'sheetNo');
  assert.deepEqual([await state(1), await state(2), await state(3), await candidateOf(batchId, 1)], first);
  // Taken up again, and refused again: the same steps as for what the import proposes.
  const edited = { recordNo: 1, field: 'parcelNo', rule: 'officer' };
  await t.post(path, { ...edited, decision: 'accept' }, HA);
  assert.equal((await candidateOf(batchId, 1)).parcelNo, '12');
  await t.post(path, { ...edited, decision: 'reject' }, HA);
  assert.deepEqual(await candidateOf(batchId, 1), first[3]);
});

test('an edit that takes a number away makes a pair of it, and one that gives it back ends it', async () => {
  const { batchId } = await t.bringIn();
  const path = `/api/batches/${batchId}/corrections`;
  const doubled = await t.post(path, { recordNo: 1, edit: { field: 'parcelNo', value: '2', reason } }, HA);
  assert.deepEqual([doubled.json().batch.counts.blocked, doubled.json().batch.allowed.includes('propose')], [2, false]);
  const undone = await t.post(path, { recordNo: 1, field: 'parcelNo', rule: 'officer', decision: 'undo' }, HA);
  assert.deepEqual([undone.json().batch.counts.blocked, undone.json().batch.allowed.includes('propose')], [0, true]);
});

test('records are left out and taken back in, with those that stay judged among themselves', async () => {
  const { batchId } = await t.bringIn({ rows: [{}, { parcelNo: '1' }, {}, { deleted: true }] });
  const post = (step: string, body: object) => t.post(`/api/batches/${batchId}/${step}`, body, HA);
  const out = await post('exclude', { recordNos: [2], reason });
  assert.deepEqual(out.json().batch.counts, { read: 4, valid: 2, warned: 0, blocked: 0, refused: 0, ignored: 2 });
  const record = (await t.get(`/api/batches/${batchId}/records/2`, HA)).json();
  assert.deepEqual([record.status, record.exclusionReason], ['ignored', `excluded: ${reason}`]);
  const back = await post('include', { recordNos: [2] });
  assert.equal(back.json().batch.counts.blocked, 2);
  const all = await post('exclude', { code: 'key.duplicate', reason });
  assert.deepEqual([all.json().changed, all.json().batch.counts.ignored], [2, 3]);
  const undone = await post('include', { code: 'key.duplicate' });
  assert.deepEqual([undone.json().changed, undone.json().batch.counts.blocked], [2, 2]);
  for (const [step, body] of [
    ['include', { recordNos: [4] }],
    ['include', { code: 'key.duplicate' }],
    ['exclude', { recordNos: [77], reason }],
    ['exclude', { code: 'topology.overlap', reason }],
  ] as const) {
    const reply = await post(step, body);
    assert.deepEqual([reply.statusCode, reply.json().code], [404, 'record.not_found'], JSON.stringify(body));
  }
  const who = await t.query(
    'select record_no, step, code, decided_by from staging.exclusion_step where batch_id = $1 order by step_id',
    [batchId],
  );
  assert.deepEqual(
    who.map((row) => Object.values(row).join(' ')),
    [
      '2 exclude  ha',
      '2 include  ha',
      '1 exclude key.duplicate ha',
      '2 exclude key.duplicate ha',
      '1 include key.duplicate ha',
      '2 include key.duplicate ha',
    ],
  );
});

test('overlapping records: one left out frees the other; what --exclude-errors left out comes back by its code', async () => {
  const origin: [number, number] = [ORIGIN[0] + 700, ORIGIN[1] + 700];
  const shifted = squareAt(origin, 0).map(([x, y]) => [x + 5, y] as const);
  const { batchId } = await t.bringIn({ origin, rows: [{}, { rings: [shifted] }] });
  assert.equal((await t.batch(batchId, HA)).counts.blocked, 2);
  const one = await t.post(`/api/batches/${batchId}/exclude`, { recordNos: [2], reason }, HA);
  assert.deepEqual(one.json().batch.counts, { read: 2, valid: 1, warned: 0, blocked: 0, refused: 0, ignored: 1 });

  const cli = await t.bringIn({ rows: [{}, { parcelNo: '1' }, {}] }, { excludeErrors: true });
  assert.equal(cli.counts.ignored, 2);
  const back = await t.post(`/api/batches/${cli.batchId}/include`, { code: 'key.duplicate' }, HA);
  assert.deepEqual([back.json().changed, back.json().batch.counts.blocked], [2, 2]);
});

test('other options: a new attempt of the same bytes, queued in the same transaction, and the old one superseded', async () => {
  const { batchId, sourceSha256 } = await t.bringIn();
  const path = `/api/batches/${batchId}/override`;
  for (const [body, field] of [
    [{ srid: 4321 }, 'srid'],
    [{ profile: 'nobody' }, 'profile'],
    [{ encoding: 'auto' }, ''],
  ] as const) {
    const reply = await t.post(path, body, HA);
    assert.deepEqual([reply.statusCode, reply.json().errors[0].field], [400, field], JSON.stringify(body));
  }
  const reply = await t.post(path, { encoding: 'vni', scale: 500 }, HA);
  assert.equal(reply.statusCode, 200, reply.body);
  const { batch, next } = reply.json();
  assert.deepEqual([batch.status, batch.reason, batch.supersededBy], ['rejected', 'superseded', next.id]);
  assert.deepEqual([next.status, next.supersedes, next.sourceSha256], ['received', batchId, sourceSha256]);
  assert.deepEqual([next.options.encoding, next.options.scale, next.options.srid], ['vni', 500, null]);
  assert.deepEqual(await queued(), [next.id]);
  assert.equal(next.owner.id, 'ha');

  // Two whose other options come to the same: one batch is read, both are superseded by it.
  const twin = await t.bringIn({}, { options: { scale: 2000 } });
  const same = await t.post(`/api/batches/${twin.batchId}/override`, { scale: 700 }, HA);
  const again = await t.post(`/api/batches/${twin.batchId}/override`, { scale: 700 }, HA);
  assert.deepEqual([same.statusCode, again.statusCode], [200, 409]);
  assert.equal((await queued()).length, 2);
});

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
  assert.deepEqual([blocked.statusCode, blocked.json().code], [409, 'batch.blocked']);
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
    replies.every(({ statusCode }) => statusCode === 200 || statusCode === 409),
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
