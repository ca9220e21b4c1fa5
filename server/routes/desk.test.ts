import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTokenApp, type TokenApp } from '../testing/sign-in/token-app.ts';

let t: TokenApp;
before(async () => {
  t = await openTokenApp();
});
after(() => t.close());

const ask = (url: string, headers: Record<string, string> = {}) => t.app.inject({ url, headers });

test('every address under the desk is the same page, for staff, kept by nobody', async () => {
  const [home, screen] = [
    await ask('/desk', t.as('officer')),
    await ask('/desk/batches/x?record=7&view=file', t.as('auditor')),
  ];
  for (const reply of [home, screen]) {
    assert.equal(reply.statusCode, 200);
    assert.match(String(reply.headers['content-type']), /^text\/html/);
    assert.equal(reply.headers['cache-control'], 'no-store');
    const nonce = /data-nonce="([^"]+)"/.exec(reply.body)?.[1];
    assert.ok(nonce);
    const policy = String(reply.headers['content-security-policy']);
    assert.ok(policy.includes(`'nonce-${nonce}'`), policy);
    assert.doesNotMatch(policy, /unsafe/);
    assert.match(reply.body, /data-srid="9214"/);
    assert.match(reply.body, /<noscript>/);
  }
  assert.notEqual(/data-nonce="([^"]+)"/.exec(home.body)?.[1], /data-nonce="([^"]+)"/.exec(screen.body)?.[1]);
});

test('nobody is sent to sign in and comes back to the same screen; a citizen is told', async () => {
  const reply = await ask('/desk/batches/x?record=7');
  assert.equal(reply.statusCode, 303);
  assert.equal(reply.headers.location, '/auth/login?to=%2Fdesk%2Fbatches%2Fx%3Frecord%3D7');
  const citizen = await ask('/desk', { ...t.as('citizen'), accept: 'text/html' });
  assert.equal(citizen.statusCode, 403);
  assert.match(String(citizen.headers['content-type']), /^text\/html/);
});

test('the page is in the language and theme that were chosen', async () => {
  const reply = await ask('/desk', { ...t.as('officer'), cookie: 'lang=en; theme=dark' });
  assert.match(reply.body, /<html lang="en" data-theme="dark">/);
  assert.match(reply.body, /Opening the desk/);
});
