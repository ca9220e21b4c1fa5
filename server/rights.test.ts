/** Who may pass which door: every contract × every role, made from the contracts, so that a new door is in it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { LightMyRequestResponse as Reply } from 'fastify';
import Type from 'typebox';
import { buildApp } from './app.ts';
import { ALL_CONTRACTS } from './domain/contract/all-contracts.ts';
import { type Contract, defineContract, isWrite } from './domain/contract/contract.ts';
import { ROLES } from './domain/role.ts';
import { actorOf } from './plugins/access/admit.ts';
import { serve } from './plugins/serve.ts';
import { notEmpty } from './testing/not-empty.ts';
import { signToken, tokenTable } from './testing/sign-in/bad-tokens.ts';
import { openTokenApp, type TokenApp } from './testing/sign-in/token-app.ts';
import { TEST_CONFIG } from './testing/test-app.ts';

let t: TokenApp;
before(async () => {
  t = await openTokenApp({ rateLimits: { tiles: 1_000_000, others: 1_000_000 } });
});
after(() => t.close());

const guarded = ALL_CONTRACTS.filter(({ right }) => right !== 'public');

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** An address of the door; what its parameters stand for need not exist: who may pass is asked first. */
const addressOf = ({ path, media, query }: Contract) => {
  const filled = path.replaceAll(/:commune\b|:code\b/g, '99001').replaceAll(/:\w+/g, NOBODY);
  // A stream would stay open; one that is asked for what is not there ends, once it was let in.
  return media === 'text/event-stream' && 'ids' in query.properties ? `${filled}?ids=${NOBODY}` : filled;
};

const ask = (contract: Contract, headers: Record<string, string> = {}): Promise<Reply> =>
  t.app.inject({
    method: contract.method,
    url: addressOf(contract),
    headers: { accept: 'application/json', ...headers },
    ...(isWrite(contract) ? { payload: {} } : {}),
  });

/** Status and code of a refusal; HEAD has no body to hold the code. */
const endOf = (contract: Contract, reply: Reply) => [
  reply.statusCode,
  ...(contract.method === 'HEAD' ? [] : [reply.json().code]),
];
const refusal = (contract: Contract, status: number, code: string) =>
  contract.method === 'HEAD' ? [status] : [status, code];

test('doors for somebody are closed to nobody: 401, or the way to sign in for a page', async () => {
  for (const contract of notEmpty(guarded)) {
    const reply = await ask(contract);
    if (contract.media === 'text/html' && !isWrite(contract)) {
      assert.equal(reply.statusCode, 303, contract.id);
      assert.match(String(reply.headers.location), /^\/auth\/login\?to=%2F/, contract.id);
    } else {
      assert.deepEqual(endOf(contract, reply), refusal(contract, 401, 'auth.required'), contract.id);
      assert.equal(reply.headers['www-authenticate'], 'Bearer realm="diaba"', contract.id);
    }
  }
});

test('HEAD is guarded as GET is', async () => {
  for (const { method, path } of notEmpty(guarded)) {
    if (method !== 'GET' || path.includes(':')) continue;
    const reply = await t.app.inject({ method: 'HEAD', url: path });
    assert.ok([401, 303].includes(reply.statusCode), path);
  }
});

test('each role passes the doors that name it and no others', async () => {
  for (const contract of notEmpty(guarded)) {
    const { roles } = contract.right as { roles: readonly string[] };
    assert.ok(roles.length > 0, contract.id);
    for (const role of ROLES) {
      const reply = await ask(contract, t.as(role, ['*']));
      if (roles.includes(role))
        assert.ok(![401, 403].includes(reply.statusCode), `${contract.id} ${role} ${reply.statusCode}`);
      else assert.deepEqual(endOf(contract, reply), refusal(contract, 403, 'auth.forbidden'), `${contract.id} ${role}`);
    }
    assert.equal((await ask(contract, t.as([]))).statusCode, 403, `${contract.id} without a role`);
  }
});

test('doors that are for a commune are closed to those who serve none', async () => {
  for (const contract of notEmpty(guarded)) {
    const right = contract.right as { roles: readonly (typeof ROLES)[number][]; scope?: string };
    if (right.scope !== 'commune') continue;
    for (const role of notEmpty(right.roles))
      assert.equal((await ask(contract, t.as(role, []))).statusCode, 403, contract.id);
  }
});

test('the table of tokens, at every door', async () => {
  for (const contract of notEmpty(guarded)) {
    for (const [label, token, accepted] of notEmpty(tokenTable(t.maker))) {
      if (accepted) continue;
      const reply = await ask(contract, { authorization: `Bearer ${token}` });
      assert.deepEqual(endOf(contract, reply), refusal(contract, 401, 'token.refused'), `${contract.id}: ${label}`);
    }
  }
});

test('what is for somebody is kept by no cache, and public doors ask nobody who he is', async () => {
  for (const contract of ALL_CONTRACTS) {
    if (contract.right !== 'public') assert.equal(contract.maxAge, null, contract.id);
    else if (!isWrite(contract)) {
      // A door that tells somebody known more says of a token that it is none; whoever sends none passes.
      const looksAtTokens = contract.problems?.includes('token.refused') === true;
      const reply = await ask(contract, { authorization: 'Bearer nonsense' });
      if (reply.statusCode === 401) assert.ok(looksAtTokens, contract.id);
      if (looksAtTokens) assert.notEqual((await ask(contract)).statusCode, 401, contract.id);
    }
  }
});

test('every path of the interface is guarded but those the outer contract opens', () => {
  const open = /^\/api\/(portal|verify|reference|communes|openapi\.json|docs)\b/;
  for (const contract of ALL_CONTRACTS) {
    if (contract.path.startsWith('/api/') && !open.test(contract.path))
      assert.notEqual(contract.right, 'public', contract.path);
  }
});

/** Doors no slice has yet: a commune in the path, the query or the body; a write with a key. */
const commune = Type.Optional(Type.String());
const inPath = defineContract({
  id: 'inPath',
  path: '/test/:commune',
  tag: 'operations',
  summary: 'test',
  right: { roles: ['officer', 'approver'], scope: 'commune' },
  params: Type.Object({ commune: Type.String() }),
  query: Type.Object({ commune }),
  reply: Type.Object({ id: Type.String() }),
  maxAge: null,
});
const inBody = defineContract({
  id: 'inBody',
  method: 'POST',
  path: '/test',
  tag: 'operations',
  summary: 'test',
  right: { roles: ['officer'], scope: 'commune' },
  idempotencyKey: true,
  body: Type.Object({ commune: Type.Unknown() }, { additionalProperties: false }),
  reply: Type.Object({ key: Type.String() }),
  maxAge: null,
});
const page = defineContract({
  ...inPath,
  id: 'page',
  path: '/test-page/:commune',
  media: 'text/html',
  reply: Type.String(),
});

async function openTestDoors() {
  const { cacheDir } = t.app.identity.settings;
  const identity = { ...TEST_CONFIG.identity, serviceClients: ['diaba-service'], cacheDir };
  const app = await buildApp({ config: { ...TEST_CONFIG, identity }, pools: t.pools });
  serve(app, inPath, async (_asked, request) => actorOf(request));
  serve(app, inBody, async ({ idempotencyKey }) => ({ key: idempotencyKey }));
  serve(app, page, async () => '<p>');
  return app;
}

test('role × commune: in the path, in the query, in the body', async () => {
  const app = await openTestDoors();
  const key = { 'idempotency-key': '5F0C1B3C-6A5E-4C1B-9C56-0242AC120002' };
  const cases: [role: (typeof ROLES)[number], communes: string[], commune: string, passes: boolean][] = [
    ['officer', ['99001'], '99001', true],
    ['officer', ['99001'], '99002', false],
    ['officer', ['99001', '99002'], '99002', true],
    ['officer', ['*'], '99002', true],
    ['officer', [], '99001', false],
    ['auditor', ['*'], '99001', false],
    ['citizen', ['99001'], '99001', false],
  ];
  for (const [role, communes, where, passes] of cases) {
    const headers = { ...t.as(role, communes), ...key };
    const label = `${role} of ${communes} in ${where}`;
    const status = passes ? 200 : 403;
    assert.equal((await app.inject({ url: `/test/${where}`, headers })).statusCode, status, label);
    const query = await app.inject({ url: `/test/${communes[0] ?? '99001'}?commune=${where}`, headers });
    assert.equal(query.statusCode, status, `${label}, query`);
    const body = await app.inject({ method: 'POST', url: '/test', headers, payload: { commune: where } });
    assert.equal(body.statusCode, status, `${label}, body`);
  }
  const list = await app.inject({
    method: 'POST',
    url: '/test',
    headers: { ...t.as('officer'), ...key },
    payload: { commune: ['99001'] },
  });
  assert.equal(list.statusCode, 403, 'a commune that is no text is nobody’s');
  await app.close();
});

test('a write names its key; wrong callers are turned away before the body is looked at', async () => {
  const app = await openTestDoors();
  const send = (headers: Record<string, string>, payload: object | string) =>
    app.inject({ method: 'POST', url: '/test', headers: { 'content-type': 'application/json', ...headers }, payload });
  const good = { commune: '99001' };
  assert.equal((await send(t.as('officer'), good)).json().code, 'idempotency.key_missing');
  assert.equal(
    (await send({ ...t.as('officer'), 'idempotency-key': 'x' }, good)).json().code,
    'idempotency.key_missing',
  );
  const answer = await send({ ...t.as('officer'), 'idempotency-key': '5F0C1B3C-6A5E-4C1B-9C56-0242AC120002' }, good);
  assert.equal(answer.json().key, '5f0c1b3c-6a5e-4c1b-9c56-0242ac120002');
  assert.equal((await send({}, '{')).json().code, 'auth.required');
  assert.equal((await send(t.as('citizen'), '{')).json().code, 'auth.forbidden');
  assert.equal((await send(t.as('officer'), '{')).json().code, 'request.malformed');
  await app.close();
});

test('somebody on the way to a page comes back to it after signing in; without the right he is told so', async () => {
  const app = await openTestDoors();
  const headers = { accept: 'text/html' };
  const away = await app.inject({ url: '/test-page/99001?commune=99001', headers });
  assert.deepEqual(
    [away.statusCode, away.headers.location, away.headers['cache-control']],
    [303, '/auth/login?to=%2Ftest-page%2F99001%3Fcommune%3D99001', 'no-store'],
  );
  const stale = await app.inject({ url: '/test-page/99001', headers: { ...headers, cookie: 'sid=gone' } });
  assert.deepEqual([stale.statusCode, stale.headers.location], [303, '/auth/login?to=%2Ftest-page%2F99001']);
  assert.equal(
    (await app.inject({ url: '/test-page/99001', headers: { ...headers, ...t.as('citizen') } })).statusCode,
    403,
  );
  await app.close();
});

test('an ended session refuses its tokens at the next request', async () => {
  const token = signToken(t.maker, { sub: 'one', sid: 'ended-here' });
  const headers = { authorization: `Bearer ${token}` };
  assert.equal((await t.app.inject({ url: '/api/me', headers })).statusCode, 200);
  await t.pools.app.query('select session.end_sessions($1, null)', ['ended-here']);
  assert.equal((await t.app.inject({ url: '/api/me', headers })).json().code, 'token.refused');
});

test('the application cannot read who is signed in, nor write past its functions', async () => {
  for (const table of ['session', 'ended', 'used_token']) {
    for (const statement of [
      `select * from session.${table}`,
      `delete from session.${table}`,
      `insert into session.${table} default values`,
    ]) {
      await assert.rejects(t.pools.app.query(statement), { code: '42501' }, statement);
    }
    await assert.rejects(t.pools.portal.query(`select * from session.${table}`), { code: '42501' });
  }
  await assert.rejects(t.pools.portal.query('select session.end_sessions($1, null)', ['x']), { code: '42501' });
});
