/** Requests that no page and no program of ours makes: each ends as a refusal, and none fills a log or counts for somebody. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import pino from 'pino';
import { notEmpty } from './testing/not-empty.ts';
import { signToken } from './testing/sign-in/bad-tokens.ts';
import { openTokenApp, type TokenApp } from './testing/sign-in/token-app.ts';

const lines: string[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
let t: TokenApp;
before(async () => {
  t = await openTokenApp({ rateLimits: { tiles: 1_000_000, others: 1_000_000 } }, { log });
});
after(() => t.close());

const problem = (reply: { statusCode: number; json(): { code: string } }) => [reply.statusCode, reply.json().code];

test('an address under which there are files and not this one is not found, by every method that reads', async () => {
  for (const url of ['/assets/nope.js', '/assets/../assets/nope.js', '/assets/', '/assets/a/b/c.css'])
    assert.deepEqual(problem(await t.app.inject(url)), [404, 'route.not_found'], url);
  assert.equal((await t.app.inject({ method: 'HEAD', url: '/assets/nope.js' })).statusCode, 404);
  const posted = await t.app.inject({ method: 'POST', url: '/assets/nope.js' });
  assert.deepEqual(problem(posted), [405, 'method.not_allowed']);
  assert.match(String(posted.headers.allow), /GET/);
});

test('a method that is none, over the door of uploads, is refused like any other and leaves one line and no new counter', async () => {
  const before = lines.length;
  for (let n = 0; n < 20; n += 1) {
    for (const url of ['/uploads', '/uploads/0b6a4f6e-3f5e-4d1b-9f0e-1a2b3c4d5e6f']) {
      const headers = { 'x-http-method-override': `NO${n}` };
      assert.deepEqual(problem(await t.app.inject({ method: 'POST', url, headers })), [405, 'method.not_allowed'], url);
    }
  }
  assert.equal(lines.length - before, 40);
  for (const line of notEmpty(lines.slice(before)))
    assert.deepEqual([JSON.parse(line).msg, JSON.parse(line).level], ['request', 30]);
  assert.doesNotMatch(await t.app.metricsText(), /NO\d/);
});

test('keys of a token that PostgreSQL has no text for let nobody in, and cost no fault', async () => {
  for (const claim of ['sub', 'sid'])
    for (const value of ['a\u0000b', 'a\nb', 'a\ud800'])
      for (const url of ['/api/me', '/api/batches']) {
        const headers = { authorization: `Bearer ${signToken(t.maker, { [claim]: value })}` };
        const reply = await t.app.inject({ url, headers });
        assert.deepEqual(problem(reply), [401, 'token.refused'], `${claim} ${JSON.stringify(value)} ${url}`);
      }
  const name = 'Trần\u0000 \u202eVăn\u2066 Quýt';
  const named = { authorization: `Bearer ${signToken(t.maker, { name })}` };
  assert.equal((await t.app.inject({ url: '/api/me', headers: named })).json().name, 'Trần Văn Quýt');
});

test('a notice of sign-out is a form and nothing else', async () => {
  const url = '/auth/backchannel-logout';
  const json = await t.app.inject({ method: 'POST', url, payload: { logout_token: 'x' } });
  assert.deepEqual(problem(json), [415, 'media.unsupported']);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const form = await t.app.inject({ method: 'POST', url, headers, payload: 'logout_token=x' });
  assert.deepEqual(problem(form), [400, 'sign_out.refused']);
});

test('a body that says it is compressed is refused for that at every door that takes one', async () => {
  for (const { method, url } of notEmpty(
    t.app.routeTable.filter(({ method }) => ['POST', 'PUT', 'PATCH'].includes(method)),
  )) {
    const address = url.replaceAll(/:\w+/g, '0b6a4f6e-3f5e-4d1b-9f0e-1a2b3c4d5e6f');
    const reply = await t.app.inject({
      method: method as 'POST',
      url: address,
      headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' },
      payload: gzipSync('{}'),
    });
    assert.deepEqual(problem(reply), [415, 'media.unsupported'], `${method} ${url}`);
  }
});

test('a question and a path to go on to are as long as people need, and no longer', async () => {
  const long = 'x'.repeat(2001);
  for (const url of [
    `/search?q=${long}`,
    `/?q=${long}`,
    `/preferences?back=/${long}`,
    `/auth/login?to=/${long}`,
    `/api/portal/search?q=${long}`,
    `/api/portal/suggest?q=${long}`,
  ])
    assert.equal((await t.app.inject(url)).statusCode, 400, url.slice(0, 30));
});
