/** Looking at a batch: what is shown to whom, what is noted of it, lists, findings, geometry. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { COMMUNE } from '../../testing/import/open-import.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { readTile } from '../../testing/read-tile.ts';
import { BINH, HA, openReviewApp, type Person, type ReviewApp } from '../../testing/review-app.ts';
import { tileAround } from '../../testing/tile-around.ts';

const AUDITOR: Person = { role: 'auditor', communes: ['*'], sub: 'kiem-toan' };
const ARCHIVIST: Person = { role: 'archivist', sub: 'luu-tru' };
const HOLDER = 'Phạm Thị Hạt Ấm';
const NUMBER = '099187654321';
const ADDRESS = 'Đất nhà ông Hư Cấu';
const SERIAL = 'AB 123456';

let t: ReviewApp;
let id: string;
before(async () => {
  t = await openReviewApp();
  const report = await t.bringIn({
    rows: [
      { holder: HOLDER, identity: NUMBER, address: ADDRESS, serial: SERIAL },
      { parcelNo: '1' },
      { area: '900.0', landUse: 'QQQ' },
      { rings: null },
    ],
  });
  id = report.batchId;
});
after(() => t.close());

type Log = { actor: string; record_nos: number[]; purpose: string };
const readLog = () =>
  t.query<Log>('select actor, record_nos, purpose from audit.read_log where batch_id = $1 order by seq', [id]);
const looks = [
  ['batch.records', '/records'],
  ['batch.record', '/records/1'],
  ['batch.corrections', '/corrections'],
] as const;

test('those who may see persons do, and each look leaves one row with who, what and what for', async () => {
  const before = (await readLog()).length;
  for (const person of [HA, BINH, ARCHIVIST]) {
    for (const [, path] of looks) {
      const reply = await t.get(`/api/batches/${id}${path}`, person);
      assert.equal(reply.statusCode, 200, reply.body);
      assert.ok(reply.body.includes(HOLDER), `${person.sub} ${path}`);
      assert.ok(!reply.body.includes(NUMBER), 'identity numbers are sealed for everybody');
    }
  }
  const rows = (await readLog()).slice(before);
  assert.deepEqual(
    rows.map(({ actor, purpose }) => `${actor} ${purpose}`),
    ['ha', 'binh', 'luu-tru'].flatMap((actor) => looks.map(([purpose]) => `${actor} ${purpose}`)),
  );
  assert.deepEqual([rows[0]?.record_nos, rows[1]?.record_nos, rows[2]?.record_nos], [[1, 2, 3, 4], [1], [1]]);
});

test('others see the land and no person: not in raw, candidate or corrections, nor by asking; nothing is noted', async () => {
  const before = (await readLog()).length;
  const admin: Person = { role: 'admin', communes: ['*'], sub: 'quan-tri' };
  const doors = [
    '',
    '/report',
    '/findings',
    '/findings?code=key.duplicate',
    '/geometry',
    ...looks.map(([, path]) => path),
  ];
  for (const person of [AUDITOR, admin]) {
    for (const path of doors) {
      const reply = await t.get(`/api/batches/${id}${path}`, person);
      assert.equal(reply.statusCode, 200, `${path}: ${reply.body}`);
      for (const secret of [HOLDER, 'Hạt', ADDRESS, SERIAL, NUMBER])
        assert.ok(!reply.body.includes(secret), `${secret} in ${path}`);
    }
    const record = (await t.get(`/api/batches/${id}/records/1`, person)).json();
    assert.equal(record.masked, true);
    assert.deepEqual(Object.keys(record.raw).sort(), ['DIENTICH', 'MALOAIDAT', 'SHBANDO', 'SHTHUA']);
    assert.deepEqual(record.candidate.holders, [{ name: '•••', kind: 'person', manages: false }]);
    assert.equal(record.corrections[0].before, '•••');
    for (const q of ['Hạt', 'hư cấu phạm']) {
      const found = await t.get(`/api/batches/${id}/records?q=${encodeURIComponent(q)}`, person);
      assert.deepEqual(found.json().items, [], q);
    }
  }
  assert.equal((await readLog()).length, before);
});

test('an auditor’s question does not find out what an address says', async () => {
  const ask = async (person: Person) =>
    (await t.get(`/api/batches/${id}/records?q=${encodeURIComponent('nhà ông')}`, person)).json().items.length;
  assert.deepEqual([await ask(HA), await ask(AUDITOR)], [1, 0]);
});

test('a look that cannot be noted shows nothing', async () => {
  await t.query('alter table audit.read_log add constraint no_more check (false) not valid');
  try {
    const reply = await t.get(`/api/batches/${id}/records/1`, HA);
    assert.equal(reply.statusCode, 500);
    assert.ok(!reply.body.includes(HOLDER));
    assert.equal((await t.get(`/api/batches/${id}/records/1`, AUDITOR)).statusCode, 200);
  } finally {
    await t.query('alter table audit.read_log drop constraint no_more');
  }
});

test('the log of looks can only grow, whoever asks', async () => {
  for (const statement of [
    'delete from audit.read_log',
    `update audit.read_log set actor = 'x'`,
    'truncate audit.read_log',
  ]) {
    await assert.rejects(t.pools.app.query(statement), { code: '42501' }, statement);
    await assert.rejects(t.query(statement), { code: 'DB002' }, statement);
  }
});

test('records by number, sheet and parcel, words, status and finding, page by page', async () => {
  const find = async (query: string) =>
    (await t.get(`/api/batches/${id}/records?${query}`, HA))
      .json()
      .items.map((item: { recordNo: number }) => item.recordNo);
  const { sheets } = await t.batch(id, HA);
  assert.deepEqual(await find('q=3'), [3]);
  assert.deepEqual(await find('q=1'), [1, 2]);
  assert.deepEqual(await find(`q=${sheets[0]}%2F1`), [1, 2]);
  assert.deepEqual(await find('q=99%2F1'), []);
  assert.deepEqual(await find(`q=${encodeURIComponent('hat am')}`), [1]);
  assert.deepEqual(await find('q=%25'), []);
  assert.deepEqual(await find('status=blocked'), [1, 2]);
  assert.deepEqual(await find('status=refused'), [4]);
  assert.deepEqual(await find('code=area.outside_tolerance'), [3]);
  const seen: number[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { items: { recordNo: number }[]; nextCursor: string | null } = (
      await t.get(`/api/batches/${id}/records?limit=1${cursor && `&cursor=${cursor}`}`, HA)
    ).json();
    seen.push(...page.items.map(({ recordNo }) => recordNo));
    cursor = page.nextCursor;
  }
  assert.deepEqual(seen, [1, 2, 3, 4]);
  for (const path of ['records', 'findings', 'corrections', 'geometry', 'history']) {
    const reply = await t.get(`/api/batches/${id}/${path}?cursor=bm9wZQ`, HA);
    assert.deepEqual([reply.statusCode, reply.json().code], [400, 'cursor.invalid'], path);
  }
});

test('findings by code: the counts are those of the report, and each can be had record by record', async () => {
  const { groups, items } = (await t.get(`/api/batches/${id}/findings`, HA)).json();
  assert.deepEqual(items, []);
  const report = (await t.get(`/api/batches/${id}/report`, HA)).json();
  const counted = (list: { code: string; count: number }[]) => list.map(({ code, count }) => `${code} ${count}`).sort();
  assert.deepEqual(counted(groups), counted(report.findings));
  const duplicate = groups.find(({ code }: { code: string }) => code === 'key.duplicate');
  assert.deepEqual([duplicate.severity, duplicate.open, duplicate.samples], ['error', 2, [1, 2]]);
  const one = (await t.get(`/api/batches/${id}/findings?code=key.duplicate&limit=1`, HA)).json();
  assert.equal(one.items[0].recordNo, 1);
  const next = (
    await t.get(`/api/batches/${id}/findings?code=key.duplicate&limit=1&cursor=${one.nextCursor}`, HA)
  ).json();
  assert.deepEqual([next.items[0].recordNo, next.nextCursor], [2, null]);
});

test('a record has its outline in its own system and in degrees; one without an outline has none', async () => {
  const record = (await t.get(`/api/batches/${id}/records/1`, HA)).json();
  assert.equal(record.geometryLegal.srid, 9214);
  assert.equal(record.geometryLegal.type, 'Polygon');
  const [west, south, east, north] = record.bbox;
  for (const [lon, lat] of notEmpty<[number, number]>(record.geometry.coordinates[0])) {
    assert.ok(lon >= west - 1e-6 && lon <= east + 1e-6 && lat >= south - 1e-6 && lat <= north + 1e-6);
  }
  assert.ok(west > 106 && east < 107 && south > 21 && north < 22);
  const empty = (await t.get(`/api/batches/${id}/records/4`, HA)).json();
  assert.deepEqual([empty.geometry, empty.geometryLegal, empty.bbox], [null, null, null]);
  const missing = await t.get(`/api/batches/${id}/records/5`, HA);
  assert.deepEqual([missing.statusCode, missing.json().code], [404, 'record.not_found']);
});

test('outlines of the whole batch as GeoJSON and as tiles at every zoom, without a person', async () => {
  const { features } = (await t.get(`/api/batches/${id}/geometry`, HA)).json();
  assert.deepEqual(
    features.map((f: { id: number }) => f.id),
    [1, 2, 3],
  );
  assert.deepEqual(features[0].properties.codes, ['key.duplicate', 'text.case_repaired']);
  const [west, south] = (await t.batch(id, HA)).bbox as [number, number, number, number];
  for (const z of [0, 3, 8, 12, 14, 16, 18, 22]) {
    const { x, y } = tileAround([west, south], z);
    const reply = await t.get(`/tiles/staging/${id}/${z}/${x}/${y}.mvt`, HA);
    assert.ok([200, 204].includes(reply.statusCode), `zoom ${z}: ${reply.body}`);
    assert.equal(reply.headers['cache-control'], 'no-store');
    assert.ok(!reply.rawPayload.toString('utf8').includes('Hạt'));
    if (z < 14 || z > 18) continue;
    const first = readTile(reply.rawPayload).records?.find(({ properties }) => properties.parcelNo === '1');
    assert.equal(first?.properties.status, 'blocked');
    assert.match(String(first?.properties.codes), /key\.duplicate/);
  }
  const nowhere = await t.get(`/tiles/staging/${id}/14/0/0.mvt`, HA);
  assert.equal(nowhere.statusCode, 204);
  const outside = await t.get(`/tiles/staging/${id}/2/9/9.mvt`, HA);
  assert.deepEqual([outside.statusCode, outside.json().code], [400, 'tile.out_of_range']);
});

test('the campaign table: newest first, by state, commune, words, and one’s own', async () => {
  const others = [await t.bringIn(), await t.bringIn(), await t.bringIn()].map(({ batchId }) => batchId);
  await t.propose(others[1]!);
  const list = async (query: string, person = HA) => {
    const reply = await t.get(`/api/batches?${query}`, person);
    assert.equal(reply.statusCode, 200, reply.body);
    return reply.json().items.map((item: { id: string }) => item.id);
  };
  assert.deepEqual(await list(''), [...others].reverse().concat(id));
  assert.deepEqual(await list('state=proposed'), [others[1]]);
  assert.deepEqual(await list('mine=true'), [others[1]], 'proposed by her');
  assert.deepEqual(await list(`commune=${COMMUNE}&state=validated`), [others[2], others[0], id]);
  assert.deepEqual(await list('q=to-3'), [others[1]]);
  assert.deepEqual(await list('q=bac+giang'.replace('+', '%20')), [...others].reverse().concat(id));
  assert.deepEqual(await list('q=%25'), []);
  assert.deepEqual(await list('', { role: 'officer', communes: ['99002'], sub: 'khac' }), []);
  assert.deepEqual(await list('', AUDITOR), [...others].reverse().concat(id));
  const foreign = await t.get('/api/batches?commune=99002', HA);
  assert.equal(foreign.statusCode, 403);
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { items: { id: string }[]; nextCursor: string | null } = (
      await t.get(`/api/batches?limit=2${cursor && `&cursor=${cursor}`}`, HA)
    ).json();
    seen.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
  }
  assert.deepEqual(seen, [...others].reverse().concat(id));
  const [line] = (await t.get('/api/batches?state=proposed', BINH)).json().items;
  assert.deepEqual([line.proposedBy.id, line.owner.id, line.commune.code], ['ha', 'import-cli', COMMUNE]);
  assert.deepEqual(line.open, { errors: 0, warnings: 0, infos: 0 });
});

test('a record thinner than a cell of the tile is drawn from zoom 14 on, however thin', async () => {
  const [e, n] = [420_900, 2_353_000];
  const strip = (x: number, wide: number): [number, number][] => [
    [e + x, n],
    [e + x, n + 30],
    [e + x + wide, n + 30],
    [e + x + wide, n],
    [e + x, n],
  ];
  const { batchId } = await t.bringIn({ rows: [0.05, 0.3, 20].map((wide, i) => ({ rings: [strip(40 * i, wide)] })) });
  const { features } = (await t.get(`/api/batches/${batchId}/geometry`, HA)).json();
  for (const [i, feature] of notEmpty<{ geometry: { coordinates: [number, number][][] } }>(features).entries())
    for (const z of [14, 16, 18, 20]) {
      const { x, y } = tileAround(feature.geometry.coordinates[0]![0]!, z);
      const reply = await t.get(`/tiles/staging/${batchId}/${z}/${x}/${y}.mvt`, HA);
      const drawn = readTile(reply.rawPayload).records?.find(({ properties }) => properties.parcelNo === String(i + 1));
      assert.equal(drawn?.type, 'polygon', `record ${i + 1}, zoom ${z}`);
    }
});
