import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import type { CommuneFacts } from '../../domain/contract/portal/portal-communes.ts';
import { Problem } from '../../domain/problem/problem.ts';
import { listSheetParcels, type SheetParcelsQuestion } from '../../registry/portal/list-sheet-parcels.ts';
import { fillManyParcels } from '../../testing/plant/fill-many-parcels.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';

let t: TestApp;
let owner: pg.Client;
before(async () => {
  t = await openTestApp();
  owner = t.ownerClient;
  await fillManyParcels(t.database.urls.migrator, 1_200);
});
after(async () => {
  await t.close();
});

const ask = (code: string, at?: string) =>
  t.app.inject({ url: `/api/portal/communes/${code}`, ...(at ? { query: { at } } : {}) });
const facts = async (code: string, at?: string) => (await ask(code, at)).json<CommuneFacts>();
const sum = (parts: readonly { parcels: number; areaM2?: number }[] = []) => ({
  parcels: parts.reduce((all, part) => all + part.parcels, 0),
  areaM2: Math.round(parts.reduce((all, part) => all + (part.areaM2 ?? 0), 0) * 100) / 100,
});

test('a commune of today: what it was made of, its sheets, each with its old unit', async () => {
  const found = await facts('99001');
  assert.equal(found.commune.name, 'Xã Thử Nghiệm');
  assert.deepEqual(
    found.predecessors.map((unit) => [unit.code, unit.name, unit.validTo]),
    [
      ['99011', 'Xã Đông Thử', '2025-07-01'],
      ['99012', 'Xã Tây Thử', '2025-07-01'],
    ],
  );
  assert.deepEqual(found.successors, []);
  assert.deepEqual(
    found.sheets?.map((sheet) => [sheet.sheet, sheet.numberedIn?.code, sheet.scale, sheet.srid, sheet.parcels]),
    [
      ['12', '99011', 1000, 9214, 2],
      ['12', '99012', 1000, 9214, 1],
    ],
  );
  assert.deepEqual(
    found.landUse?.map((use) => [use.code, use.nameVi, use.fill !== null, use.parcels, use.areaM2]),
    [
      ['LUC', 'Đất chuyên trồng lúa', true, 1, 1200],
      ['ONT', 'Đất ở tại nông thôn', true, 1, 1200],
      ['', 'Không ghi, hoặc không có trong danh mục', false, 1, 1200],
    ],
    'by the first code; what no list has is not named, and is counted',
  );
  assert.equal(found.bulk, false);
  assert.equal(found.dataAsOf, '2026-06-20T05:00:00.000Z');
});

test('the sums add up, and are those of the database', async () => {
  for (const code of ['99001', '99002', '99011', '99012']) {
    const { totals, sheets, landUse } = await facts(code);
    assert.deepEqual(sum(sheets), totals, `${code} by sheet`);
    assert.deepEqual(sum(landUse), totals, `${code} by land use`);
    const { rows } = await owner.query(
      `select count(*)::int as parcels, sum(v.area_m2)::float8 as "areaM2" from cadastre.parcel_version v
       join cadastre.sheet s using (sheet_id) where v.status = 'current' and case when $1 like '9901_' then s.unit_code else s.commune_code end = $1`,
      [code],
    );
    assert.deepEqual(totals, rows[0], code);
  }
});

test('a former unit answers as it was, with its successors and the sheets numbered in it', async () => {
  const found = await facts('99012');
  assert.deepEqual([found.commune.name, found.commune.validTo], ['Xã Tây Thử', '2025-07-01']);
  assert.deepEqual(
    found.successors.map((unit) => [unit.code, unit.name]),
    [['99001', 'Xã Thử Nghiệm']],
  );
  assert.deepEqual(found.totals, { parcels: 1, areaM2: 1200 });
});

test('as of a day: the parcels registered then', async () => {
  assert.deepEqual((await facts('99002', '2026-03-09')).totals, { parcels: 0, areaM2: 0 });
  const [before, after] = [await facts('99002', '2026-06-19'), await facts('99002', '2026-06-20')];
  assert.equal((after.totals?.parcels ?? 0) - (before.totals?.parcels ?? 0), 1, 'one parcel became two');
  assert.equal(after.totals?.areaM2, before.totals?.areaM2);
});

test('a code that never existed is not found; a malformed one is refused', async () => {
  assert.deepEqual([(await ask('12345')).statusCode, (await ask('12345')).json().code], [404, 'commune.not_found']);
  assert.equal((await ask('1234x')).json().code, 'request.invalid');
});

test('a code used again means the unit of the day, and of today without one', async () => {
  await owner.query(
    `insert into reference.administrative_unit (code, valid_from, valid_to, name, kind, province_code, source, fictional)
     values ('99012', '2025-07-01', null, 'Xã Mới Mang Mã Cũ', 'xã', '99', 'fixture', true)`,
  );
  assert.equal((await facts('99012')).commune.name, 'Xã Mới Mang Mã Cũ');
  assert.equal((await facts('99012', '2025-06-30')).commune.name, 'Xã Tây Thử');
  assert.deepEqual(
    (await facts('99012', '2025-06-30')).successors.map((unit) => unit.code),
    ['99001'],
  );
});

async function walk(asked: Omit<SheetParcelsQuestion, 'cursor'>) {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listSheetParcels(t.pools.portal, 'lookup', { ...asked, cursor });
    assert.ok(page.items.length <= asked.limit);
    seen.push(...page.items.map((item) => `${item.sheet}/${item.no}`));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return seen;
}

test('the list of a commune is what its sums count, in order, without gap or repeat', async () => {
  const { totals, sheets } = await facts('99002');
  const all = await walk({ commune: '99002', limit: 170 });
  assert.equal(all.length, totals?.parcels);
  assert.equal(new Set(all).size, all.length);
  const byNumber = [...all].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  assert.deepEqual(all, byNumber);
  const sheet = sheets?.find(({ sheet }) => sheet === '102');
  assert.equal((await walk({ commune: '99002', sheet: '102', limit: 100 })).length, sheet?.parcels);
  assert.deepEqual(await walk({ commune: '99001', unit: '99012', limit: 100 }), ['12/345']);
  assert.deepEqual(await walk({ commune: '99011', limit: 100 }), ['12/345', '12/346']);
});

test('a land use is the first code, as it is in the sums', async () => {
  assert.deepEqual(await walk({ commune: '99001', landUse: 'ONT', limit: 10 }), ['12/345']);
  assert.deepEqual(await walk({ commune: '99001', landUse: 'CLN', limit: 10 }), []);
});

test('a list of a unit that never existed, or from a cursor that is none, is refused', async () => {
  const code = (expected: string) => (error: unknown) => error instanceof Problem && error.code === expected;
  await assert.rejects(walk({ commune: '12345', limit: 5 }), code('commune.not_found'));
  const forged = listSheetParcels(t.pools.portal, 'lookup', { commune: '99001', limit: 5, cursor: 'WyJhIl0' });
  await assert.rejects(forged, code('cursor.invalid'));
});
