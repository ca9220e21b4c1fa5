import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { Problem } from '../../domain/problem/problem.ts';
import { replyWithProblems } from '../reply/problem-reply.ts';
import { limitRates, rateLimitKey } from './rate-limit.ts';
import { listRoutes } from './route-table.ts';

const KEYS: [ip: string, key: string][] = [
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
];
for (const [ip, key] of KEYS) test(`${ip} is in the bucket ${key}`, () => assert.equal(rateLimitKey({ ip }), key));

async function limited() {
  const app = Fastify();
  listRoutes(app);
  replyWithProblems(app);
  await limitRates(app, { tiles: 3, others: 2 });
  for (const path of ['/a', '/tiles/b', '/health/live']) app.get(path, () => 'ok');
  return app;
}

test('the third request of a network is refused as a problem that says when to come back', async () => {
  const app = await limited();
  const ask = (remoteAddress: string, url = '/a') => app.inject({ url, remoteAddress });
  assert.equal((await ask('2001:db8:1:2::1')).statusCode, 200);
  assert.equal((await ask('2001:db8:1:2::2')).statusCode, 200);
  const refused = await ask('2001:db8:1:2::3');
  assert.equal(refused.statusCode, 429);
  assert.equal(refused.json().code, 'rate.limited');
  assert.match(String(refused.headers['content-type']), /^application\/problem\+json/);
  assert.ok(Number(refused.headers['retry-after']) >= 1);
  assert.equal((await ask('2001:db8:1:3::1')).statusCode, 200, 'another network');
  assert.equal((await ask('2001:db8:1:2::3', '/tiles/b')).statusCode, 200, 'tiles have their own bucket');
});
test('codes of papers have a narrow bucket of their own, by whichever door they are tried', async () => {
  const app = Fastify();
  listRoutes(app);
  replyWithProblems(app);
  await limitRates(app, { tiles: 3, others: 60 });
  for (const path of ['/a', '/api/verify/:code', '/verify/:code']) app.get(path, () => 'unknown');
  const codes = [];
  for (let guess = 0; guess < 1000; guess += 1) {
    const url = ['/verify/', '/api/verify/', '/%76erify/'][guess % 3]! + guess;
    codes.push((await app.inject({ url })).statusCode);
  }
  assert.deepEqual(codes, [200, 200, 200, ...Array.from({ length: 997 }, () => 429)], 'a twentieth of the others');
  assert.equal((await app.inject('/a')).statusCode, 200, 'and nothing else is closed');
});
test('unknown addresses and methods count, probes do not', async () => {
  const app = await limited();
  const codes = [];
  for (const method of ['GET', 'PUT', 'PUT'] as const)
    codes.push((await app.inject({ method, url: method === 'GET' ? '/nowhere' : '/a' })).statusCode);
  assert.deepEqual(codes, [404, 405, 429]);
  for (let i = 0; i < 5; i += 1) assert.equal((await app.inject('/health/live')).statusCode, 200);
});

test('whom a door refuses is counted like whom it lets in: cookies, tokens and roles cannot be tried by the thousand', async () => {
  const app = Fastify();
  listRoutes(app);
  replyWithProblems(app);
  await limitRates(app, { tiles: 3, others: 2 });
  app.get('/guarded', { onRequest: async () => Promise.reject(new Problem('auth.required')) }, () => 'never');
  const codes = [];
  for (let i = 0; i < 4; i += 1) codes.push((await app.inject('/guarded')).statusCode);
  assert.deepEqual(codes, [401, 401, 429, 429]);
});
