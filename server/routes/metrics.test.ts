import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildApp } from '../app.ts';
import { serveMetrics } from '../plugins/metrics-server.ts';
import { openTestApp, TEST_CONFIG, type TestApp } from '../testing/test-app.ts';

let t: TestApp;
before(async () => {
  t = await openTestApp();
});
after(() => t.close());

test('counts by route pattern and status, and never names what was asked', async () => {
  await t.app.inject(`/api/portal/parcels/${t.register.twins[0]}`);
  await t.app.inject('/api/portal/parcels?q=Nguyen');
  await t.app.inject('/secret/path');
  const reply = await t.app.inject('/metrics');
  assert.match(String(reply.headers['content-type']), /^text\/plain; version=0\.0\.4/);
  assert.match(
    reply.body,
    /diaba_http_requests_total\{route="\/api\/portal\/parcels\/:id",method="GET",status="200"\} 1/,
  );
  assert.match(reply.body, /diaba_http_requests_total\{route="\/api\/portal\/parcels",method="GET",status="422"\} 1/);
  assert.match(reply.body, /route="unknown",method="GET",status="404"/);
  assert.doesNotMatch(reply.body, new RegExp(`Nguyen|secret|${t.register.twins[0]}`));
  assert.match(reply.body, /_bucket\{le="\+Inf",route="\/api\/portal\/parcels\/:id",method="GET"\} 1/);
});
test('absent from elsewhere, and for whoever comes through a proxy', async () => {
  assert.equal((await t.app.inject({ url: '/metrics', remoteAddress: '203.0.113.9' })).statusCode, 404);
  for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip', 'x-forwarded-host']) {
    const reply = await t.app.inject({ url: '/metrics', headers: { [header]: '127.0.0.1' } });
    assert.deepEqual([reply.statusCode, reply.json().code], [404, 'route.not_found'], header);
  }
});
test('with a port of its own it is served there and nowhere else', async () => {
  const app = await buildApp({ config: { ...TEST_CONFIG, metricsPort: 9 }, pools: t.pools });
  assert.equal((await app.inject('/metrics')).statusCode, 404);
  const server = await serveMetrics(app, '127.0.0.1', 0);
  const { port } = server;
  const reply = await fetch(`http://127.0.0.1:${port}/metrics`);
  assert.match(await reply.text(), /diaba_http_requests_total/);
  assert.equal((await fetch(`http://127.0.0.1:${port}/other`)).status, 404);
  await server.close();
  await app.close();
  await assert.rejects(fetch(`http://127.0.0.1:${port}/metrics`));
});
