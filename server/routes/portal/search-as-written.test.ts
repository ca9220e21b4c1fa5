import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SearchAnswer } from '../../domain/contract/portal/portal-search.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { addLand, type Land } from '../../testing/plant/add-land.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';

let t: TestApp;
const UNIT = { code: '99050', name: 'Xã Mỹ Thái Mẫu' };
const square = (i: number) => {
  const [x, y] = [416_000 + i * 20, 2_352_000];
  return `POLYGON((${x} ${y},${x + 20} ${y},${x + 20} ${y + 30},${x} ${y + 30},${x} ${y}))`;
};
const NUMBERS = ['12', '13', '12+13', '3', '3/4', '7a', '7đ', '21,22', '23&24', '25-26', '7+013', '1234567'];
const PLACES = ['Thôn Lim Hạ', 'Thôn Ðồng Làng Vực', 'Thôn Đồng Kỳ', 'Thôn Tân Tiến 7'];
const LAND: Land[] = [
  ...NUMBERS.map((no, i): Land => ({ unit: UNIT, sheet: '42', no, shape: square(i), address: 'Thôn Lim Hạ' })),
  ...PLACES.map((address, i): Land => ({ unit: UNIT, sheet: '43', no: String(i + 7), shape: square(i + 30), address })),
  ...Array.from(
    { length: 22 },
    (_, i): Land => ({
      unit: { code: String(99100 + i), name: `Xã Đồng Mẫu ${String.fromCharCode(65 + i)}` },
      sheet: '1',
      no: '1',
      shape: square(60 + i),
      address: 'Xóm Giữa',
    }),
  ),
];
before(async () => {
  t = await openTestApp();
  await addLand(t.database.urls.migrator, LAND);
  await t.refresh();
});
after(() => t.close());

const ask = async (q: string): Promise<SearchAnswer> => {
  const reply = await t.app.inject({ url: '/api/portal/search', query: { q } });
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json<SearchAnswer>();
};
const numbers = async (q: string) => (await ask(q)).parcels.map(({ no }) => no);
const page = (q: string) => t.app.inject({ url: '/search', query: { q }, headers: { accept: 'text/html' } });

test('every number that can be registered is found by itself, and never another parcel', async () => {
  for (const no of NUMBERS) {
    for (const q of [`tờ 42 thửa ${no}`, `thửa ${no.toUpperCase()}, tờ 42`, `42/${no}`]) {
      assert.deepEqual(await numbers(q), [no], q);
    }
    const listed = await t.app.inject({
      url: '/api/portal/parcels',
      query: { commune: UNIT.code, sheet: '042', no: ` ${no.toUpperCase()}` },
    });
    assert.deepEqual(
      listed.json<{ items: { no: string }[] }>().items.map((parcel) => parcel.no),
      [no],
    );
    const typed = await t.app.inject({ url: '/api/portal/parcels', query: { q: `tờ 42 thửa ${no}` } });
    assert.equal(typed.json<{ items: unknown[] }>().items.length, 1, no);
  }
  assert.deepEqual(await numbers('3/4'), ['3/4'], 'sheet 3 has no parcel 4, but there is a parcel 3/4');
});

test('a number that nobody has opens no other parcel: it says what is missing and what is near', async () => {
  for (const [no, near] of [
    ['12+14', ['12', '12+13']],
    ['12.1', ['12', '12+13']],
    ['7', ['7+013', '7a', '7đ']],
  ] as const) {
    const answer = await ask(`tờ 42 thửa ${no}`);
    assert.deepEqual([answer.parcels, answer.missing], [[], 'parcel'], no);
    for (const one of notEmpty(near))
      assert.ok(
        answer.near?.some((parcel) => parcel.no === one),
        `${no}: ${one}`,
      );
    const reply = await page(`tờ 42 thửa ${no}`);
    assert.equal(reply.statusCode, 200);
    assert.match(reply.body, new RegExp(`không có thửa ${no.replace(/[+.]/g, '\\$&')} trên tờ 42`));
    assert.match(reply.body, /Gần với điều bạn hỏi/);
  }
});

test('a parcel that a place does not have is not answered by the place without a word', async () => {
  const answer = await ask('tờ 12 thửa 345 xã Mỹ Thái Mẫu');
  assert.deepEqual([answer.parcels, answer.missing], [[], 'sheet']);
  assert.deepEqual(answer.sheets, ['42', '43']);
  assert.deepEqual(
    answer.near?.map(({ id }) => id),
    [...t.register.twins],
    'where there is such a parcel',
  );
  const reply = await page('tờ 12 thửa 345 xã Mỹ Thái Mẫu');
  assert.equal(reply.statusCode, 200, 'not led to the commune');
  assert.match(reply.body, /không có tờ 12 ở “xã Mỹ Thái Mẫu”/);
  assert.match(reply.body, /Ở đó có các tờ: 42, 43\./);
  assert.equal((await ask('tờ 42 thửa 999 xã Mỹ Thái Mẫu')).missing, 'parcel');
  assert.equal((await ask('tờ 42 thửa 12 xã Không Đâu')).missing, 'place');
  assert.equal((await ask('w7g999999999')).missing, 'code');
});

test('a number beside the name of a hamlet is looked for, unless the hamlet is called so', async () => {
  for (const q of ['lim ha 12', 'thôn Lim Hạ 12', '12 lim hạ', 'Lim Hạ, 12']) {
    const answer = await ask(q);
    assert.equal(answer.asked.no, '12', q);
    assert.deepEqual(
      answer.parcels.map(({ no }) => no),
      ['12'],
      q,
    );
  }
  const called = await ask('tan tien 7');
  assert.deepEqual([called.asked.kind, called.places.map(({ name }) => name)], ['place', ['Thôn Tân Tiến 7']]);
  const missing = await ask('lim ha 999');
  assert.deepEqual([missing.asked.no, missing.missing], ['999', 'parcel']);
});

test('what is not understood is said on the page, and nothing is gone to', async () => {
  const answer = await ask('tờ 42 thửa 12 xã Mỹ Thái Mẫu, 88');
  assert.deepEqual(answer.asked.unread, ['88']);
  const reply = await page('tờ 42 thửa 12 xã Mỹ Thái Mẫu, 88');
  assert.equal(reply.statusCode, 200);
  assert.match(reply.body, /Chưa hiểu phần “88”/);
});

test('names as people write them: short words of kind, i and y, Ð for Đ, no diacritics', async () => {
  const first = async (q: string) => {
    const { communes, places } = await ask(q);
    return communes[0]?.name ?? places[0]?.name;
  };
  for (const q of ['X. Mỹ Thái Mẫu', 'X.Mỹ Thái Mẫu', 'Mĩ Thái Mẫu', 'mi thai mau']) {
    assert.equal(await first(q), UNIT.name, q);
  }
  assert.equal(await first('P. Bắc Giang'), 'Phường Bắc Giang');
  assert.equal(await first('X. Phúc Hòa, H. Tân Yên'), 'Xã Phúc Hòa');
  for (const q of ['đồng kì', 'dong ky', 'thôn Ðồng Kỳ', 'Thôn Đồng Kì']) {
    assert.ok(
      (await ask(q)).places.some(({ name }) => name === 'Thôn Đồng Kỳ'),
      q,
    );
  }
  assert.deepEqual(await numbers('thửa 9 thôn Ðồng Kì'), ['9']);
});

test('a hamlet misspelt or without diacritics is not buried under communes', async () => {
  for (const q of ['dong lang vuc', 'thôn đồng làng vực', 'dong lang vưc', 'đồng lang vuc xã Mỹ Thái Mẫu']) {
    const { communes, places } = await ask(q);
    assert.equal(places[0]?.name, 'Thôn Đồng Làng Vực', q);
    assert.ok(communes.length <= 1, `${q}: ${communes.map(({ name }) => name).join()}`);
  }
  for (const q of ['thôn lym hạ', 'thon lin ha', 'lym ha']) {
    const { communes, places } = await ask(q);
    assert.deepEqual([communes.length, places[0]?.name], [0, 'Thôn Lim Hạ'], q);
  }
  assert.deepEqual(await numbers('thửa 8 dong lang vuc'), ['8']);
});

test('coordinates outside the province say so', async () => {
  for (const q of ['10.77, 106.7', '1200000 500000', '48.8566, 2.3522']) {
    assert.equal((await ask(q)).missing, 'point', q);
    const reply = await page(q);
    assert.match(reply.body, /ngoài tỉnh/, q);
  }
});

test('beside each of several answers there is its shape, where boundaries are published', async () => {
  const count = async () => [...(await page('tờ 42')).body.matchAll(/class="silhouette"/g)].length;
  assert.equal(await count(), NUMBERS.length);
  await t.publish('lookup', 'geometryLegal', false);
  assert.equal(await count(), 0);
  await t.publish('lookup', 'geometryLegal', true);
});

test('beside each of several communes, and of hamlets of one name, there is its commune, with a dot where the hamlet is', async () => {
  const drawings = async (q: string) => {
    const { body } = await page(q);
    return [body.match(/class="silhouette"/g)?.length ?? 0, body.match(/<circle /g)?.length ?? 0];
  };
  assert.deepEqual(await drawings('đồng mẫu'), [0, 0], 'no boundary is registered');
  const { rowCount } = await t.ownerClient.query(
    `insert into cadastre.commune_outline (code, valid_from, name, geom_3857, overview_3857, label_3857, boundary_recorded_at, revision)
     select code, valid_from, name, g, g, st_centroid(g), now(), 1 from reference.administrative_unit,
       st_multi(st_transform(st_makeenvelope(106.1, 21.2, 106.3, 21.4, 4326), 3857)) g where code like '991__'`,
  );
  const { communes } = await ask('đồng mẫu');
  assert.ok(rowCount! >= communes.length && communes.length > 1);
  assert.deepEqual(await drawings('đồng mẫu'), [communes.length, 0]);
  const { places } = await ask('xóm giữa');
  assert.ok(places.length > 1);
  assert.deepEqual(await drawings('xóm giữa'), [places.length, places.length]);
});

test('a former commune is called one', async () => {
  const reply = await page('xã Đông Thử');
  assert.match(reply.body, /Xã Đông Thử \(đơn vị cũ\)/);
});
