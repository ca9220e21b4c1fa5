/** Requests for papers at the desk: seen by who answers them, taken from step to step, answered with the paper that fits. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import type { RequestCounts, RequestStatistics } from '../../domain/contract/paper/request-statistics.ts';
import type { RequestDetail, RequestReply, RequestSummary } from '../../domain/contract/paper/requests.ts';
import type { FollowedRequest } from '../../domain/contract/portal/portal-requests.ts';
import { dayOf } from '../../domain/legal-day.ts';
import type { ProblemReply } from '../../domain/problem/problem.ts';
import { createIdentityCipher } from '../../registry/store/identity-cipher.ts';
import { type Caller, type DealingStage, openDealingStage } from '../../testing/dealing-stage.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { box, plantLayer } from '../../testing/plant/plant-layer.ts';
import { requestOf, sendRequest } from '../../testing/send-request.ts';
import { TEST_CONFIG } from '../../testing/test-app.ts';

const run = promisify(execFile);
let stage: DealingStage;
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

async function take(id: string, step: string, body: object = {}, who: Caller = stage.officer): Promise<RequestDetail> {
  const { status, body: reply } = await stage.post<RequestReply>(`/api/requests/${id}/${step}`, body, who);
  assert.equal(status, 200, `${step}: ${JSON.stringify(reply)}`);
  return reply.request;
}
const look = async (id: string, who: Caller = stage.officer): Promise<RequestDetail> => {
  const { status, body } = await stage.get<RequestReply>(`/api/requests/${id}`, who);
  assert.equal(status, 200, JSON.stringify(body));
  return body.request;
};
const list = async (query: string, who: Caller = stage.officer) =>
  (await stage.get<{ items: RequestSummary[]; nextCursor: string | null }>(`/api/requests?${query}`, who)).body;
const follow = async (reference: string, code: string, rest = '') =>
  stage.app.inject({ url: `/api/portal/requests/${reference}${rest}`, headers: { 'x-request-code': code } });
const textOf = async (pdf: Buffer): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'diaba-request-'));
  try {
    await writeFile(join(folder, 'paper.pdf'), pdf);
    return (await run('pdftotext', ['-layout', join(folder, 'paper.pdf'), '-'])).stdout.normalize('NFC');
  } finally {
    await rm(folder, { recursive: true });
  }
};
const WAIVED = { status: 'waived', note: 'Hộ nghèo' };

test('from the queue to the paper: accepted, fee due and paid, fulfilled, fetched by the code', async () => {
  const { parcel } = await stage.plot();
  const { id, reference, code } = await sendRequest(stage, parcel);
  const queued = (await list('queue=open&limit=100')).items.find(({ requestId }) => requestId === id);
  assert.deepEqual([queued?.reference, queued?.status, queued?.parcel.parcelId], [reference, 'received', parcel]);
  assert.ok(queued!.daysLeft === 0 || queued!.daysLeft === 1);
  assert.ok(!JSON.stringify(queued).includes('Kanaria'), 'a list names nobody');

  const seen = await look(id);
  assert.deepEqual(
    [seen.requester.name, seen.requester.identityNumber, seen.purpose, seen.numberOfHolder, seen.holders],
    ['Kanaria Thị Hỏi', '001099012345', 'Kanaria xin phép xây dựng', false, 1],
  );
  assert.deepEqual(seen.steps, ['accept', 'fee', 'suspend', 'refuse', 'code']);
  const accepted = await take(id, 'accept', { grounds: 'holder', note: 'Đã xem căn cước' });
  assert.deepEqual([accepted.status, accepted.grounds, accepted.handledBy?.id], ['accepted', 'holder', 'ha']);
  const early = await stage.post<ProblemReply>(`/api/requests/${id}/fulfil`, {}, stage.officer);
  assert.deepEqual([early.status, early.body.code], [409, 'paper_request.step_refused'], 'the fee is not settled');
  const due = await take(id, 'fee', { status: 'due', amountVnd: 30_000, legalBasis: 'Bảng giá thử' });
  assert.deepEqual(
    [due.fee, due.suspended, due.stops.map(({ cause }) => cause)],
    [{ status: 'due', amountVnd: 30_000, legalBasis: 'Bảng giá thử' }, true, ['fee']],
  );
  const told = (await follow(reference, code)).json<FollowedRequest>();
  assert.deepEqual([told.fee.status, told.fee.amountVnd, told.suspended], ['due', 30_000, true]);
  const paid = await take(id, 'fee', { status: 'paid' });
  assert.deepEqual([paid.fee.status, paid.fee.amountVnd, paid.suspended], ['paid', 30_000, false]);
  const done = await take(id, 'fulfil');
  assert.equal(done.status, 'fulfilled');
  assert.deepEqual(done.steps, ['code']);
  assert.deepEqual(
    done.history.map(({ step, by, note }) => [step, by.id, note]),
    [
      ['accept', 'ha', 'Đã xem căn cước'],
      ['fee', 'ha', null],
      ['fee', 'ha', null],
      ['fulfil', 'ha', null],
    ],
  );
  assert.deepEqual(
    done.messages.map(({ kind, channel, state }) => [kind, channel, state]),
    [
      ['received', 'mail', 'waiting'],
      ['fee_due', 'mail', 'waiting'],
      ['fulfilled', 'mail', 'waiting'],
    ],
  );

  const followed = (await follow(reference, code)).json<FollowedRequest>();
  assert.deepEqual([followed.status, followed.paper?.serial], ['fulfilled', done.paperSerial]);
  const file = await follow(reference, code, '/paper');
  assert.deepEqual([file.statusCode, file.headers['content-type']], [200, 'application/pdf']);
  assert.equal(createHash('sha256').update(file.rawPayload).digest('hex'), followed.paper?.sha256);
  assert.ok((await textOf(file.rawPayload)).includes(stage.holder), 'the holder gets a paper with the holder');
  const audit = await stage.query<{ action: string; body: object }>(
    'select action, body from audit.entry where subject_id = $1 order by seq',
    [id],
  );
  assert.deepEqual(
    audit.map(({ action }) => action),
    ['request.received', 'request.accept', 'request.fee', 'request.fee', 'request.fulfil', 'request.paper_fetched'],
  );
  assert.ok(!/Kanaria|001099|Hộ/.test(JSON.stringify(audit)));
});

test('who may see what is public gets a paper without holders, whatever legacy columns hold', async () => {
  const { parcel } = await stage.plot();
  await stage.query('alter table cadastre.parcel_version disable trigger user');
  await stage.query(
    `update cadastre.parcel_version set address = 'Đất nhà bà Kanaria, Thôn Thử', land_use = 'ONT+KANA' where parcel_id = $1`,
    [parcel],
  );
  await stage.query('alter table cadastre.parcel_version enable trigger user');
  await stage.refresh();
  const { id, reference, code } = await sendRequest(stage, parcel);
  await take(id, 'accept', { grounds: 'public' });
  await take(id, 'fee', WAIVED);
  const looksBefore = await stage.query('select from audit.read_log where purpose = $1', ['map extract']);
  const { paperSerial } = await take(id, 'fulfil');
  const text = await textOf((await follow(reference, code, '/paper')).rawPayload);
  assert.match(text, /Người sử dụng đất: không thể hiện trên bản này/);
  assert.ok(!text.includes(stage.holder) && !/kana/i.test(text), text);
  const [paper] = await stage.query<{ parties: number; leftOut: boolean }>(
    'select cardinality(party_ids) as parties, holders_left_out as "leftOut" from document.paper where serial = $1',
    [paperSerial],
  );
  assert.deepEqual(paper, { parties: 0, leftOut: true });
  const looks = await stage.query('select from audit.read_log where purpose = $1', ['map extract']);
  assert.equal(looks.length, looksBefore.length, 'nobody looked at holders');
  const draft = stage.split(await stage.parcel(parcel), [
    [-5, 20],
    [35, 20],
  ]);
  await stage.registerDraft(draft);
  const followed = (await follow(reference, code)).json<FollowedRequest>();
  assert.equal(followed.paper?.status, 'superseded');
});

test('an information sheet says the blocks that were asked for; on public grounds nothing of holders, certificates and burdens', async () => {
  const { parcel } = await stage.plot();
  const [right] = (await stage.rights(parcel)).rights;
  await stage.deal('mortgage_registration', parcel, {
    rightIds: [right!.rightId],
    mortgagee: { kind: 'organisation', name: 'Ngân hàng Thử Nghiệm' },
    document: { no: 'TC-77', date: '2026-10-01' },
  });
  await stage.query('alter table cadastre.parcel_version disable trigger user');
  await stage.query(`update cadastre.parcel_version set land_use = 'ONT+KANA' where parcel_id = $1`, [parcel]);
  await stage.query('alter table cadastre.parcel_version enable trigger user');
  const answered = async (grounds: string, change: Parameters<typeof sendRequest>[2]) => {
    const { id, reference, code } = await sendRequest(stage, parcel, { kind: 'land_information', ...change });
    await take(id, 'accept', { grounds });
    await take(id, 'fee', WAIVED);
    const done = await take(id, 'fulfil');
    const text = await textOf((await follow(reference, code, '/paper')).rawPayload);
    return { done, text, followed: (await follow(reference, code)).json<FollowedRequest>() };
  };
  const [[west, south]] = (await stage.parcel(parcel)).geometryLegal.coordinates[0] as [[number, number]];
  const over = box(west - 100, south - 100, west + 100, south + 100);
  await plantLayer(stage.ownerClient, {
    code: 'corridor',
    title: 'Hành lang đường thử',
    features: [
      { category: 'Lộ giới', name: 'nhà bà Kanaria', publicName: null, wkt: over },
      { category: 'Xa', wkt: box(west + 5000, south, west + 5010, south + 10) },
    ],
  });
  await plantLayer(stage.ownerClient, {
    code: 'inner',
    title: 'Lớp nội bộ thử',
    channels: [],
    features: [{ category: 'N', wkt: over }],
  });
  const some = await answered('holder', { blocks: ['burdens', 'holders'] });
  assert.deepEqual(
    [some.done.blocks, some.followed.blocks],
    [
      ['burdens', 'holders'],
      ['burdens', 'holders'],
    ],
  );
  assert.match(some.text, /PHIẾU CUNG CẤP THÔNG TIN ĐẤT ĐAI/);
  assert.ok(some.text.includes(stage.holder) && some.text.includes('TC-77'), some.text);
  assert.doesNotMatch(some.text, /Quá trình biến động|Mã thửa đất/);
  const layers = await answered('holder', { blocks: ['layers'] });
  assert.match(layers.text, /Lớp nội bộ thử/);
  assert.match(layers.text, /Lộ giới · nhà bà Kanaria\s+1\.200 m² \(100% thửa/);
  const bare = await answered('public', {});
  assert.match(bare.text, /Hành lang đường thử\s+Lộ giới\s+1\.200 m²/);
  assert.doesNotMatch(bare.text, /nội bộ/);
  assert.match(bare.text, /Thế chấp, cho thuê, hạn chế, ngăn chặn\s+Không thể hiện trên bản này/);
  assert.match(bare.text, /Mã thửa đất/);
  assert.ok(!bare.text.includes(stage.holder) && !/TC-77|kana/i.test(bare.text), bare.text);
});

test('a copy of a certificate is of one of the parcel’s own, for who may see its holders; where none is held, of nothing', async () => {
  const { parcel } = await stage.plot();
  const without = await sendRequest(stage, parcel, { kind: 'certificate', certificateSerial: 'CN 00990001' });
  const refused = await stage.post<ProblemReply>(
    `/api/requests/${without.id}/accept`,
    { grounds: 'public' },
    stage.officer,
  );
  assert.deepEqual(
    [refused.status, refused.body.code, refused.body.errors?.[0]?.field],
    [422, 'paper_request.answers_unfit', 'grounds'],
  );
  const seen = await look(without.id);
  assert.deepEqual([seen.status, seen.certificateSerial, seen.certificates], ['received', 'CN 00990001', []]);
  await take(without.id, 'accept', { grounds: 'holder' });
  await take(without.id, 'fee', WAIVED);
  const nothing = await stage.post<ProblemReply>(`/api/requests/${without.id}/fulfil`, {}, stage.officer);
  assert.deepEqual([nothing.status, nothing.body.code], [409, 'paper_request.certificate_unclear']);
  const serial = 'CN 00990001';
  const keeper = { role: 'archivist', sub: 'kho' } as const;
  const received = { kind: 'received', firstSerial: serial, quantity: 1, document: { no: 'GN', date: '2026-11-01' } };
  await stage.post('/api/blanks/moves', received, keeper);
  await stage.post('/api/blanks/moves', { kind: 'given', firstSerial: serial, quantity: 1, givenTo: 'ha' }, keeper);
  const right = (await stage.rights(parcel)).rights[0]!.rightId;
  await stage.deal('certificate_issue', parcel, { rightIds: [right], blankSerial: serial });
  const other = await stage.post<ProblemReply>(
    `/api/requests/${without.id}/fulfil`,
    { certificateSerial: 'CN 00990002' },
    stage.officer,
  );
  assert.deepEqual([other.status, other.body.code], [409, 'paper_request.certificate_unclear'], 'not of this parcel');
  const done = await take(without.id, 'fulfil');
  assert.deepEqual([done.status, done.certificates, done.paperSerial?.slice(0, 3)], ['fulfilled', [serial], 'GC-']);
  const text = await textOf((await follow(without.reference, without.code, '/paper')).rawPayload);
  assert.ok(text.includes(serial) && text.includes('MẪU') && text.includes(stage.holder), text);
});

test('each role in each commune: read and answered by officers and approvers of the commune, by nobody else', async () => {
  const { parcel } = await stage.plot();
  const { id } = await sendRequest(stage, parcel);
  const body = { grounds: 'public' };
  for (const role of ['citizen', 'business', 'surveyor', 'archivist', 'auditor', 'admin'] as const) {
    const who = { role, sub: role };
    assert.equal((await stage.get('/api/requests', who)).status, 403, role);
    assert.equal((await stage.get(`/api/requests/${id}`, who)).status, 403, role);
    assert.equal((await stage.post(`/api/requests/${id}/accept`, body, who)).status, 403, role);
  }
  assert.equal((await stage.get(`/api/requests/${id}`, stage.stranger)).status, 404);
  assert.deepEqual((await list(`parcelId=${parcel}`, stage.stranger)).items, []);
  for (const step of ['accept', 'fee', 'suspend', 'resume', 'fulfil', 'refuse', 'code']) {
    const sent = {
      accept: body,
      fee: WAIVED,
      suspend: { cause: 'papers', reason: 'thiếu giấy' },
      refuse: { ground: 'other', reason: 'thử' },
      code: { identityChecked: true },
    }[step];
    const reply = await stage.post<ProblemReply>(`/api/requests/${id}/${step}`, sent ?? {}, stage.stranger);
    assert.deepEqual([reply.status, reply.body.code], [404, 'paper_request.not_found'], step);
  }
  assert.equal((await look(id, stage.approver)).status, 'received', 'nothing was done');
});

test('each look at who asks is in the read log, also that of a step', async () => {
  const { parcel } = await stage.plot();
  const { id } = await sendRequest(stage, parcel);
  const looks = async () =>
    (
      await stage.query<{ actor: string }>('select actor from audit.read_log where request_id = $1 order by seq', [id])
    ).map(({ actor }) => actor);
  await list(`parcelId=${parcel}`);
  assert.deepEqual(await looks(), []);
  await look(id, stage.approver);
  await take(id, 'accept', { grounds: 'public' });
  assert.deepEqual(await looks(), ['binh', 'ha']);
});

test('a number that is a holder’s is said to be: a sign for the officer, nothing for who typed it', async () => {
  const { parcel } = await stage.plot();
  const number = '001099055555';
  const { cipher, hash } = createIdentityCipher(TEST_CONFIG.personalDataKey).seal(number);
  await stage.query(
    `insert into party.identity_paper (party_id, ordinal, cipher, lookup_hash)
     select party_id, 1, $2, $3 from rights."right" where parcel_id = $1`,
    [parcel, cipher, hash],
  );
  const requester = { ...requestOf(parcel).requester, identityNumber: number };
  const { id, reference, code } = await sendRequest(stage, parcel, { requester });
  assert.equal((await look(id)).numberOfHolder, true);
  const followed = await follow(reference, code);
  assert.ok(!followed.body.includes(stage.holder) && !followed.body.includes('numberOfHolder'));
});

test('refused with a reason that only its code shows; stopped and going on; what is decided stays decided', async () => {
  const { parcel } = await stage.plot();
  const { id, reference, code, dueOn } = await sendRequest(stage, parcel);
  const stopped = await take(id, 'suspend', { cause: 'papers', reason: 'Thiếu văn bản đồng ý của bà Kanaria' });
  assert.deepEqual([stopped.suspended, stopped.steps], [true, ['accept', 'fee', 'resume', 'refuse', 'code']]);
  await stage.query(
    `update dealing.request_stop set stopped_at = stopped_at - interval '7 days' where request_id = $1`,
    [id],
  );
  const resumed = await take(id, 'resume');
  const moved = (Date.parse(resumed.dueOn) - Date.parse(dueOn)) / 86_400_000;
  assert.equal(moved, 7, 'five working days later');
  const refused = await take(id, 'refuse', { ground: 'privacy', reason: 'Bà Kanaria không đồng ý' });
  assert.deepEqual(
    [refused.status, refused.steps, refused.refusal?.reason],
    ['refused', ['code'], 'Bà Kanaria không đồng ý'],
  );
  const followed = (await follow(reference, code)).json<FollowedRequest>();
  assert.deepEqual(followed.refusal, { ground: 'privacy', reason: 'Bà Kanaria không đồng ý' });
  const again = await stage.post<ProblemReply>(`/api/requests/${id}/accept`, { grounds: 'public' }, stage.officer);
  assert.deepEqual([again.status, again.body.state, again.body.allowed], [409, 'refused', ['code']]);
  for (const sql of [
    `update dealing.request set status = 'received', decided_at = null, refusal = null, refusal_ground = null where request_id = $1`,
    `update dealing.request set kind = 'x' where request_id = $1`,
    'delete from dealing.request where request_id = $1',
    `update dealing.request_content set cipher = '\\x00' where request_id = $1`,
    'delete from dealing.request_step where request_id = $1',
  ])
    await assert.rejects(stage.query(sql, [id]), sql);
  const dump = await stage.query<{ all: string }>(
    `select (select string_agg(t::text, '') from dealing.request t) || (select string_agg(t::text, '') from dealing.request_step t) as all`,
  );
  assert.ok(!dump[0]!.all.includes('Kanaria'), 'what officers write is sealed too');
});

test('a lost code is replaced: the old one opens nothing, the new one is told once and to who asks again with the same key', async () => {
  const { parcel } = await stage.plot();
  const { id, reference, code } = await sendRequest(stage, parcel);
  const key = randomUUID();
  const ask = (body: object = { identityChecked: true }) =>
    stage.app.inject({
      method: 'POST',
      url: `/api/requests/${id}/code`,
      headers: { 'idempotency-key': key, ...stage.as('officer', ['99001'], 'ha') },
      payload: body,
    });
  assert.equal((await ask({})).statusCode, 400, 'nobody gets one without being seen');
  const [one, two] = await Promise.all([ask(), ask()]);
  assert.deepEqual([one.statusCode, two.json()], [200, one.json()]);
  const fresh = one.json<{ code: string }>().code;
  assert.notEqual(fresh, code);
  assert.equal((await follow(reference, code)).statusCode, 404);
  assert.equal((await follow(reference, fresh)).statusCode, 200);
  await stage.post(`/api/requests/${id}/code`, { identityChecked: true }, stage.approver);
  const late = await ask();
  assert.deepEqual([late.statusCode, late.json<ProblemReply>().code], [409, 'paper_request.code_replaced']);
  const { messages, history } = await look(id);
  assert.deepEqual(
    messages.map(({ kind }) => kind),
    ['received', 'code', 'code'],
  );
  assert.equal(history.length, 2);
});

test('twice with one key is once; a stale version is refused; of two officers at once one answers', async () => {
  const { parcel } = await stage.plot();
  const { id } = await sendRequest(stage, parcel);
  const step = (name: string, body: object, headers: Record<string, string>) =>
    stage.app.inject({
      method: 'POST',
      url: `/api/requests/${id}/${name}`,
      headers: { ...stage.as('officer', ['99001'], 'ha'), ...headers },
      payload: body,
    });
  const key = randomUUID();
  const stale = await step('accept', { grounds: 'public' }, { 'idempotency-key': key, 'if-match': '"7"' });
  assert.deepEqual([stale.statusCode, stale.json<ProblemReply>().code], [412, 'version.stale']);
  for (const reply of await Promise.all(
    [1, 2].map(() => step('accept', { grounds: 'public' }, { 'idempotency-key': key })),
  ))
    assert.equal(reply.json<RequestReply>().request.status, 'accepted');
  const other = await step('accept', { grounds: 'holder' }, { 'idempotency-key': key });
  assert.deepEqual([other.statusCode, other.json<ProblemReply>().code], [422, 'idempotency.key_reused']);
  await take(id, 'fee', WAIVED);
  const fulfilKey = randomUUID();
  const ends = await Promise.all([
    step('fulfil', {}, { 'idempotency-key': fulfilKey }),
    step('fulfil', {}, { 'idempotency-key': fulfilKey }),
    stage.post(`/api/requests/${id}/fulfil`, {}, stage.approver),
  ]);
  const papers = await stage.query(
    `select from audit.entry where action = 'paper.issued' and body ->> 'request' = $1`,
    [id],
  );
  assert.equal(papers.length, 1, 'one paper, whoever made it');
  const fulfilled = await stage.query(`select from audit.entry where action = 'request.fulfil' and subject_id = $1`, [
    id,
  ]);
  assert.equal(fulfilled.length, 1);
  assert.ok(ends.some((end) => ('statusCode' in end ? end.statusCode : end.status) === 200));
});

test('a paper that cannot be made leaves the request waiting, and nothing half done', async () => {
  const { parcel } = await stage.plot();
  const { id } = await sendRequest(stage, parcel);
  await take(id, 'accept', { grounds: 'holder' });
  await take(id, 'fee', WAIVED);
  await stage.registerDraft(
    stage.split(await stage.parcel(parcel), [
      [-5, 20],
      [35, 20],
    ]),
  );
  const reply = await stage.post<ProblemReply>(`/api/requests/${id}/fulfil`, {}, stage.officer);
  assert.deepEqual([reply.status, reply.body.code], [409, 'paper.parcel_historic']);
  const { status, steps, parcel: shown } = await look(id);
  assert.deepEqual([status, steps.includes('refuse'), shown.parcelId], ['accepted', true, parcel]);
});

test('what came, was answered and waits is counted by commune and kind, in the actor’s communes and in the days that are asked for', async () => {
  const count = async (query: string, who: Caller = stage.officer) => {
    const { status, body } = await stage.get<RequestStatistics>(`/api/requests/statistics${query}`, who);
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  const of = ({ items }: RequestStatistics) => items.find(({ kind }) => kind === 'land_information');
  const today = dayOf(new Date());
  const before = of(await count(''));
  const { parcel } = await stage.plot();
  const sent = [];
  for (let i = 0; i < 5; i += 1) sent.push(await sendRequest(stage, parcel, { kind: 'land_information' }));
  const [late, refused, waiting, stopped] = sent.map(({ id }) => id);
  await take(stopped!, 'suspend', { cause: 'papers', reason: 'Thiếu giấy' });
  await take(late!, 'accept', { grounds: 'public' });
  await take(late!, 'fee', WAIVED);
  await stage.query(`update dealing.request set due_on = '2026-01-05' where request_id = any ($1::uuid[])`, [
    [late, waiting, stopped],
  ]);
  await take(late!, 'fulfil');
  await take(refused!, 'refuse', { ground: 'purpose', reason: 'Không có mục đích' });
  const told = await count('?commune=99001');
  const after = of(told);
  const more = (name: keyof RequestCounts) => after![name] - (before?.[name] ?? 0);
  assert.deepEqual(
    (['opened', 'fulfilled', 'refused', 'late', 'open', 'overdue'] as const).map(more),
    [5, 1, 1, 1, 3, 1],
  );
  assert.deepEqual([told.from, told.to], [`${today.slice(0, 8)}01`, today]);
  assert.equal(
    told.total.opened,
    told.items.reduce((sum, { opened }) => sum + opened, 0),
  );
  const past = of(await count('?from=2020-01-01&to=2020-12-31'));
  assert.deepEqual([past?.opened, past?.fulfilled, past?.open], [0, 0, after?.open], 'what waits, waits now');
  assert.deepEqual((await count('', stage.stranger)).items, []);
  for (const bad of ['?from=2026-02-30', '?from=2026-03-01&to=2026-02-01', '?commune=1']) {
    const { status, body } = await stage.get<ProblemReply>(`/api/requests/statistics${bad}`, stage.officer);
    assert.deepEqual([status, body.code], [400, 'request.invalid'], bad);
  }
});

test('the queue goes on over its pages, by due day; a reference finds its request', async () => {
  const { parcel } = await stage.plot();
  const sent = [];
  for (let i = 0; i < 5; i += 1) sent.push(await sendRequest(stage, parcel));
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: RequestSummary[]; nextCursor: string | null } = await list(
      `queue=open&commune=99001&limit=2${cursor ? `&cursor=${cursor}` : ''}`,
    );
    seen.push(...page.items.map(({ requestId }) => requestId));
    cursor = page.nextCursor;
  } while (cursor !== null);
  assert.equal(new Set(seen).size, seen.length, 'none twice');
  for (const { id } of notEmpty(sent)) assert.ok(seen.includes(id));
  const [found] = (await list(`reference=${sent[2]!.reference.toLowerCase()}`)).items;
  assert.equal(found?.requestId, sent[2]!.id);
  assert.equal((await stage.get('/api/requests?cursor=x', stage.officer)).status, 400);
  const decided = await list('queue=decided&limit=1');
  if (decided.nextCursor) {
    const next = await list(`queue=decided&limit=1&cursor=${decided.nextCursor}`);
    assert.notEqual(next.items[0]?.requestId, decided.items[0]?.requestId);
  }
});
