import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { RegisteredParcel, RegisteredParcelDetail } from '../../domain/contract/portal/portal-parcels.ts';
import { REGISTERED_ON, SPLIT_ON } from '../../testing/plant/register-fixture.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';

let t: TestApp;
before(async () => {
  t = await openTestApp();
});
after(() => t.close());

const list = async (query: Record<string, string>) => {
  const reply = await t.app.inject({ url: '/api/portal/parcels', query });
  return {
    status: reply.statusCode,
    body: reply.json<{ items: RegisteredParcel[]; nextCursor: string | null; code?: string }>(),
  };
};
const find = async (query: Record<string, string>) => (await list(query)).body.items;

test('two sheets 12 give two answers, each naming its old unit', async () => {
  const items = await find({ commune: '99001', sheet: '12', no: '345' });
  assert.deepEqual(
    items.map((item) => [item.id, item.sheet, item.no, item.numberedIn.code, item.numberedIn.validTo]),
    [
      [t.register.twins[0], '12', '345', '99011', '2025-07-01'],
      [t.register.twins[1], '12', '345', '99012', '2025-07-01'],
    ],
  );
  assert.deepEqual(items[0]?.commune, { code: '99001', name: 'Xã Thử Nghiệm' });
});

test('a code that is valid only earlier is mapped to its successor', async () => {
  const items = await find({ commune: '99012', sheet: '12', no: '345' });
  assert.deepEqual(
    items.map((item) => item.commune.code),
    ['99001', '99001'],
  );
  assert.deepEqual(await find({ commune: '99012', sheet: '12', no: '345', at: '2026-05-01' }), items);
});

test('every form of the question finds the same parcels', async () => {
  const ids = (items: RegisteredParcel[]) => items.map((item) => item.id);
  const twins = [...t.register.twins];
  assert.deepEqual(ids(await find({ q: 'tờ bản đồ số 12, thửa đất số 345' })), twins);
  assert.deepEqual(ids(await find({ q: '12/345', commune: '99011' })), twins);
  assert.deepEqual(ids(await find({ commune: '99001', sheet: '012', no: '0345' })), twins);
  assert.deepEqual(ids(await find({ q: '012/345', sheet: '0012', no: '345' })), twins, 'no contradiction');
  assert.deepEqual(await find({ commune: '99001', sheet: '0', no: '00' }), []);
  const [first] = await find({ q: '12/345' });
  assert.deepEqual(ids(await find({ code: first!.code })), [twins[0]]);
  assert.deepEqual(ids(await find({ q: first!.code.toUpperCase() })), [twins[0]]);
});

test('land use, areas and times come as the contract says', async () => {
  const [parcel, next] = await find({ commune: '99001', q: '12/345' });
  assert.deepEqual(
    parcel?.landUse.map((use) => use.code),
    ['ONT', 'CLN'],
  );
  assert.equal(parcel?.landUse[0]?.nameVi, 'Đất ở tại nông thôn');
  assert.equal(parcel?.areaM2, 1200);
  assert.equal(parcel?.legalAreaM2, 1200.5);
  assert.equal(parcel?.registeredAt, '2026-03-10T05:00:00.000Z');
  assert.equal(parcel?.state, 'current');
  assert.equal(next?.landUse[0]?.code, 'LUC');
  const [unknown] = await find({ commune: '99001', sheet: '12', no: '346' });
  assert.deepEqual(unknown?.landUse, [], 'a code that no list has is not published');
  assert.equal(unknown?.legalAreaM2, null);
});

test('nothing fits: an empty list, not an error', async () => {
  for (const query of [
    { commune: '12345' },
    { commune: '99001', sheet: '13' },
    { code: 'w7g999999999' },
    { q: '12/345', no: '1' },
  ]) {
    const { status, body } = await list(query);
    assert.deepEqual([status, body], [200, { items: [], nextCursor: null }], JSON.stringify(query));
  }
});

test('pages follow one another without gap or repeat, numbers in their order', async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const { body } = await list({ commune: '99002', limit: '7', ...(cursor ? { cursor } : {}) });
    assert.ok(body.items.length <= 7);
    seen.push(...body.items.map((item) => item.no));
    cursor = body.nextCursor;
  } while (cursor);
  assert.deepEqual(
    seen,
    Array.from({ length: 22 }, (_, i) => String(i + 2)),
  );
});

test('as of a day: what was registered by its end', async () => {
  const numbers = async (at: string) => (await find({ commune: '99002', at, limit: '3' })).map((item) => item.no);
  assert.deepEqual(await numbers('2026-03-09'), []);
  assert.deepEqual(await numbers(REGISTERED_ON), ['1', '4', '5']);
  assert.deepEqual(await numbers('2026-06-19'), ['1', '4', '5']);
  assert.deepEqual(await numbers(SPLIT_ON), ['2', '3', '4']);
});

const REFUSED: [query: string, status: number, code: string, fields: string[]][] = [
  ['', 400, 'request.invalid', ['commune']],
  ['sheet=12&no=345', 400, 'request.invalid', ['commune']],
  ['commune=9900', 400, 'request.invalid', ['commune']],
  ['commune=99001&limit=101', 400, 'request.invalid', ['limit']],
  ['commune=99001&limit=0', 400, 'request.invalid', ['limit']],
  ['commune=99001&limit=1.5', 400, 'request.invalid', ['limit']],
  ['commune=99001&limit=0x10', 400, 'request.invalid', ['limit']],
  ['commune=99001&limit=5&limit=6', 400, 'request.invalid', ['limit']],
  ['commune=99001&at=2026-02-30', 400, 'request.invalid', ['at']],
  ['commune=99001&surprise=1&other=2', 400, 'request.invalid', ['other', 'surprise']],
  ['code=w7g9', 400, 'request.invalid', ['code']],
  ['commune=99001&cursor=nonsense', 400, 'cursor.invalid', []],
  ['commune=99001&cursor=WyJhIl0', 400, 'cursor.invalid', []],
  ['q=Nguy%E1%BB%85n', 422, 'query.not_understood', []],
];
for (const [query, status, code, fields] of REFUSED) {
  test(`?${query} is refused: ${status} ${code}`, async () => {
    const reply = await t.app.inject(`/api/portal/parcels?${query}`);
    const body = reply.json<{ code: string; errors?: { field: string }[] }>();
    assert.deepEqual([reply.statusCode, body.code], [status, code]);
    assert.match(String(reply.headers['content-type']), /^application\/problem\+json/);
    assert.deepEqual((body.errors ?? []).map((error) => error.field).sort(), fields);
  });
}

test('text with NUL or half a character is refused or finds nothing, and never fails', async () => {
  for (const text of ['%00', '%C3', 'a%00b', '%F0%9F%92%A9', "' or 1=1--"]) {
    const reply = await t.app.inject(`/api/portal/parcels?commune=99001&sheet=${text}`);
    assert.ok(reply.statusCode < 500, `${text}: ${reply.statusCode}`);
  }
  assert.equal((await list({ commune: '99001', sheet: '\0' })).body.code, 'request.invalid');
});

const one = (id: string, at?: string) =>
  t.app.inject({ url: `/api/portal/parcels/${id}`, ...(at ? { query: { at } } : {}) });

test('one parcel: its drawing in both systems, and how fresh the data is', async () => {
  const parcel = (await one(t.register.twins[0])).json<RegisteredParcelDetail>();
  assert.equal(parcel.geometry.type, 'Polygon');
  const [ring] = parcel.geometry.coordinates as [number, number][][];
  assert.ok(Math.abs(ring![0]![0] - 106.2) < 0.01 && Math.abs(ring![0]![1] - 21.27) < 0.01, 'longitude, latitude');
  assert.equal(parcel.geometryLegal.srid, 9214);
  assert.deepEqual((parcel.geometryLegal.coordinates as number[][][])[0]?.[0], [416700, 2353000]);
  assert.deepEqual([parcel.successors, parcel.predecessors], [[], []]);
  assert.equal(parcel.dataAsOf, '2026-06-20T05:00:00.000Z');
});

test('a retired parcel answers and leads to what came out of it, and back', async () => {
  const parent = (await one(t.register.parent)).json<RegisteredParcelDetail>();
  assert.equal(parent.state, 'historic');
  assert.equal(parent.endedAt, '2026-06-20T05:00:00.000Z');
  assert.deepEqual(parent.successors.map((other) => other.id).sort(), [...t.register.children].sort());
  const child = (await one(t.register.children[0])).json<RegisteredParcelDetail>();
  assert.deepEqual(
    child.predecessors.map((other) => [other.id, other.sheet, other.no]),
    [[t.register.parent, '7', '1']],
  );
});

test('a parcel as of a day on which it was not registered is not found', async () => {
  assert.equal((await one(t.register.parent, '2026-05-01')).statusCode, 200);
  for (const [id, day] of [
    [t.register.parent, SPLIT_ON],
    [t.register.children[0], '2026-06-19'],
    ['00000000-0000-4000-8000-000000000000', SPLIT_ON],
  ] as const) {
    const reply = await one(id, day);
    assert.deepEqual([reply.statusCode, reply.json().code], [404, 'parcel.not_found'], day);
  }
});

test('an id that is none is refused before the database is asked', async () => {
  for (const id of ['x', '..%2f..%2fetc', '00000000-0000-4000-8000-00000000000z']) {
    assert.equal((await one(id)).json().code, 'request.invalid');
  }
});

test('a box: what lies in it or on its edge, page by page, by day and with other conditions', async () => {
  const [lon, lat] = t.register.centre;
  const all = `${lon - 0.02},${lat - 0.02},${lon + 0.02},${lat + 0.02}`;
  const list = async (more: Record<string, string>) => {
    const reply = await t.app.inject({ url: '/api/portal/parcels', query: { limit: '100', ...more } });
    assert.equal(reply.statusCode, 200, reply.body);
    return reply.json<{ items: { id: string; sheet: string }[]; nextCursor: string | null }>();
  };
  const everything = await list({ bbox: all });
  const known = await t.ownerClient.query("select parcel_id from cadastre.parcel_version where status = 'current'");
  assert.equal(everything.items.length, known.rowCount);
  const twelve = everything.items.filter(({ sheet }) => sheet === '12');
  assert.deepEqual((await list({ bbox: all, sheet: '12' })).items, twelve);
  assert.equal(
    (await list({ bbox: all, at: '2026-06-19' })).items.some(({ id }) => id === t.register.parent),
    true,
  );
  const first = await list({ bbox: all, limit: '3' });
  const second = await list({ bbox: all, limit: '3', cursor: first.nextCursor ?? '' });
  assert.deepEqual([...first.items, ...second.items], everything.items.slice(0, 6));
  const { rows } = await t.ownerClient.query<{ lon: number; lat: number }>(
    `select st_x(p) as lon, st_y(p) as lat from (select st_transform(feature_point, 4326) as p
     from cadastre.parcel_version where parcel_id = $1) v`,
    [t.register.twins[0]],
  );
  const at = [rows[0]!.lon, rows[0]!.lat];
  assert.deepEqual(
    (await list({ bbox: [...at, ...at].join() })).items.map(({ id }) => id),
    [t.register.twins[0]],
  );
  assert.deepEqual((await list({ bbox: '106,21,106.01,21.01' })).items, []);
});

test('a box that is none, turned round or too large is refused with what is allowed', async () => {
  for (const bbox of [
    '',
    '1,2,3',
    'a,b,c,d',
    '106.3,21.2,106.2,21.3',
    '106,21,107,22',
    '106.2,21.2,106.2',
    '200,0,200,0',
    '106.2,21.2,106.21,21.21,5',
  ]) {
    const reply = await t.app.inject({ url: '/api/portal/parcels', query: { bbox } });
    assert.equal(reply.statusCode, 400, bbox);
    assert.match(reply.body, /bbox/, bbox);
  }
  await t.publish('lookup', 'geometry', false);
  const hidden = await t.app.inject({ url: '/api/portal/parcels', query: { bbox: '106.19,21.26,106.21,21.28' } });
  assert.deepEqual(hidden.json<{ items: unknown[] }>().items, [], 'what lies where is not told by asking');
  await t.publish('lookup', 'geometry', true);
});
