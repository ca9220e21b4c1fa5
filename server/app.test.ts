/** What holds for every door, walked over all of them. */
import assert from 'node:assert/strict';
import net, { type AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { buildApp } from './app.ts';
import { ALL_CONTRACTS } from './domain/contract/all-contracts.ts';
import { openApiPath } from './domain/contract/openapi.ts';
import { ROLES } from './domain/role.ts';
import { mayBeEmpty, notEmpty } from './testing/not-empty.ts';
import { CANARIES } from './testing/plant/register-fixture.ts';
import { openTokenApp, type TokenApp } from './testing/sign-in/token-app.ts';
import { TEST_CONFIG, TEST_IDENTITY } from './testing/test-app.ts';
import { tileAround } from './testing/tile-around.ts';
import { addressesOf } from './testing/walk-doors.ts';

let t: TokenApp;
before(async () => {
  t = await openTokenApp({ rateLimits: { tiles: 1_000_000, others: 1_000_000 } });
});
after(() => t.close());

/** Addresses that lead to no door, or to one in a way that it does not take. */
const ODD = [
  '/?lang=en',
  '/api/portal/parcels?commune=99001&limit=100',
  '/api/portal/parcels?x=1',
  '/tiles/parcels/14/1/1.mvt',
  '/tiles/parcels/3/9/9.mvt',
  '/nowhere',
  '/api/nowhere',
  `/api/portal/parcels/${'a'.repeat(200)}`,
  '/%zz',
  '//etc/passwd',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/package.json',
];

interface Asked {
  readonly method: NonNullable<InjectOptions['method']>;
  readonly url: string;
}

/** Every route of the router at every address that it may be asked by: a route that is added is among them. */
function asked({ routeTable }: Pick<FastifyInstance, 'routeTable'>): Asked[] {
  const { register } = t;
  const parcel = {
    id: register.twins[0],
    parent: register.parent,
    commune: '99001',
    former: '99012',
    centre: register.centre,
  };
  const routed = routeTable.flatMap(({ method, url }) =>
    addressesOf(url, parcel, register).map((address) => ({ method: method as Asked['method'], url: address })),
  );
  assert.ok(routed.length > ALL_CONTRACTS.length);
  return [...routed, ...ODD.map((url) => ({ method: 'GET' as const, url }))];
}

/** What is wrong with the headers of a reply. */
function wrongHeaders({ statusCode, headers }: LightMyRequestResponse): string[] {
  // The form that signs out is sent on to the provider, which browsers hold against form-action.
  const policy = String(headers['content-security-policy']).replace(
    `form-action 'self' ${new URL(TEST_IDENTITY.issuer).origin};`,
    "form-action 'self';",
  );
  const wrong = {
    policy: !/^default-src 'none';.*frame-ancestors 'none'/.test(policy) || /unsafe|\*|https?:/.test(policy),
    nosniff: headers['x-content-type-options'] !== 'nosniff',
    cache: !headers['cache-control'],
    'HSTS on http': headers['strict-transport-security'] !== undefined,
    'powered by': headers['x-powered-by'] !== undefined,
    'a problem of another type':
      statusCode >= 400 && !/^application\/problem\+json/.test(String(headers['content-type'])),
    'a problem that is kept': statusCode >= 400 && headers['cache-control'] !== 'no-store',
  };
  return Object.entries(wrong).flatMap(([name, is]) =>
    is ? [`${name}: ${statusCode} ${JSON.stringify(headers)}`] : [],
  );
}

test('every reply carries the security headers, says how long it may be kept, and is no fault of ours', async () => {
  const everybody = t.as(ROLES, ['*']);
  const ended = new Map<string, number>();
  for (const { method, url } of notEmpty(asked(t.app))) {
    const payload = ['GET', 'HEAD', 'OPTIONS'].includes(method) ? {} : { payload: {} };
    for (const headers of [{}, everybody]) {
      const reply = await t.app.inject({ method, url, headers, ...payload });
      assert.deepEqual(wrongHeaders(reply), [], `${method} ${url}`);
      // The provider of identities is away in this test, and says so.
      const away = reply.statusCode === 503 && /^\/auth\//.test(url);
      assert.ok(reply.statusCode < 500 || away, `${method} ${url}: ${reply.statusCode}`);
      ended.set(String(reply.statusCode), (ended.get(String(reply.statusCode)) ?? 0) + 1);
    }
  }
  for (const status of ['200', '204', '303', '400', '401', '403', '404'])
    assert.ok((ended.get(status) ?? 0) > 0, `nothing ended with ${status}: ${JSON.stringify([...ended])}`);
});

test('a route that somebody adds is met, and one whose reply lacks a header is named', async (context) => {
  const app = await buildApp({ config: TEST_CONFIG, pools: t.pools });
  context.after(() => app.close());
  app.get('/added/:id', async (_request, reply) => reply.removeHeader('x-content-type-options').send('x'));
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/added')) reply.removeHeader('x-content-type-options');
  });
  const added = asked(app).filter(({ url }) => url.startsWith('/added/'));
  assert.ok(added.length > 0);
  assert.match(wrongHeaders(await app.inject(added[0]!)).join(), /nosniff/);
  assert.throws(() => asked({ routeTable: [{ method: 'GET', url: '/unknown/:parameter' }] }), /:parameter/);
});

test('each page has a nonce of its own, which its scripts and styles carry', async () => {
  const nonces = new Set<string>();
  for (const url of ['/', '/', '/api/docs', '/api/docs']) {
    const { headers, body } = await t.app.inject(url);
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? '';
    assert.ok(nonce.length >= 22, url);
    nonces.add(nonce);
    for (const tag of mayBeEmpty(body.match(/<(script|style)\b[^>]*>/g)))
      assert.ok(tag.includes(`nonce="${nonce}"`), tag);
    assert.doesNotMatch(body, /\son\w+=|style="/, 'no inline handlers or styles');
  }
  assert.equal(nonces.size, 4);
});

test('HSTS where people come by https', async () => {
  const app = await buildApp({ config: { ...TEST_CONFIG, publicUrl: 'https://land.example' }, pools: t.pools });
  assert.match(String((await app.inject('/nowhere')).headers['strict-transport-security']), /^max-age=\d{8}/);
  await app.close();
});

test('no public reply holds a person, a number or a serial: every door, every zoom', async () => {
  // They must be in the database, or this test would prove nothing.
  const { ownerClient: owner } = t;
  const { rows } = await owner.query('select name, search_key from party.party');
  assert.deepEqual(rows, [{ name: CANARIES[0], search_key: CANARIES[3] }]);
  const urls = [
    ...asked(t.app).filter(({ method }) => method === 'GET'),
    { url: '/api/portal/parcels?q=12%2F345' },
  ].map(({ url }) => url);
  for (let z = 0; z <= 22; z += 1) {
    const { x, y } = tileAround(t.register.centre, z);
    urls.push(`/tiles/parcels/${z}/${x}/${y}.mvt`, `/tiles/parcels/${z}/${x}/${y}.mvt?at=2026-05-01`);
  }
  for (const url of urls) {
    const text = (await t.app.inject(url)).rawPayload.toString('utf8');
    for (const canary of CANARIES) assert.ok(!text.includes(canary), `${canary} in ${url}`);
  }
});

test('the roles of the doors cannot reach a person, whatever a door might ask', async () => {
  for (const [pool, table] of [
    [t.pools.portal, 'party.party'],
    [t.pools.portal, 'cadastre.parcel_version'],
    [t.pools.portal, 'rights."right"'],
    [t.pools.portal, 'staging.record'],
    [t.pools.tiles, 'party.party'],
    [t.pools.tiles, 'portal.parcel'],
    [t.pools.tiles, 'rights."right"'],
  ] as const) {
    await assert.rejects(pool.query(`select * from ${table} limit 1`), { code: '42501' }, table);
  }
  await assert.rejects(t.pools.tiles.query('select raised_by from cadastre.parcel_version limit 1'), { code: '42501' });
});

test('the description names every route of the router, and none that is not there', async () => {
  const { paths } = (await t.app.inject('/api/openapi.json')).json<{
    paths: Record<string, Record<string, unknown>>;
  }>();
  // HEAD comes with every GET; only where it means more of its own is it described.
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).flatMap((method) => (method === 'head' ? [] : [`${method.toUpperCase()} ${path}`])),
  );
  const routed = t.app.routeTable
    .filter(({ method }) => method !== 'HEAD')
    .map(({ method, url }) => `${method} ${openApiPath(url)}`);
  assert.deepEqual(described.sort(), [...new Set(routed)].sort());
});

test('the description holds each parameter, reply and problem of each contract', async () => {
  const document = (await t.app.inject('/api/openapi.json')).json();
  assert.equal(document.openapi, '3.1.0');
  for (const contract of ALL_CONTRACTS) {
    const operation = document.paths[openApiPath(contract.path)][contract.method.toLowerCase()];
    const names = operation.parameters
      .filter((parameter: { in: string }) => parameter.in !== 'header')
      .map((parameter: { name: string }) => parameter.name);
    const inPath = Object.keys(contract.params.properties).map((name) => (name === '*' ? 'path' : name));
    const places = [...openApiPath(contract.path).matchAll(/\{([^}]*)\}|[:*]/g)].map(([whole, name]) => name ?? whole);
    assert.deepEqual(places.sort(), inPath.sort(), `${contract.id}: a parameter for each place in its address`);
    const wanted = [...Object.keys(contract.params.properties), ...Object.keys(contract.query.properties)];
    assert.deepEqual(
      names,
      wanted.map((name) => (name === '*' ? 'path' : name)),
      contract.id,
    );
    for (const status of [
      String(contract.status),
      ...Object.keys(contract.otherReplies),
      '400',
      '404',
      '429',
      '500',
      '503',
    ]) {
      assert.ok(operation.responses[status]?.description, `${contract.id} ${status}`);
    }
    if (contract.media === '') continue;
    assert.deepEqual(
      operation.responses[contract.status].content[contract.media].schema,
      JSON.parse(JSON.stringify(contract.reply)),
    );
  }
});

test('replies are what their schema says: same fields, none more', async () => {
  const [parcel] = (await t.app.inject('/api/portal/parcels?commune=99001')).json().items;
  const contract = ALL_CONTRACTS.find((one) => one.id === 'listPortalParcels') as never as {
    reply: { properties: { items: { items: { properties: object } } } };
  };
  assert.deepEqual(Object.keys(parcel).sort(), Object.keys(contract.reply.properties.items.items.properties).sort());
});

test('problems speak Vietnamese, or English to those who prefer it', async () => {
  const ask = (language?: string) =>
    t.app.inject({ url: '/nowhere', headers: language ? { 'accept-language': language } : {} });
  assert.equal((await ask()).json().title, 'Không có địa chỉ này');
  const english = await ask('en-GB');
  assert.deepEqual([english.json().title, english.headers['content-language']], ['No such address', 'en']);
  assert.match(String(english.headers.vary), /Accept-Language/);
});

test('every door names the methods that its address takes to whoever comes with another', async () => {
  for (const { path } of ALL_CONTRACTS) {
    const address = path.replaceAll(/:\w+/g, 'x').replace('*', 'x/y');
    // An address may be a value of another door's parameter, which then takes its method there.
    const fits = (other: string) =>
      new RegExp(`^${other.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+').replace('*', '.*')}$`).test(address);
    const taken = ALL_CONTRACTS.filter((other) => fits(other.path)).map(({ method }) => method);
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
      if (taken.includes(method)) continue;
      const reply = await t.app.inject({ method, url: `${address}?a=/b` });
      assert.deepEqual([reply.statusCode, reply.json().code], [405, 'method.not_allowed'], `${method} ${address}`);
      const allow = String(reply.headers.allow).split(', ');
      const heads = taken.includes('GET') ? ['HEAD'] : [];
      assert.deepEqual(allow, [...new Set([...taken, ...heads])].sort(), `${method} ${address}`);
    }
  }
  const page = await t.app.inject({
    url: '/auth/backchannel-logout',
    headers: { accept: 'text/html', 'accept-language': 'en' },
  });
  assert.deepEqual([page.statusCode, page.headers.allow], [405, 'POST']);
  assert.match(page.body, /This address does not take that method/);
  for (const url of ['/api/portal/parcels/', '/api', '/assetsx', '/deskx', '/health/live/x']) {
    const reply = await t.app.inject({ method: 'PUT', url });
    assert.deepEqual([reply.statusCode, reply.headers.allow], [404, undefined], url);
  }
});

test('methods, bodies and types nobody asked for end as problems', async () => {
  const cases: [method: 'POST' | 'PUT' | 'DELETE' | 'PATCH', headers: Record<string, string>, payload: string][] = [
    ['POST', { 'content-type': 'application/json' }, '{"a":1}'],
    ['POST', { 'content-type': 'text/plain' }, 'x'],
    ['PUT', { 'content-type': 'application/xml' }, '<a/>'],
    ['DELETE', {}, ''],
  ];
  for (const [method, headers, payload] of cases) {
    const reply = await t.app.inject({ method, url: '/api/portal/parcels', headers, payload });
    assert.deepEqual([reply.statusCode, reply.json().code], [405, 'method.not_allowed'], method);
    assert.equal(reply.headers.allow, 'GET, HEAD');
  }
  // The server knows the method QUERY, whose body must name its type, and no door takes it with or without one.
  for (const headers of [{}, { 'content-type': 'application/json' }]) {
    const ask = (url: string) => t.app.inject({ method: 'QUERY' as 'GET', url, headers });
    const reply = await ask('/api/portal/parcels');
    assert.deepEqual([reply.statusCode, reply.json().code], [405, 'method.not_allowed']);
    assert.equal(reply.headers.allow, 'GET, HEAD');
    assert.equal((await ask('/nowhere')).statusCode, 404);
  }
  const headers = { 'content-type': 'application/json' };
  const broken = await t.app.inject({ method: 'POST', url: '/api/communes', headers, payload: '{' });
  assert.deepEqual([broken.statusCode, broken.json().code], [400, 'request.malformed']);
  const large = await t.app.inject({
    method: 'POST',
    url: '/api/communes',
    headers,
    payload: `"${'a'.repeat(300_000)}"`,
  });
  assert.deepEqual([large.statusCode, large.json().code], [413, 'request.too_large']);
});

test('HEAD answers as GET without a body', async () => {
  const head = await t.app.inject({ method: 'HEAD', url: '/api/communes' });
  assert.deepEqual([head.statusCode, head.body], [200, '']);
});

test('the page of the description explains every problem code and works without anything from elsewhere', async () => {
  const { body } = await t.app.inject('/api/docs');
  const { code } = (await t.app.inject('/nowhere')).json();
  assert.ok(body.includes(`id="${code}"`));
  assert.doesNotMatch(body, /<script|src=|https?:\/\//);
});

/** Sends bytes as they are and gives back what comes. */
function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      text += part;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
}

test('bytes that are no HTTP are answered with a problem too', async () => {
  const app = await buildApp({ config: TEST_CONFIG, pools: t.pools });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const cases: [bytes: string, status: number, code: string][] = [
    ['nonsense\r\n\r\n', 400, 'request.malformed'],
    [`GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431, 'headers.too_large'],
  ];
  for (const [bytes, status, code] of cases) {
    const answer = await sendRaw(port, bytes);
    assert.ok(answer.startsWith(`HTTP/1.1 ${status} `), answer.slice(0, 40));
    assert.equal(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))).code, code);
    assert.match(answer, /Content-Security-Policy: default-src 'none'/);
  }
  await app.close();
});
