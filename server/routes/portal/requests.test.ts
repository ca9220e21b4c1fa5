/** Requests for papers as anybody sends and follows them: sealed at rest, answered alike to wrong codes, limited. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { InjectOptions } from 'fastify';
import type { FollowedRequest, RequestAsked, RequestReceipt } from '../../domain/contract/portal/portal-requests.ts';
import type { ProblemReply } from '../../domain/problem/problem.ts';
import { createIdentityCipher } from '../../registry/store/identity-cipher.ts';
import { type DealingStage, openDealingStage } from '../../testing/dealing-stage.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { openTokenApp } from '../../testing/sign-in/token-app.ts';
import { TEST_CONFIG } from '../../testing/test-app.ts';

let stage: DealingStage;
before(async () => {
  stage = await openDealingStage();
});
after(() => stage.close());

const [NAME, NUMBER, MAIL] = ['Kanaria Thị Hỏi', '001099012345', 'kanaria@vidu.example'];
const asked = (parcelId: string, change: Partial<RequestAsked> = {}): RequestAsked => ({
  kind: 'map_extract',
  parcelId,
  requester: { kind: 'person', name: NAME, identityNumber: NUMBER, address: 'Thôn Kanaria', email: MAIL },
  purpose: 'Kanaria xin phép xây dựng',
  delivery: { way: 'download' },
  ...change,
});
const send = (payload: object, key: string = randomUUID()) =>
  stage.app.inject({
    method: 'POST',
    url: '/api/portal/requests',
    headers: { 'idempotency-key': key },
    payload,
  });
async function sent(parcelId: string, change: Partial<RequestAsked> = {}): Promise<RequestReceipt> {
  const reply = await send(asked(parcelId, change));
  assert.equal(reply.statusCode, 201, reply.body);
  return reply.json<RequestReceipt>();
}
const follow = (reference: string, code?: string, rest = '') =>
  stage.app.inject({
    url: `/api/portal/requests/${encodeURIComponent(reference)}${rest}`,
    headers: code === undefined ? {} : { 'x-request-code': code },
  });

test('a request is taken with reference, code, due day and an unknown fee; its code shows it, nothing of persons', async () => {
  const { parcel } = await stage.plot();
  const receipt = await sent(parcel);
  assert.match(receipt.reference, /^YC-\d{4}-\d{6,}$/);
  assert.match(receipt.code, /^([2-9A-HJKMNP-TV-Z]{4}-){3}[2-9A-HJKMNP-TV-Z]{4}$/);
  assert.deepEqual(receipt.fee, { status: 'undecided', amountVnd: null, legalBasis: null }, 'no amount is made up');
  assert.ok(receipt.dueOn >= receipt.receivedAt.slice(0, 10));
  const reply = await follow(receipt.reference, receipt.code.toLowerCase().replaceAll('-', ' '));
  assert.equal(reply.statusCode, 200, reply.body);
  const followed = reply.json<FollowedRequest>();
  assert.deepEqual(
    [followed.status, followed.suspended, followed.paper, followed.refusal, followed.parcelId],
    ['received', false, null, null, parcel],
  );
  assert.ok(!/kanaria|0010990/i.test(reply.body));
  assert.equal((await follow(receipt.reference, receipt.code, '/paper')).statusCode, 404, 'no paper yet');
});

test('an amount is told where a dated rule names one', async () => {
  await stage.query(
    `insert into reference.request_fee (kind, valid_from, valid_to, amount_vnd, legal_basis)
     values ('map_extract', '2020-01-01', null, 30000, 'Nghị quyết thử 01/NQ'), ('map_extract', '2019-01-01', '2020-01-01', 1, 'cũ')`,
  );
  try {
    const { parcel } = await stage.plot();
    const { fee } = await sent(parcel);
    assert.deepEqual(fee, { status: 'undecided', amountVnd: 30_000, legalBasis: 'Nghị quyết thử 01/NQ' });
  } finally {
    await stage.query('delete from reference.request_fee');
  }
});

test('the same request under the same key is one, with the same code; another under it is refused', async () => {
  const { parcel, neighbour } = await stage.plot();
  const key = randomUUID();
  const replies = await Promise.all([send(asked(parcel), key), send(asked(parcel), key), send(asked(parcel), key)]);
  for (const reply of notEmpty(replies))
    assert.deepEqual([reply.statusCode, reply.json()], [201, replies[0]!.json()], 'sent thrice at once');
  const other = await send(asked(neighbour), key);
  assert.deepEqual([other.statusCode, other.json<ProblemReply>().code], [422, 'idempotency.key_reused']);
  const { reference } = replies[0]!.json<RequestReceipt>();
  const [counts] = await stage.query<{ requests: number; messages: number; audits: number }>(
    `select (select count(*)::int from dealing.request where reference = $1) as requests,
       (select count(*)::int from dealing.message join dealing.request using (request_id) where reference = $1) as messages,
       (select count(*)::int from audit.entry e join dealing.request r on r.request_id::text = e.subject_id
        where r.reference = $1 and e.action = 'request.received') as audits`,
    [reference],
  );
  assert.deepEqual(counts, { requests: 1, messages: 1, audits: 1 });
  const again = (await send(asked(parcel), randomUUID())).json<RequestReceipt>();
  assert.notEqual(again.code, replies[0]!.json<RequestReceipt>().code, 'another key, another code');
});

test('wrong codes, references that there are not and no code at all are answered alike, byte for byte', async () => {
  const { parcel } = await stage.plot();
  const { reference, code } = await sent(parcel);
  const other = await sent(parcel);
  const wrong = await Promise.all([
    follow(reference, 'ABCD-EFGH-JKMN-PQRS'),
    follow(reference, other.code),
    follow(reference),
    follow(reference, ''),
    follow(reference, "';--"),
    follow('YC-2026-999999', code),
    follow('nothing', code),
    follow(reference, 'ABCD-EFGH-JKMN-PQRS', '/paper'),
  ]);
  for (const reply of notEmpty(wrong)) {
    assert.deepEqual([reply.statusCode, reply.body], [404, wrong[0]!.body]);
    assert.equal(reply.json<ProblemReply>().code, 'paper_request.not_found');
  }
});

test('who asks is nowhere in the database in clear, and its number has the hash by which parties are known', async () => {
  const { parcel } = await stage.plot();
  const { reference, code } = await sent(parcel);
  const tables = await stage.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('dealing', 'audit', 'party', 'portal', 'document', 'pgboss', 'staging') and table_type = 'BASE TABLE'`,
  );
  assert.ok(tables.length > 20);
  for (const { name } of tables) {
    const found = await stage.query(`select from ${name} t where t::text ~* $1`, [
      `kanaria|${NUMBER}|${code}|${code.replaceAll('-', '')}`,
    ]);
    assert.equal(found.length, 0, name);
  }
  const [row] = await stage.query<{ hash: Buffer }>(
    'select identity_hash as hash from dealing.request where reference = $1',
    [reference],
  );
  assert.ok(row!.hash.equals(createIdentityCipher(TEST_CONFIG.personalDataKey).hash(NUMBER)));
});

test('what does not fit is said by field and nothing is taken', async () => {
  const { parcel } = await stage.plot();
  const count = async () => (await stage.query<{ n: number }>('select count(*)::int as n from dealing.request'))[0]!.n;
  const before = await count();
  const person = asked(parcel).requester;
  for (const [change, status, field] of [
    [{ requester: { ...person, identityNumber: '123456789012' } }, 422, 'requester.identityNumber'],
    [{ requester: { ...person, kind: 'organisation' } }, 422, 'requester.identityNumber'],
    [{ delivery: { way: 'post' } }, 422, 'delivery.address'],
    [{ delivery: { way: 'download', copies: 2 } }, 422, 'delivery'],
    [{ requester: { ...person, identityNumber: '12' } }, 400, 'requester.identityNumber'],
    [{ requester: { ...person, name: '‮' } }, 400, 'requester.name'],
    [{ purpose: '' }, 400, 'purpose'],
    [{ kind: 'parcel_history' }, 400, 'kind'],
    [{ blocks: ['map'] }, 422, 'blocks'],
    [{ certificateSerial: 'CN 00012345' }, 422, 'certificateSerial'],
    [{ kind: 'land_information', blocks: ['everything'] }, 400, 'blocks.0'],
  ] as const) {
    const reply = await send({ ...asked(parcel), ...change });
    assert.equal(reply.statusCode, status, JSON.stringify(change));
    assert.deepEqual(
      reply.json<ProblemReply>().errors?.map((error) => error.field),
      [field],
    );
  }
  assert.equal((await send(asked(randomUUID()))).statusCode, 404);
  const ended = await stage.plot();
  await stage.registerDraft(
    stage.split(await stage.parcel(ended.parcel), [
      [-5, 20],
      [35, 20],
    ]),
  );
  assert.equal((await send(asked(ended.parcel))).json<ProblemReply>().code, 'parcel.not_found');
  const { statusCode, body } = await stage.app.inject({
    method: 'POST',
    url: '/api/portal/requests',
    payload: asked(parcel),
  });
  assert.deepEqual([statusCode, JSON.parse(body).code], [400, 'idempotency.key_missing']);
  assert.equal(await count(), before);
});

test('one person has at most twenty open requests, an organisation as many as its dated row says', async () => {
  const { parcel } = await stage.plot();
  const requester = { ...asked(parcel).requester, identityNumber: '001099000777' };
  for (let i = 0; i < 20; i += 1) await sent(parcel, { requester });
  const more = await send(asked(parcel, { requester }));
  assert.deepEqual([more.statusCode, more.json<ProblemReply>().code], [429, 'paper_request.too_many']);
  const firm = { ...asked(parcel).requester, kind: 'organisation', identityNumber: '2400123456' } as const;
  for (let i = 0; i < 21; i += 1) await sent(parcel, { requester: firm });
  await stage.query(
    `insert into reference.request_quota (requester, valid_from, most_open, source) values ('organisation', '2026-01-01', 21, 'test')`,
  );
  const full = await send(asked(parcel, { requester: firm }));
  assert.deepEqual([full.statusCode, full.json<ProblemReply>().code], [429, 'paper_request.too_many']);
  await sent(parcel);
});

test('the public side can neither list nor read requests, only send one and follow one by its code', async () => {
  for (const table of ['request', 'request_content', 'request_step', 'message'])
    await assert.rejects(stage.pools.portal.query(`select from dealing.${table}`), /permission denied/, table);
});

test('a thousand guesses of codes, files, serials, ids and pairs are answered alike each, and end in 429; sending is limited too', async () => {
  const t = await openTokenApp({ rateLimits: { tiles: 40, others: 40 } });
  try {
    const form = {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      accept: 'text/html',
    };
    const code = { 'x-request-code': 'ABCD-EFGH-JKMN-PQRS' };
    const six = (n: number) => String(n).padStart(6, '0');
    const officer = t.as('officer', ['99002']);
    const bank = t.as('business', []);
    const doors: Readonly<Record<string, readonly [status: number, ask: (n: number) => InjectOptions]>> = {
      follow: [404, (n) => ({ url: `/api/portal/requests/YC-2026-${six(n)}`, headers: code })],
      paper: [404, (n) => ({ url: `/api/portal/requests/YC-2026-${six(n)}/paper`, headers: code })],
      page: [
        422,
        (n) => ({
          method: 'POST',
          url: '/requests/follow',
          headers: form,
          payload: `reference=YC-2026-${six(n % 2)}&code=ABCDEFGHJKMN${six(n).slice(-4).replaceAll(/[01]/g, '7')}`,
        }),
      ],
      form: [303, () => ({ url: '/requests/sent/form', headers: { cookie: 'request-form=AAAA' } })],
      code: [200, (n) => ({ url: `/api/verify/ABCDEFGHJKMN${six(n).slice(-4).replaceAll(/[01]/g, '7')}` })],
      file: [200, (n) => ({ url: `/api/verify/files/${String(n).padStart(64, '0')}` })],
      serial: [404, (n) => ({ url: `/api/papers/TL-2026-${six(n)}`, headers: officer })],
      pdf: [404, (n) => ({ url: `/api/papers/TL-2026-${six(n)}.pdf`, headers: officer })],
      request: [404, () => ({ url: `/api/requests/${randomUUID()}`, headers: officer })],
      // Who is on no list is told so, whatever pair it is.
      pair: [
        403,
        (n) => ({
          method: 'POST',
          url: '/api/answers',
          headers: { ...bank, 'idempotency-key': randomUUID() },
          payload: { serial: `CN ${six(n)}`, parcelId: randomUUID(), matterNo: 'HS' },
        }),
      ],
      send: [
        400,
        () => ({
          method: 'POST',
          url: '/api/portal/requests',
          headers: { 'idempotency-key': randomUUID() },
          payload: {},
        }),
      ],
    };
    for (const [at, [name, [status, ask]]] of notEmpty(Object.entries(doors)).entries()) {
      const told = new Map<number, Set<string>>();
      for (let n = 0; n < (name === 'follow' ? 1_000 : 60); n += 1) {
        const reply = await t.app.inject({ ...ask(n), remoteAddress: `198.51.100.${at + 1}` });
        // What a page shows again of the question, and its nonce, are of the asker.
        const body = name === 'page' ? '' : reply.body;
        told.set(
          reply.statusCode,
          (told.get(reply.statusCode) ?? new Set()).add(body.replace(/ \d+ (giây|seconds?)/g, '')),
        );
      }
      assert.deepEqual([...told.keys()], [status, 429], name);
      assert.equal(told.get(status)!.size, 1, `${name}: ${[...told.get(status)!].slice(0, 2).join('\n')}`);
    }
  } finally {
    await t.close();
  }
});
