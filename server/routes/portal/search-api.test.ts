import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SearchAnswer, Suggestion } from '../../domain/contract/portal/portal-search.ts';
import { nameKey } from '../../domain/question/match-name.ts';
import { searchLand } from '../../registry/search/search-land.ts';
import { CANARIES, SPLIT_ON } from '../../testing/plant/register-fixture.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';

let t: TestApp;
before(async () => {
  t = await openTestApp();
});
after(() => t.close());

const ask = async (q: string, more: Record<string, string> = {}): Promise<SearchAnswer> => {
  const reply = await t.app.inject({ url: '/api/portal/search', query: { q, ...more } });
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json<SearchAnswer>();
};
const ids = async (q: string, more: Record<string, string> = {}) => (await ask(q, more)).parcels.map(({ id }) => id);
const suggest = async (q: string, more: Record<string, string> = {}): Promise<Suggestion[]> => {
  const reply = await t.app.inject({ url: '/api/portal/suggest', query: { q, ...more } });
  assert.equal(reply.statusCode, 200, reply.body);
  return reply.json<{ items: Suggestion[] }>().items;
};
const EMPTY = { parcels: [], more: false, communes: [], places: [], points: [] };

test('sheet and number, said in any way: a choice of both sheets 12, each with the unit it was numbered in', async () => {
  const answer = await ask('tờ 12 thửa 345');
  assert.deepEqual(answer.asked, { kind: 'parcel', sheet: '12', no: '345' });
  assert.deepEqual(
    answer.parcels.map(({ id, numberedIn }) => [id, numberedIn?.name]),
    [
      [t.register.twins[0], 'Xã Đông Thử'],
      [t.register.twins[1], 'Xã Tây Thử'],
    ],
  );
  assert.equal(answer.more, false);
  for (const q of [
    '12/345',
    'thửa 345',
    'Thửa đất số 345, tờ bản đồ số 12',
    'sheet 12 parcel 345',
    '12\u00a0/\u202e345',
  ]) {
    assert.deepEqual(await ids(q), [...t.register.twins], q);
  }
});

test('in a commune of today: all its sheets; in a former one: not the other former one’s sheet 12', async () => {
  for (const q of [
    'thửa 345 xã Thử Nghiệm',
    '12/345 thu nghiem',
    '12/345 99001',
    '99-99001-12-345',
    '12/345 Thu Nghiem commune',
  ]) {
    assert.deepEqual(await ids(q), [...t.register.twins], q);
  }
  for (const q of ['12/345 Đông Thử', 'tờ 12 thửa 345, xã đông thử, huyện Mẫu', '12/345 99011', '12/345 dong thu']) {
    const answer = await ask(q);
    assert.deepEqual(
      answer.parcels.map(({ id }) => id),
      [t.register.twins[0]],
      q,
    );
    assert.deepEqual(
      answer.communes.map(({ name, became }) => [name, became]),
      [['Xã Đông Thử', [{ code: '99001', name: 'Xã Thử Nghiệm' }]]],
    );
  }
  assert.deepEqual(await ids('12/345 phường Mẫu'), []);
  assert.deepEqual(await ids('12/345 xã Không Có'), []);
});

test('a number alone is looked for everywhere, in order, and says when there are more', async () => {
  const { parcels, more } = await ask('tờ 7', { limit: '5' });
  assert.deepEqual(
    parcels.map(({ no }) => no),
    ['2', '3', '4', '5', '6'],
  );
  assert.equal(more, true);
  const all = await ask('tờ 7 phường Mẫu', { limit: '100' });
  assert.deepEqual([all.parcels.length, all.more], [22, false]);
});

test('a hamlet narrows a number to the parcels whose address names it', async () => {
  assert.deepEqual(await ids('thửa 345, thôn Thử'), [...t.register.twins]);
  assert.deepEqual(await ids('thửa 345 thon thu xã Thử Nghiệm'), [...t.register.twins]);
  assert.deepEqual(await ids('thửa 345, thôn Thử, phường Mẫu'), []);
  const answer = await ask('12/345 thôn Thử, xã Đông Thử');
  assert.deepEqual(
    answer.places.map(({ name, commune }) => [name, commune.code]),
    [['Thôn Thử', '99001']],
  );
});

test('a parcel code, retired ones too', async () => {
  const [parent] = (await ask('tờ 7 thửa 1')).parcels;
  assert.equal(parent?.id, t.register.parent, 'a number that nobody has today is found among those that ended');
  assert.equal(parent?.state, 'historic');
  const code = parent?.code ?? '';
  for (const q of [code, code.toUpperCase(), `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`]) {
    assert.deepEqual(await ids(q), [t.register.parent], q);
  }
  assert.deepEqual((await ask('w7g999999999')).parcels, []);
});

test('as of a day: what was registered then', async () => {
  assert.deepEqual(await ids('7/1', { at: '2026-06-19' }), [t.register.parent]);
  assert.deepEqual(await ids('7/2', { at: '2026-06-19' }), []);
  assert.deepEqual(await ids('7/2', { at: SPLIT_ON }), [t.register.children[0]]);
  assert.deepEqual(await ids('12/345', { at: '2026-03-09' }), []);
  const [parcel] = (await ask('7/1')).parcels;
  assert.deepEqual(await ids(parcel?.code ?? '', { at: '2026-03-09' }), []);
  assert.deepEqual(await ids(parcel?.code ?? '', { at: '2026-12-31' }), [t.register.parent]);
  assert.deepEqual(await ids('2353110 416710', { at: '2026-06-19' }), [t.register.parent]);
  assert.deepEqual(await ids('2353110 416710'), [t.register.children[0]]);
});

test('communes, old and new, with and without diacritics, by name and code', async () => {
  for (const q of ['Thử Nghiệm', 'xã thu nghiem', 'THU NGHIEM', 'Thử Ng', '99001', 'Thử Nghiệm'.normalize('NFD')]) {
    const { communes } = await ask(q);
    assert.deepEqual(
      communes.map(({ code, became, madeOf }) => [code, became, madeOf.map((unit) => unit.name)]),
      [['99001', [], ['Xã Đông Thử', 'Xã Tây Thử']]],
      q,
    );
  }
  const [old] = (await ask('xã Tây Thử')).communes;
  assert.deepEqual(
    [old?.code, old?.validTo, old?.became],
    ['99012', '2025-07-01', [{ code: '99001', name: 'Xã Thử Nghiệm' }]],
  );
});

test('a code that was used again names the former and the present unit', async () => {
  const { asked, communes } = await ask('07210');
  assert.deepEqual(asked, { kind: 'place', place: '07210', unitCode: '07210' });
  assert.deepEqual(
    communes.map(({ name, validTo }) => [name, validTo]),
    [
      ['Phường Bắc Giang', null],
      ['Phường Hoàng Văn Thụ', '2025-07-01'],
    ],
  );
  assert.deepEqual(
    (await ask('Đồng Việt')).communes.map(({ code }) => code),
    ['07735', '07747'],
  );
});

test('every unit there is or was is found by its name, said in full or in part, with and without diacritics', async () => {
  const { rows } = await t.pools.portal.query<{ code: string; valid_from: string; name: string }>(
    'select code::text, valid_from::text, name from portal.commune',
  );
  assert.ok(rows.length > 250);
  for (const { code, valid_from, name } of rows) {
    const short = name.replace(/^(Xã|Phường|Thị trấn|Đặc khu) /, '');
    for (const q of [name, short, nameKey(name), nameKey(short), `12/345 ${nameKey(short)}`]) {
      const { communes } = await searchLand(t.pools.portal, 'lookup', { q });
      const [first] = communes;
      assert.ok(
        communes.some((unit) => unit.code === code && unit.validFrom === valid_from),
        `${q}: ${first?.name}`,
      );
      // Nothing that only begins so comes before a whole name.
      assert.ok(first && [nameKey(name), nameKey(short)].some((key) => nameKey(first.name).endsWith(key)), q);
    }
  }
});

test('a hamlet or street by name, in each commune that has one; nearly so when nothing has that name', async () => {
  for (const q of ['thôn Thử', 'Thôn Thử', 'thon thu', 'thôn thuử']) {
    const { places } = await ask(q);
    assert.deepEqual(
      places.map(({ name, commune }) => `${name} ${commune.code}`).toSorted(),
      ['Thôn Thử 99001', 'Thôn Thử 99002'],
      q,
    );
    const [place] = places;
    assert.ok(place && place.parcels > 0 && place.lon > 106 && place.lat > 21);
  }
  assert.deepEqual(
    (await ask('thôn Thử, phường Mẫu')).places.map(({ commune }) => commune.name),
    ['Phường Mẫu'],
  );
  assert.deepEqual((await ask('thôn Zxqwv')).places, []);
});

test('nothing fits, or nothing is asked: an empty answer that says how the text was understood', async () => {
  assert.deepEqual(await ask(''), { asked: { kind: 'none', reason: 'empty' }, ...EMPTY });
  assert.deepEqual(await ask('?!'), { asked: { kind: 'none', reason: 'not_understood' }, ...EMPTY });
  assert.deepEqual(await ask('a'.repeat(1_900)), { asked: { kind: 'none', reason: 'too_long' }, ...EMPTY });
  assert.deepEqual(await ask('99999/99'), {
    asked: { kind: 'parcel', no: '99', place: '99999', unitCode: '99999' },
    ...EMPTY,
    missing: 'place',
  });
});

const HOSTILE = [
  '<script>alert(1)</script>',
  "12/345'; drop table cadastre.parcel_version; --",
  '%_%',
  '\\',
  "' or 1=1",
  '\u202e543/21',
  'thôn %',
  'thôn \\_%',
  '12/345 \ud800',
  'ấ'.repeat(200),
  '((((((((((',
  '12/345/67/8',
];
test('hostile text is looked for as text', async () => {
  for (const q of HOSTILE) {
    const answer = await ask(q);
    assert.ok(answer.parcels.length <= 2, q);
    assert.ok((await suggest(q)).length <= 8, q);
  }
  assert.equal((await ask('%')).asked.kind, 'none');
  assert.deepEqual(await ids('tờ 12 thửa 345'), [...t.register.twins]);
  for (const url of ['/api/portal/search', '/api/portal/suggest']) {
    const nul = await t.app.inject({ url, query: { q: '12\0/345' } });
    assert.equal(nul.statusCode, 400);
    assert.equal((await t.app.inject({ url })).statusCode, 400);
    assert.equal((await t.app.inject({ url, query: { q: '12/345', extra: '1' } })).statusCode, 400);
  }
});

test('no answer holds a person', async () => {
  for (const q of ['12/345', 'tờ 12', 'thôn Thử', ...CANARIES]) {
    // What was typed is repeated in "asked"; nothing may be found by it.
    const found = JSON.stringify([{ ...(await ask(q)), asked: null }, await suggest(q)]);
    for (const canary of CANARIES) assert.ok(!found.includes(canary), `${q}: ${found}`);
  }
  for (const canary of CANARIES) assert.deepEqual((await ask(canary)).parcels, [], canary);
});
