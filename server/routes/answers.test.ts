/** Answers to banks and notaries through their door: what is said, to whom, what is the same, and what the holder sees. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { compactVerify, createLocalJWKSet, decodeProtectedHeader, importX509, type JSONWebKeySet } from 'jose';
import type { AnswerStatement, AnswersAboutMe, GivenAnswer } from '../domain/contract/answers.ts';
import type { OwnRecord } from '../domain/contract/parcel/own-record.ts';
import { createIdentityCipher } from '../registry/store/identity-cipher.ts';
import { notEmpty } from '../testing/not-empty.ts';
import { CANARIES } from '../testing/plant/register-fixture.ts';
import { signToken } from '../testing/sign-in/bad-tokens.ts';
import { openTokenApp, type TokenApp } from '../testing/sign-in/token-app.ts';
import { TEST_CONFIG } from '../testing/test-app.ts';

const [NAME, , SERIAL] = CANARIES;
/** Of the holder, as the provider vouches for it. */
const HOLDER = '024187654321';
const BANK = 'ngan-hang';
const ASKER = 'Ngân hàng Thử Nghiệm';

let t: TokenApp;
let held: string;
const lines: string[] = [];
before(async () => {
  t = await openTokenApp({ rateLimits: { tiles: 1e6, others: 1e6 } });
  held = t.register.twins[0];
  await t.ownerClient.query('update party.identity_paper set lookup_hash = $1', [
    createIdentityCipher(TEST_CONFIG.personalDataKey).hash(HOLDER),
  ]);
  await entitle(BANK, null);
});
after(() => t.close());

const entitle = (account: string, aDay: number | null) =>
  t.ownerClient.query(
    `insert into reference.answer_entitlement (account, valid_from, name, answers_a_day, source) values ($1, '2025-07-01', $2, $3, 'test')`,
    [account, ASKER, aDay],
  );

interface Reply {
  readonly status: number;
  readonly body: GivenAnswer & { readonly code?: string };
}

async function ask(
  given: Partial<{ serial: string; parcelId: string; matterNo: string; sub: string; key: string }> = {},
): Promise<Reply> {
  const { sub = BANK, key = randomUUID(), ...body } = given;
  const reply = await t.app.inject({
    method: 'POST',
    url: '/api/answers',
    headers: { ...t.as('business', [], sub), 'idempotency-key': key },
    payload: { serial: SERIAL, parcelId: held, matterNo: 'HS-01/2026', ...body },
  });
  lines.push(reply.body);
  return { status: reply.statusCode, body: reply.json() };
}

/** What a person whose number the provider vouches for sees of questions about her. */
const holderHeaders = (nationalId: string | null) => ({
  authorization: `Bearer ${signToken(t.maker, {
    sub: `citizen-${nationalId}`,
    sid: 's',
    realm_access: { roles: ['citizen'] },
    ...(nationalId === null ? {} : { national_id: nationalId }),
  })}`,
});

async function asHolder(nationalId: string | null): Promise<AnswersAboutMe> {
  const reply = await t.app.inject({ url: '/api/me/answers', headers: holderHeaders(nationalId) });
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json();
}

const factsOf = ({ body: { current, mortgage, caveat, pendingDealing } }: Reply) => [
  current,
  mortgage,
  caveat,
  pendingDealing,
];

async function keySet(): Promise<JSONWebKeySet> {
  const reply = await t.app.inject('/api/verify/keys');
  assert.equal(reply.statusCode, 200);
  return reply.json();
}

test('a bank gets a signed, dated answer, verified with the published key or the certificate in it, without asking again', async () => {
  const reply = await ask({ serial: 'ct998877' });
  assert.equal(reply.status, 201, JSON.stringify(reply.body));
  assert.deepEqual(factsOf(reply), [true, false, false, false]);
  const { statement, answerId, answeredAt } = reply.body;
  const keys = await keySet();
  const { payload, protectedHeader } = await compactVerify(statement, createLocalJWKSet(keys));
  assert.equal(protectedHeader.typ, 'land-answer+jws');
  const said: AnswerStatement = JSON.parse(new TextDecoder().decode(payload));
  assert.deepEqual(
    [said.jti, said.answeredAt, said.asker, said.matterNo, said.serial, said.parcelId, said.current, said.mortgage],
    [answerId, answeredAt, ASKER, 'HS-01/2026', SERIAL, held, true, false],
  );
  assert.equal(said.trialSignature, true);
  const { alg, x5c } = decodeProtectedHeader(statement);
  const pem = `-----BEGIN CERTIFICATE-----\n${x5c![0]}\n-----END CERTIFICATE-----`;
  await compactVerify(statement, await importX509(pem, alg!));
  const [head, body, signature] = statement.split('.') as [string, string, string];
  const other = Buffer.from(body, 'base64url').toString().replace('"mortgage":false', '"mortgage":true ');
  const forged = [head, Buffer.from(other).toString('base64url'), signature].join('.');
  await assert.rejects(compactVerify(forged, createLocalJWKSet(keys)));
});

test('mortgage, caveat and lodged dealing are each a yes, and a no again when they have ended', async () => {
  const { ownerClient: db } = t;
  const dealing = randomUUID();
  const mortgage = randomUUID();
  await db.query(
    `insert into dealing.dealing (dealing_id, kind, status, commune_code, commune_valid_from, proposed_by) values ($1, 'split', 'lodged', '99001', '2025-07-01', 'lan')`,
    [dealing],
  );
  await db.query(`insert into dealing.target values ($1, 1, $2, 1)`, [dealing, held]);
  assert.deepEqual(factsOf(await ask()), [true, false, false, true]);
  await db.query(
    `insert into rights.mortgage (mortgage_id, mortgagee_id, commune_code, document, raised_by, registered_at)
     select $1, party_id, '99001', '{}', $2, now() from party.party limit 1`,
    [mortgage, dealing],
  );
  await db.query(
    `insert into rights.mortgaged_right (mortgage_id, right_id, raised_by) select $1, right_id, $3 from rights."right" where parcel_id = $2`,
    [mortgage, held, dealing],
  );
  await db.query(
    `insert into rights.caveat (caveat_id, parcel_id, commune_code, stops_transfer, stops_mortgage, stops_split, document, raised_by, registered_at)
     values (gen_random_uuid(), $1, '99001', true, false, false, '{}', $2, now())`,
    [held, dealing],
  );
  assert.deepEqual(factsOf(await ask()), [true, true, true, true]);
  await db.query(`update rights.mortgage set ended_at = now(), ended_by = $1`, [dealing]);
  await db.query(
    `update dealing.dealing set status = 'withdrawn', refused_by = 'lan', decided_at = now() where dealing_id = $1`,
    [dealing],
  );
  assert.deepEqual(factsOf(await ask()), [true, false, true, false]);
});

test('whatever of a pair is wrong, the answer is the same one', async () => {
  const replies = [
    await ask({ serial: 'CT 000001' }),
    await ask({ serial: 'không phải số' }),
    await ask({ parcelId: t.register.twins[1] }),
    await ask({ parcelId: t.register.parent }),
    await ask({ parcelId: randomUUID() }),
    await ask({ serial: 'CT 000001', parcelId: randomUUID() }),
  ];
  assert.equal(replies[0]!.body.code, 'answer.no_match');
  for (const reply of notEmpty(replies)) assert.deepEqual(reply, replies[0]);
  assert.equal(replies[0]!.status, 404);
});

test('only who is listed: no token, another role, no agreement, an agreement that has ended', async () => {
  const url = '/api/answers';
  const payload = { serial: SERIAL, parcelId: held, matterNo: 'x1' };
  const key = { 'idempotency-key': randomUUID() };
  assert.equal((await t.app.inject({ method: 'POST', url, payload, headers: key })).statusCode, 401);
  const officer = await t.app.inject({ method: 'POST', url, payload, headers: { ...t.as('officer'), ...key } });
  assert.equal(officer.statusCode, 403);
  assert.equal((await ask({ sub: 'ai-do' })).body.code, 'answer.not_entitled');
  await entitle('het-han', null);
  await t.ownerClient.query(
    `update reference.answer_entitlement set valid_to = '2025-08-01' where account = 'het-han'`,
  );
  const ended = await ask({ sub: 'het-han' });
  assert.deepEqual([ended.status, ended.body.code], [403, 'answer.not_entitled']);
  const bad = [{ matterNo: '' }, { matterNo: ' x' }, { serial: '' }, { parcelId: '12' }, { matterNo: 'x'.repeat(81) }];
  for (const one of bad) assert.equal((await ask(one)).body.code, 'request.invalid', JSON.stringify(one));
});

test('the same key is the same answer, by two at once too; with another question it is refused', async () => {
  const key = randomUUID();
  const [one, two] = await Promise.all([ask({ key }), ask({ key })]);
  assert.equal(one.status, 201);
  assert.deepEqual(one.body, two.body);
  assert.equal((await ask({ key, matterNo: 'HS-02/2026' })).body.code, 'idempotency.key_reused');
  const missed = { key: randomUUID(), serial: 'CT 000002' };
  assert.deepEqual(await ask(missed), await ask(missed));
  assert.equal((await ask({ ...missed, serial: SERIAL })).body.code, 'idempotency.key_reused');
});

test('so many a day, those that fit nothing among them, and by two at once never more', async () => {
  await entitle('it-lan', 3);
  assert.equal((await ask({ sub: 'it-lan', serial: 'CT 000003' })).status, 404);
  const replies = await Promise.all([1, 2, 3].map(() => ask({ sub: 'it-lan' })));
  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [201, 201, 429]);
  assert.ok(replies.some(({ body }) => body.code === 'answer.quota_exceeded'));
});

test('the page of a bank asks, shows what was answered with its signature, and says beside each field what is wrong', async () => {
  await entitle('trang', 4);
  const as = (sub: string) => ({ ...t.as('business', [], sub), 'accept-language': 'en' });
  const look = async (sub = 'trang') => (await t.app.inject({ url: '/business/answers', headers: as(sub) })).body;
  const send = (fields: Record<string, string>, sub = 'trang') =>
    t.app.inject({
      method: 'POST',
      url: '/business/answers',
      headers: { ...as(sub), 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
  assert.match(await look(), /You ask as Ngân hàng Thử Nghiệm\.[\s\S]*0 of 4 questions[\s\S]*No answers yet/);
  const { rows } = await t.ownerClient.query('select parcel_code from cadastre.current_parcel where parcel_id = $1', [
    held,
  ]);
  const asked = { serial: 'ct998877', parcel: rows[0].parcel_code, matter: 'HS-Trang', key: randomUUID() };
  const [one, two] = [await send(asked), await send(asked)];
  assert.equal(one.statusCode, 303, one.body);
  assert.equal(one.headers.location, two.headers.location, 'sent twice it is one question');
  const page = await look();
  assert.match(page, /1 of 4 questions/);
  assert.match(page, /Matter HS-Trang[\s\S]*holds for this parcel<\/dt><dd>Yes[\s\S]*Mortgaged<\/dt><dd>No/);
  const statement = />([\w-]+\.[\w-]+\.[\w-]+)<\/textarea>/.exec(page)![1]!;
  const { payload } = await compactVerify(statement, createLocalJWKSet(await keySet()));
  assert.equal(JSON.parse(new TextDecoder().decode(payload)).parcelId, held);
  assert.ok(one.headers.location!.endsWith(`#a-${JSON.parse(new TextDecoder().decode(payload)).jti}`));
  const byAddress = { ...asked, parcel: `https://diaba.example/parcels/${held}`, key: randomUUID() };
  assert.equal((await send(byAddress)).statusCode, 303);
  assert.doesNotMatch(
    await look('ai-do'),
    /HS-Trang|<form class="step"/,
    'nobody else sees it, and who is not listed has no form',
  );
  const wrong: [Record<string, string>, RegExp][] = [
    [{}, /Enter the serial[\s\S]*Enter the code of the parcel[\s\S]*Enter the number of your matter/],
    [{ ...asked, matter: 'x'.repeat(81) }, /id="matter-fault">Longer than 80/],
    [{ ...asked, matter: '…' }, /id="matter-fault">Enter plain/],
    [{ ...asked, parcel: 'khong co' }, /id="parcel-fault">/],
    [{ ...asked, serial: 'CT 000009', key: randomUUID() }, /id="serial-fault">No such certificate/],
  ];
  for (const [fields, says] of wrong) {
    const reply = await send(fields);
    assert.equal(reply.statusCode, 422);
    assert.match(reply.body, says);
  }
  assert.equal((await send({ ...asked, key: randomUUID() })).statusCode, 303);
  assert.match(await look(), /asked its 4 questions of today/);
  assert.match((await send({ ...asked, key: randomUUID() })).body, /<li>No questions left today/);
  assert.match((await send(asked, 'ai-do')).body, /may not ask/);
});

test('the holder sees who asked, by which matter and what was told; nobody else does', async () => {
  const { body } = await ask({ matterNo: `HS 7 của ${HOLDER}` });
  const seen = await asHolder(HOLDER);
  assert.equal(seen.vouched, true);
  const latest = seen.items[0]!;
  assert.deepEqual(
    [latest.answerId, latest.asker, latest.parcel.id, latest.parcel.no, latest.current],
    [body.answerId, ASKER, held, '345', true],
  );
  assert.match(latest.matterNo, /^HS 7 của •+\d{3}$/);
  assert.deepEqual((await asHolder('024187654399')).items, []);
  assert.deepEqual(await asHolder(null), { vouched: false, items: [] });
  const page = async (nationalId: string | null) =>
    (await t.app.inject({ url: '/account?lang=vi', headers: holderHeaders(nationalId) })).body;
  const own = await page(HOLDER);
  assert.match(own, /Ai đã hỏi về giấy chứng nhận của bạn[\s\S]*Ngân hàng Thử Nghiệm/);
  assert.ok(!own.includes(HOLDER));
  assert.match(await page('024187654399'), /Chưa có tổ chức nào hỏi/);
  assert.doesNotMatch(await page(null), /Ai đã hỏi về/);
  const { rows } = await t.ownerClient.query(
    'select actor, purpose, cardinality(party_ids) as parties from audit.read_log where answer_id = $1',
    [body.answerId],
  );
  assert.deepEqual(rows, [{ actor: BANK, purpose: 'signed answer', parties: 1 }]);
});

test('who holds a vouched number sees own land, requests, papers and who looked; nobody else does, and a typed number shows nothing', async () => {
  const { twins, parent } = t.register;
  const sentBy = async (identityNumber: string) => {
    const reply = await t.app.inject({
      method: 'POST',
      url: '/api/portal/requests',
      headers: { 'idempotency-key': randomUUID() },
      payload: {
        kind: 'land_information',
        parcelId: twins[0],
        requester: { kind: 'person', name: NAME, identityNumber, address: 'Thôn Thử' },
        purpose: 'Vay vốn',
        delivery: { way: 'counter' },
      },
    });
    assert.equal(reply.statusCode, 201, reply.body);
    return reply.json<{ reference: string }>().reference;
  };
  const [own] = [await sentBy(HOLDER), await sentBy('001099077777')];
  const recordOf = async (nationalId: string | null) => {
    const headers = holderHeaders(nationalId);
    const reply = await t.app.inject({ url: '/api/me/record', headers });
    assert.equal(reply.statusCode, 200, reply.body);
    return reply.json<OwnRecord>();
  };
  const officer = t.as('officer', ['99001'], 'ha');
  const before = (await recordOf(HOLDER)).looks.length;
  const made = await t.app.inject({
    method: 'POST',
    url: '/api/papers',
    headers: { ...officer, 'idempotency-key': randomUUID() },
    payload: { kind: 'map_extract', parcelIds: [held] },
  });
  assert.equal(made.statusCode, 201, made.body);
  assert.equal((await t.app.inject({ url: `/api/parcels/${held}/rights`, headers: officer })).statusCode, 200);
  const { rows } = await t.ownerClient.query<{ id: string }>(
    'select request_id as id from dealing.request where reference = $1',
    [own],
  );
  const looked = await t.app.inject({ url: `/api/requests/${rows[0]!.id}`, headers: officer });
  assert.equal(looked.statusCode, 200, looked.body);
  const record = await recordOf(HOLDER);
  assert.equal(record.vouched, true);
  const land = record.land.find(({ parcel }) => parcel.id === held);
  assert.deepEqual([land?.certificateSerial, land?.right, land?.share], [SERIAL, 'use', '1']);
  assert.ok(!record.land.some(({ parcel }) => parcel.id === parent), 'land that ended is nobody’s now');
  assert.deepEqual(
    record.requests.map(({ reference, status, kind }) => [reference, status, kind]),
    [[own, 'received', 'land_information']],
  );
  assert.deepEqual(
    record.papers.map(({ serial, status }) => [serial, status]),
    [[made.json<{ serial: string }>().serial, 'issued']],
  );
  assert.deepEqual(
    record.looks.slice(0, record.looks.length - before).map(({ purpose, subject }) => [subject, purpose]),
    [
      ['request', 'request'],
      ['party', 'parcel page'],
      ['party', 'map extract'],
    ],
  );
  assert.ok(!JSON.stringify(record).includes(HOLDER));
  for (const nobody of ['024187654322', null]) {
    const { land: none, requests, papers, looks } = await recordOf(nobody);
    assert.deepEqual([none, requests, papers, looks], [[], [], [], []], String(nobody));
  }
});

test('of a certificate that holds no more it is said that it does not, and nothing of who came after', async () => {
  const { ownerClient: db } = t;
  const { rows } = await db.query<{ raised_by: string }>('select raised_by from rights."right" where parcel_id = $1', [
    held,
  ]);
  await db.query(`update rights."right" set ended_at = now(), ended_by = $1 where parcel_id = $2`, [
    rows[0]!.raised_by,
    held,
  ]);
  const reply = await ask({ matterNo: 'HS-09' });
  assert.equal(reply.status, 201);
  assert.deepEqual(factsOf(reply), [false, null, null, null]);
  assert.equal((await asHolder(HOLDER)).items[0]?.matterNo, 'HS-09');
});

test('no person is in an answer, and neither serial nor matter in what is kept of having been asked', async () => {
  for (const line of notEmpty(lines)) {
    assert.ok(!line.includes(NAME) && !line.includes(HOLDER), line);
    const statement = /"statement":"[^."]+\.([^."]+)/.exec(line)?.[1];
    const text = Buffer.from(statement ?? '', 'base64url').toString();
    assert.ok(!text.includes(NAME) && !text.includes(HOLDER), text);
  }
  const { rows } = await t.ownerClient.query<{ body: string }>(
    `select body::text from audit.entry where action = 'answer.given'`,
  );
  for (const { body } of notEmpty(rows)) assert.ok(!body.includes(SERIAL) && !body.includes('HS'), body);
});
