import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { tileAround } from '../../testing/tile-around.ts';

let t: TestApp;
before(async () => {
  t = await openTestApp();
});
after(() => t.close());

const ORIGIN = { origin: 'https://map.example' };
const allowed = async (url: string) => {
  const reply = await t.app.inject({ url, headers: ORIGIN });
  return [reply.headers['access-control-allow-origin'], reply.headers['cross-origin-resource-policy']];
};

test('pages of other origins may read the open doors, refusals too, and no credentials are allowed', async () => {
  const { x, y } = tileAround(t.register.centre, 15);
  for (const url of [
    '/api/portal/parcels?commune=99001',
    '/api/portal/parcels?nothing=1',
    `/api/portal/parcels/${t.register.twins[0]}`,
    '/api/portal/search?q=12/345',
    '/api/communes',
    '/api/reference/land-use',
    '/api/openapi.json',
    `/tiles/parcels/15/${x}/${y}.mvt`,
    `/tiles/outlines/15/${x}/${y}.mvt`,
  ]) {
    assert.deepEqual(await allowed(url), ['*', 'cross-origin'], url);
  }
  const reply = await t.app.inject({ url: '/api/communes', headers: ORIGIN });
  assert.equal(reply.headers['access-control-allow-credentials'], undefined);
});

test('pages, sign-in and everything for staff stay with their own origin', async () => {
  for (const url of [
    '/',
    '/search?q=1',
    '/api/me',
    '/api/batches',
    '/api/campaign',
    '/uploads',
    '/tiles/staging/x',
    '/desk',
    '/health/ready',
    '/api/portalx',
  ]) {
    assert.deepEqual(await allowed(url), [undefined, 'same-origin'], url);
  }
});

test('a browser that asks beforehand is told that it may ask again with the tag it has', async () => {
  const ask = (url: string) =>
    t.app.inject({
      method: 'OPTIONS',
      url,
      headers: { ...ORIGIN, 'access-control-request-method': 'GET', 'access-control-request-headers': 'if-none-match' },
    });
  const reply = await ask('/tiles/parcels/15/26056/14404.mvt');
  assert.equal(reply.statusCode, 204);
  assert.match(String(reply.headers['access-control-allow-headers']), /if-none-match/i);
  assert.equal(reply.headers['access-control-allow-methods'], 'GET, HEAD');
  assert.equal((await ask('/api/me')).headers['access-control-allow-origin'], undefined);
});
