/**
 * Every form of the question box runs on an index, on a register in which reading every parcel would be an alternative.
 * The plans are those that were executed, those inside of functions too, which `explain` does not show: auto_explain
 * sends each to the client.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { superuserUrl } from '../../embedded/database-urls.ts';
import { asSuperuser } from '../../embedded/ensure-database.ts';
import { refreshDerived } from '../../registry/register/refresh-derived.ts';
import { searchLand } from '../../registry/search/search-land.ts';
import { suggestLand } from '../../registry/search/suggest-land.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { fillManyParcels } from '../../testing/plant/fill-many-parcels.ts';
import { fillRegister } from '../../testing/plant/register-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { findExampleParcel } from './front.ts';

let database: TestDatabase;
let pool: pg.Pool;
const plans: string[] = [];

before(async () => {
  database = await createTestDatabase();
  await fillRegister(database.urls.migrator);
  await fillManyParcels(database.urls.migrator, 20_000);
  await collectPlaces();
  pool = new pg.Pool({ connectionString: superuserUrl(database.cluster, database.name), max: 4 });
  // Connections that the dropped database closes are expected; any other error of an idle one is not.
  pool.on('error', (error) => {
    if (!/terminat/.test(error.message)) throw error;
  });
  pool.on('connect', (client) => {
    client.on('notice', ({ message }) => plans.push(message ?? ''));
    void client.query(
      `load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
       set auto_explain.log_level = notice; set role diaba_portal`,
    );
  });
});
/** Places are derived from addresses; the outlines of sheets, which take longer, are not looked at here. */
async function collectPlaces(): Promise<void> {
  const owner = new pg.Client({ connectionString: database.urls.migrator });
  await owner.connect();
  await owner.query('delete from cadastre.stale_mark where sheet_id is not null');
  const app = new pg.Pool({ connectionString: database.urls.app });
  await refreshDerived(app);
  await app.end();
  // What autovacuum does after a minute; until then new keys wait in a list that every look-up reads.
  await owner.query('vacuum (analyze) cadastre.place');
  await owner.end();
}

after(async () => {
  await pool.end();
  await database.drop();
});

const PLACE = 'place_key_idx';
type Found = Awaited<ReturnType<typeof searchLand>>;
const SHEET_NO = 'parcel_version_key';
/** Or another index that begins with the sheet. */
const SHEET = `(${SHEET_NO}|parcel_version_sums_idx)`;
const FORMS: [q: string, indexes: string[], found: (answer: Found) => unknown, more?: { at: string }][] = [
  ['wz0000000007', ['parcel_version_code_key'], ({ parcels }) => parcels[0]?.code === 'wz0000000007'],
  ['wz0000000007', ['parcel_version_code_key'], ({ parcels }) => parcels.length === 1, { at: '2026-05-01' }],
  ['tờ 105 thửa 345', [SHEET_NO], ({ parcels }) => parcels.length === 1],
  ['105/345', [SHEET_NO], ({ parcels }) => parcels.length === 1, { at: '2026-05-01' }],
  ['105/345 phường Mẫu', [SHEET_NO], ({ parcels }) => parcels.length === 1],
  ['12/345 Đông Thử', [SHEET_NO], ({ parcels }) => parcels.length === 1],
  ['105/9999 phường Mẫu', [SHEET_NO], ({ parcels }) => parcels.length === 0],
  ['thửa 345', [SHEET_NO], ({ parcels, more }) => parcels.length === 20 && more],
  ['thửa 345 phường Mẫu', [SHEET_NO], ({ parcels, more }) => parcels.length === 20 && more],
  ['thửa 99999', [SHEET_NO], ({ parcels }) => parcels.length === 0],
  ['tờ 105', [SHEET], ({ parcels, more }) => parcels.length === 20 && more],
  ['tờ 105 phường Mẫu', [SHEET], ({ parcels, more }) => parcels.length === 20 && more],
  ['X=2354005 Y=417005', ['parcel_version_geom_idx'], ({ parcels }) => parcels[0]?.code === 'wz0000000000'],
  ['417005 2354005', ['parcel_version_geom_idx'], ({ parcels }) => parcels.length === 1, { at: '2026-05-01' }],
  ['21.27009, 106.19983', ['parcel_version_geom_idx'], ({ points }) => points.length === 1],
  ['thôn mẫu aiau', [PLACE], ({ places }) => places[0]?.name === 'Thôn Mẫu Aiau' && places.length === 1],
  ['aiau', [PLACE], ({ places }) => places[0]?.name === 'Thôn Mẫu Aiau' && places.length === 1],
  ['thôn thuử', [PLACE], ({ places }) => places.some(({ name }) => name === 'Thôn Thử')],
  ['thửa 21, thôn mẫu aiau', [PLACE, SHEET], ({ parcels }) => parcels.length === 1],
];

for (const [q, indexes, found, more] of FORMS) {
  test(`${q}${more ? ` on ${more.at}` : ''}: ${indexes.join(', ')}`, async () => {
    plans.length = 0;
    const answer = await searchLand(pool, 'lookup', { q, ...more });
    assert.ok(found(answer), JSON.stringify(answer).slice(0, 400));
    const all = plans.join('\n');
    for (const index of notEmpty(indexes)) assert.match(all, new RegExp(`(using|on) ${index}\\b`), all);
    assert.doesNotMatch(all, /Seq Scan on parcel_version/);
  });
}

for (const q of ['105/3', 'thửa 34', '105/', 'tờ 10', '2354005 417005']) {
  test(`suggestions for ${q}: no parcel is read that is not asked for`, async () => {
    plans.length = 0;
    await suggestLand(pool, 'lookup', { q });
    assert.ok(plans.length > 0);
    assert.doesNotMatch(plans.join('\n'), /Seq Scan on parcel_version/);
  });
}

test('the example of the first page is found by its moment: the register is not read for each who comes', async () => {
  // As it grows in life: each sheet is registered at a moment of its own.
  await asSuperuser(database.cluster, database.name, async (client) => {
    await client.query('set session_replication_role = replica');
    await client.query(
      `update cadastre.parcel_version v set registered_at = v.registered_at - s.number::int * interval '1 hour'
       from cadastre.sheet s where s.sheet_id = v.sheet_id and s.number ~ '^1[0-9][0-9]$'`,
    );
    await client.query('analyze cadastre.parcel_version');
  });
  plans.length = 0;
  assert.ok(await findExampleParcel(pool));
  const all = plans.join('\n');
  assert.match(all, /Index Scan using parcel_version_registered_at_idx/);
  assert.doesNotMatch(all, /Seq Scan on parcel_version|Sort/);
});
