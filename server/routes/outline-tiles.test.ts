import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type pg from 'pg';
import { REGISTERED_ON } from '../testing/plant/register-fixture.ts';
import { readTile, type TileLayers } from '../testing/read-tile.ts';
import { openTestApp, type PolicyField, type TestApp } from '../testing/test-app.ts';
import { tileAround } from '../testing/tile-around.ts';

let t: TestApp;
let owner: pg.Client;
/** The unit of today, and one of the two that it took over: each with the box of its land as boundary. */
const setBoundary = (code: string, halfDegrees: number) =>
  owner.query(
    `insert into reference.administrative_unit_extent (code, valid_from, min_lon, min_lat, max_lon, max_lat, boundary, source)
     select u.code, u.valid_from, st_xmin(g), st_ymin(g), st_xmax(g), st_ymax(g), st_multi(g), 'fixture'
     from reference.administrative_unit u, st_makeenvelope(106.2 - $2, 21.27 - $2, 106.2 + $2, 21.27 + $2, 4326) g where u.code = $1
     on conflict (code, valid_from) do update set boundary = excluded.boundary, recorded_at = clock_timestamp()`,
    [code, halfDegrees],
  );
before(async () => {
  t = await openTestApp();
  owner = t.ownerClient;
  await setBoundary('99001', 0.05);
  await setBoundary('99011', 0.02);
  await t.refresh();
});
after(async () => {
  await t.close();
});

const path = (z: number) => {
  const { x, y } = tileAround(t.register.centre, z);
  return `/tiles/outlines/${z}/${x}/${y}.mvt`;
};
const ask = (url: string, headers: Record<string, string> = {}) => t.app.inject({ url, headers });
async function read(z: number, query = ''): Promise<TileLayers> {
  const reply = await ask(path(z) + query);
  assert.equal(reply.statusCode, 200);
  assert.equal(reply.headers['content-type'], 'application/vnd.mapbox-vector-tile');
  return readTile(reply.rawPayload);
}
const propertiesOf = (layers: TileLayers, name: string) => (layers[name] ?? []).map((feature) => feature.properties);
const commune = { code: '99001', name: 'Xã Thử Nghiệm' };

test('layers by zoom: communes from afar, their names from 8, sheets from 11, places from 13', async () => {
  const names = async (z: number) => Object.keys(await read(z));
  assert.deepEqual(await names(7), ['communes']);
  for (const z of [8, 9, 10]) assert.deepEqual(await names(z), ['communes', 'commune-labels'], String(z));
  for (const z of [11, 12]) assert.deepEqual(await names(z), ['communes', 'commune-labels', 'sheets'], String(z));
  assert.ok((await names(13)).includes('sheets'));
});

test('a commune: its outline of four corners, and its name inside', async () => {
  const { communes, 'commune-labels': labels } = await read(10);
  assert.deepEqual([communes?.length, labels?.length], [1, 1]);
  assert.deepEqual(communes![0]!.properties, commune);
  assert.equal(communes![0]!.type, 'polygon');
  assert.deepEqual(labels![0]!.properties, commune);
  const ring = communes![0]!.rings[0]!;
  assert.equal(new Set(ring.map(String)).size, 4);
  const [x, y] = labels![0]!.rings[0]![0]!;
  const [xs, ys] = [ring.map((corner) => corner[0]), ring.map((corner) => corner[1])];
  assert.ok(Math.min(...xs) < x && x < Math.max(...xs) && Math.min(...ys) < y && y < Math.max(...ys));
});

test('a sheet: where its parcels lie, its number, scale, old unit and main land use', async () => {
  const z = 12;
  const { sheets = [] } = await read(z);
  const described = sheets.map((sheet) => [sheet.properties.unit, sheet.properties.landUse]);
  assert.deepEqual(described.sort(), [
    ['Phường Mẫu', 'LUC'],
    ['Xã Tây Thử', 'LUC'],
    ['Xã Đông Thử', 'ONT'],
  ]);
  const east = sheets.find((sheet) => sheet.properties.unit === 'Xã Đông Thử')!;
  const { commune: code, sheet, scale } = east.properties;
  assert.deepEqual([code, sheet, scale], ['99001', '12', 1000]);
  // Two parcels of 30 m side by side, 40 m high: 60 m on the ground are 64 m of Web Mercator, a tile of zoom 12 has 9,784 m.
  const xs = east.rings.flat().map((corner) => corner[0]);
  const width = Math.max(...xs) - Math.min(...xs);
  assert.ok(Math.abs(width - (64.3 / 9784) * 4096) <= 2, String(width));
});

/** Places of the nine tiles of zoom 13 around the land, as "name commune". */
async function placesAround(): Promise<string[]> {
  const { x, y } = tileAround(t.register.centre, 13);
  const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => `/tiles/outlines/13/${x + dx}/${y + dy}.mvt`));
  const replies = await Promise.all(around.map((url) => ask(url)));
  const places = replies.flatMap((reply) =>
    propertiesOf(reply.statusCode === 200 ? readTile(reply.rawPayload) : {}, 'places'),
  );
  return places.map((place) => `${place.name} ${place.commune}`).sort();
}
test('places: a point with the name, in the tile in which it lies and no other', async () => {
  assert.deepEqual(await placesAround(), ['Thôn Thử 99001', 'Thôn Thử 99002']);
});

test('as of a day: the units that existed then, and no sheet or place before its first registration', async () => {
  const then = await read(13, '?at=2020-01-01');
  assert.deepEqual(propertiesOf(then, 'communes'), [{ code: '99011', name: 'Xã Đông Thử' }]);
  assert.deepEqual([then.sheets, then.places], [undefined, undefined]);
  const later = await read(12, `?at=${REGISTERED_ON}`);
  assert.deepEqual(propertiesOf(later, 'communes'), [commune]);
  assert.equal(later.sheets?.length, 3);
});

test('gzip, 304 until something in the tile changes, 204 where nothing is, 404 outside the pyramid', async () => {
  const first = await ask(path(12), { 'accept-encoding': 'gzip' });
  assert.equal(first.headers['content-encoding'], 'gzip');
  assert.deepEqual(gunzipSync(first.rawPayload), (await ask(path(12))).rawPayload);
  const known = { 'if-none-match': String(first.headers.etag) };
  assert.equal((await ask(path(12), known)).statusCode, 304);
  await setBoundary('99001', 0.04);
  await t.refresh();
  const next = await ask(path(12), known);
  assert.equal(next.statusCode, 200);
  assert.notDeepEqual(readTile(next.rawPayload), readTile(gunzipSync(first.rawPayload)));
  const empty = await ask('/tiles/outlines/14/1/1.mvt');
  assert.deepEqual([empty.statusCode, empty.rawPayload.length], [204, 0]);
  assert.equal((await ask('/tiles/outlines/3/8/0.mvt')).json().code, 'tile.out_of_range');
});

test('what the policy withholds from tiles is withheld from outlines, and the ETag changes with it', async () => {
  const allow = (field: PolicyField, allowed: boolean) => t.publish('tiles', field, allowed);
  const known = { 'if-none-match': String((await ask(path(12))).headers.etag) };
  for (const [field, key] of [
    ['landUse', 'landUse'],
    ['sheet', 'sheet'],
    ['scale', 'scale'],
    ['numberedIn', 'unit'],
    ['commune', 'commune'],
  ] as const) {
    await allow(field, false);
    const reply = await ask(path(12), known);
    assert.equal(reply.statusCode, 200);
    const sheets = propertiesOf(readTile(reply.rawPayload), 'sheets');
    assert.equal(sheets.length, 3);
    assert.ok(
      sheets.every((properties) => !(key in properties)),
      field,
    );
    await allow(field, true);
  }
  assert.equal((await ask(path(12), known)).statusCode, 304);
  await allow('address', false);
  assert.deepEqual(await placesAround(), [], 'names of places come from addresses');
  await allow('address', true);
  await allow('*', false);
  const closed = await ask(path(12));
  assert.deepEqual([closed.statusCode, closed.json().code], [403, 'publication.closed']);
  await allow('*', true);
});
