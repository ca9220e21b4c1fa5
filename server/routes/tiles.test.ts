import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { notEmpty } from '../testing/not-empty.ts';
import { SPLIT_ON, touchTiles } from '../testing/plant/register-fixture.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { tileAround } from '../testing/tile-around.ts';

let t: TestApp;
before(async () => {
  t = await openTestApp();
});
after(() => t.close());

const path = (z: number) => {
  const { x, y } = tileAround(t.register.centre, z);
  return `/tiles/parcels/${z}/${x}/${y}.mvt`;
};
const ask = (url: string, headers: Record<string, string> = {}) => t.app.inject({ url, headers });
const GZIP = { 'accept-encoding': 'gzip' };

test('a tile holds the parcels of its place with their properties', async () => {
  const reply = await ask(path(15));
  assert.equal(reply.statusCode, 200);
  assert.equal(reply.headers['content-type'], 'application/vnd.mapbox-vector-tile');
  const text = reply.rawPayload.toString('latin1');
  for (const word of ['parcels', 'id', 'code', 'commune', 'sheet', 'no', 'landUse', 'areaM2', '99001', 'ONT+CLN']) {
    assert.ok(text.includes(word), word);
  }
  for (const id of notEmpty([...t.register.twins, ...t.register.children])) assert.ok(text.includes(id), id);
  assert.ok(!text.includes(t.register.parent), 'a retired parcel is not drawn');
  assert.ok(!text.includes('labels'), 'no labels where there is no room');
});
test('labels come from zoom 16 on', async () => {
  assert.ok((await ask(path(16))).rawPayload.includes('labels'));
});
test('as of a day: the parent before its split, the children from that day on', async () => {
  const on = async (day: string) => (await ask(`${path(15)}?at=${day}`)).rawPayload.toString('latin1');
  const [parent, [child]] = [t.register.parent, t.register.children];
  assert.ok((await on('2026-06-19')).includes(parent) && !(await on('2026-06-19')).includes(child));
  assert.ok(!(await on(SPLIT_ON)).includes(parent) && (await on(SPLIT_ON)).includes(child));
  assert.equal((await ask(`${path(15)}?at=2020-01-01`)).statusCode, 204);
});
test('gzip for those who take it, the same bytes for those who do not', async () => {
  const packed = await ask(path(15), GZIP);
  assert.equal(packed.headers['content-encoding'], 'gzip');
  for (const refusal of [{}, { 'accept-encoding': 'br' }, { 'accept-encoding': 'gzip;q=0, br' }]) {
    const plain = await ask(path(15), refusal);
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.deepEqual(gunzipSync(packed.rawPayload), plain.rawPayload);
  }
  assert.match(String(packed.headers.vary), /Accept-Encoding/);
});
test('nothing there: 204 with an ETag and no body', async () => {
  for (const url of ['/tiles/parcels/14/1/1.mvt', '/tiles/parcels/22/0/0.mvt', '/tiles/parcels/5/31/31.mvt']) {
    const reply = await ask(url, GZIP);
    assert.deepEqual([reply.statusCode, reply.rawPayload.length], [204, 0], url);
    assert.ok(reply.headers.etag);
    assert.equal((await ask(url, { 'if-none-match': String(reply.headers.etag) })).statusCode, 304);
  }
});
test('the ETag answers 304 until something in the tile is registered', async () => {
  for (const z of [10, 14, 17]) {
    const first = await ask(path(z));
    const etag = String(first.headers.etag);
    const known = { 'if-none-match': etag };
    const again = await ask(path(z), known);
    assert.deepEqual([again.statusCode, again.rawPayload.length, again.headers.etag], [304, 0, etag]);
    assert.equal((await ask(path(z), { 'if-none-match': `"other", ${etag.replace('W/', '')}` })).statusCode, 304);
    assert.equal((await ask(path(z), { 'if-none-match': '"other"' })).statusCode, first.statusCode);
    const client = new pg.Client({ connectionString: t.database.urls.migrator });
    await client.connect();
    await touchTiles(client);
    await client.end();
    const later = await ask(path(z), known);
    assert.equal(later.statusCode, first.statusCode);
    assert.notEqual(later.headers.etag, etag);
  }
});
test('the ETag of a past day is another one', async () => {
  const [now, then] = await Promise.all([ask(path(15)), ask(`${path(15)}?at=2026-05-01`)]);
  assert.notEqual(now.headers.etag, then.headers.etag);
});
test('an address that is no tile is refused, and never fails', async () => {
  const cases: [url: string, code: string][] = [
    ['/tiles/parcels/23/0/0.mvt', 'request.invalid'],
    ['/tiles/parcels/3/8/0.mvt', 'tile.out_of_range'],
    ['/tiles/parcels/3/0/8.mvt', 'tile.out_of_range'],
    ['/tiles/parcels/-1/0/0.mvt', 'request.invalid'],
    ['/tiles/parcels/3/1.5/0.mvt', 'request.invalid'],
    ['/tiles/parcels/3/1e0/0.mvt', 'request.invalid'],
    ['/tiles/parcels/3/99999999999999999999/0.mvt', 'request.invalid'],
    ['/tiles/parcels/a/b/c.mvt', 'request.invalid'],
    [`${path(15)}?at=soon`, 'request.invalid'],
    [`${path(15)}?v=2`, 'request.invalid'],
  ];
  for (const [url, code] of cases) {
    const reply = await ask(url);
    assert.deepEqual([reply.statusCode, reply.json().code], [400, code], url);
    assert.equal(reply.headers.etag, undefined);
  }
  assert.equal((await ask('/tiles/parcels/3/1/1.png')).statusCode, 404);
});
test('every zoom answers', async () => {
  for (let z = 0; z <= 22; z += 1) {
    const { statusCode } = await ask(path(z), GZIP);
    assert.ok(statusCode === 200 || statusCode === 204, `z${z}: ${statusCode}`);
  }
});
