/** What a browser is given, without a browser: names, flags, and that nothing sealed is taken for something else. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { buildApp } from './app.ts';
import { createSessionCipher } from './registry/session/session-cipher.ts';
import { openTestApp, TEST_CONFIG, type TestApp } from './testing/test-app.ts';

let t: TestApp;
let provider: Server;
let issuer: string;
before(async () => {
  t = await openTestApp();
  provider = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(
      JSON.stringify({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/certs`,
        response_types_supported: ['code'],
      }),
    );
  }).listen(0, '127.0.0.1');
  await once(provider, 'listening');
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/realms/diaba`;
});
after(async () => {
  provider.close();
  await t.close();
});

async function beginAt(publicUrl: string, url: string, cookie = '') {
  const identity = { ...TEST_CONFIG.identity, issuer };
  const app = await buildApp({ config: { ...TEST_CONFIG, publicUrl, identity }, pools: t.pools });
  const reply = await app.inject({ url, headers: { host: new URL(publicUrl).host, cookie } });
  await app.close();
  return reply;
}

test('on https the cookies bear the prefix that no other host can set, and never leave https', async () => {
  const reply = await beginAt('https://land.example', '/auth/login?to=/about');
  const [cookie] = reply.cookies;
  assert.match(cookie!.name, /^__Host-sign-in-/);
  const { path, httpOnly, secure, sameSite, maxAge, domain } = cookie as Record<string, unknown>;
  assert.deepEqual([path, httpOnly, secure, sameSite, maxAge, domain], ['/', true, true, 'Lax', 600, undefined]);
  const url = new URL(String(reply.headers.location));
  assert.equal(url.searchParams.get('redirect_uri'), 'https://land.example/auth/callback');
  const { code_challenge_method, response_type, scope } = Object.fromEntries(url.searchParams);
  assert.deepEqual([code_challenge_method, response_type, scope], ['S256', 'code', 'openid']);
  for (const name of ['state', 'nonce', 'code_challenge']) assert.ok(url.searchParams.get(name)!.length >= 43, name);
  const dead = await beginAt('https://land.example', '/api/me', '__Host-sid=gone');
  assert.deepEqual([dead.json().code, dead.cookies[0]?.name], ['session.expired', '__Host-sid']);
  assert.equal(
    (await beginAt('https://land.example', '/api/me', 'sid=x')).json().code,
    'auth.required',
    'not our name there',
  );
});

test('many tabs do not make the cookies grow without end; a long target is given up, not the sign-in', async () => {
  const many = Array.from({ length: 6 }, (_, n) => `sign-in-${n}=x`).join('; ');
  const reply = await beginAt('http://localhost', '/auth/login', many);
  assert.equal(reply.cookies.filter(({ value }) => value === '').length, 6);
  assert.equal(reply.cookies.filter(({ value }) => value !== '').length, 1);
  const long = await beginAt('http://localhost', `/auth/login?to=/search%3Fq%3D${'x'.repeat(1_900)}`);
  assert.equal(long.statusCode, 303);
  assert.ok(long.cookies[0]!.value.length < 1000);
});

test('what is sealed opens with the same secret, for the same use, unaltered', () => {
  const secret = randomBytes(32);
  const cipher = createSessionCipher(secret, 'session');
  const sealed = cipher.seal({ name: 'Trần Văn Quýt' });
  assert.deepEqual(cipher.open(sealed), { name: 'Trần Văn Quýt' });
  assert.ok(!sealed.toString('latin1').includes('Quýt'));
  assert.equal(createSessionCipher(randomBytes(32), 'session').open(sealed), null, 'another secret');
  assert.equal(createSessionCipher(secret, 'sign-in').open(sealed), null, 'another use');
  const altered = Buffer.from(sealed);
  altered[20]! ^= 1;
  for (const bytes of [altered, sealed.subarray(0, -1), Buffer.alloc(0), Buffer.alloc(40)]) {
    assert.equal(cipher.open(bytes), null);
  }
  assert.notDeepEqual(cipher.hash('x'), createSessionCipher(randomBytes(32), 'session').hash('x'));
});
