import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { findPlaces } from '../../db/portal/places.ts';
import { listStale } from '../../db/register/derived.ts';
import { asSuperuser } from '../../embedded/ensure-database.ts';
import { nestedPlan } from '../../testing/nested-plan.ts';
import { CANARIES } from '../../testing/plant/register-fixture.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { keepDerivedFresh, refreshDerived } from './refresh-derived.ts';

let t: TestApp;
let owner: pg.Client;
before(async () => {
  t = await openTestApp();
  owner = t.ownerClient;
});
after(async () => {
  await t.close();
});

async function ask<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await owner.query<Row>(sql, values)).rows;
}
interface Outline extends pg.QueryResultRow {
  number: string;
  unit: string;
  land_use: string | null;
  parcels: number;
  method: string;
  differs: number;
}
/** Outlines, with the part of their area that they do not share with the union of their parcels. */
const outlines = () =>
  ask<Outline>(
    `select o.number, s.unit_code::text as unit, o.land_use, o.parcels, o.method, st_area(st_symdifference(o.geom_3857,
       (select st_union(v.geom_3857) from cadastre.parcel_version v where v.sheet_id = o.sheet_id and v.status = 'current'))) / st_area(o.geom_3857) as differs
     from cadastre.sheet_outline o join cadastre.sheet s using (sheet_id) order by 2`,
  );
let moved = 0;
/** Registers copies of the fixture's parcel 345 of unit 99011, each farther east, at these addresses. */
async function register(client: pg.Client, addresses: readonly (string | null)[]): Promise<void> {
  const first = moved + 1;
  moved += addresses.length;
  await client.query(
    `with made as materialized (select gen_random_uuid() as id, n, address, 'w7h' || lpad(($2 + n)::text, 9, '0') as code
       from unnest($1::text[]) with ordinality as a(address, n)),
     raised as (insert into cadastre.parcel (parcel_id, parcel_code, raised_by)
       select id, code, (select dealing_id from dealing.dealing limit 1) from made)
     insert into cadastre.parcel_version (parcel_id, sheet_id, parcel_no, parcel_code, status, land_use, area_m2, address, raised_by,
       registered_at, geom_legal, geom, geom_3857, label_3857, feature_point)
     select id, v.sheet_id, 'new-' || ($2 + n), code, 'current', v.land_use, v.area_m2, made.address, v.raised_by, now(), g, g,
       st_transform(g, 3857), st_transform(st_centroid(g), 3857), st_centroid(g)
     from made, cadastre.parcel_version v, lateral (select st_translate(v.geom, ($2 + n) * 500, 0) as g) x where v.parcel_id = $3`,
    [addresses, first, t.register.twins[0]],
  );
}

test('the outline of a sheet is the ground of its parcels, its land use the one with most of it', async () => {
  const found = await outlines();
  assert.deepEqual(
    found.map(({ number, unit, land_use, parcels, method }) => [number, unit, land_use, parcels, method]),
    [
      ['7', '99002', 'LUC', 22, 'union'],
      ['12', '99011', 'ONT', 2, 'union'],
      ['12', '99012', 'LUC', 1, 'union'],
    ],
  );
  for (const outline of found) assert.ok(outline.differs < 0.001, JSON.stringify(outline));
});

test('nothing is stale after it, and a statement marks its sheets and communes once, however many its rows', async () => {
  assert.deepEqual(await listStale(t.pools.app), []);
  assert.equal(await t.refresh(), 0);
  await register(owner, ['Thôn Mới, xã Thử Nghiệm', 'THÔN MỚI', 'Số 5 đường Mới, thôn Mới']);
  assert.equal((await ask('select from cadastre.stale_mark')).length, 2);
  assert.equal(await t.refresh(), 2);
  assert.equal((await outlines())[1]?.parcels, 5);
});

test('places: from addresses, with a key, a point and a box; through the view no person and no house number', async () => {
  const { rows } = await t.pools.portal.query('select * from portal.place order by commune_code, name');
  assert.deepEqual(
    rows.map((row) => [row.commune_code, row.commune_name, row.name, row.key, row.parcels]),
    [
      ['99001', 'Xã Thử Nghiệm', 'Thôn Mới', 'thon moi', 3],
      ['99001', 'Xã Thử Nghiệm', 'Thôn Thử', 'thon thu', 3],
      ['99001', 'Xã Thử Nghiệm', 'Đường Mới', 'duong moi', 1],
      ['99002', 'Phường Mẫu', 'Thôn Thử', 'thon thu', 22],
    ],
  );
  for (const row of rows) {
    assert.ok(row.min_lon < row.lon && row.lon < row.max_lon && row.min_lat < row.lat && row.lat < row.max_lat);
    assert.ok(Math.hypot(row.lon - 106.2, row.lat - 21.27) < 0.05);
  }
  const text = JSON.stringify(await ask('select * from cadastre.place')) + JSON.stringify(await outlines());
  for (const canary of CANARIES) assert.ok(!text.includes(canary), canary);
});

test('look-up of places: the whole name first, then what holds it, then what is like it; signs of a pattern are text', async () => {
  const find = async (wanted: string, communes: string[] | null = null, how: 'holds' | 'nearly' = 'holds') =>
    (await findPlaces(t.pools.portal, wanted, communes, how, 3)).map(({ name, commune }) => `${name} ${commune.code}`);
  assert.deepEqual(await find('thon moi'), ['Thôn Mới 99001']);
  assert.deepEqual(await find('moi'), ['Thôn Mới 99001', 'Đường Mới 99001']);
  assert.deepEqual(await find('thon thu'), ['Thôn Thử 99002', 'Thôn Thử 99001']);
  assert.deepEqual(await find('thon thu', ['99001']), ['Thôn Thử 99001']);
  assert.deepEqual(await find('thon moii', null, 'nearly'), ['Thôn Mới 99001']);
  for (const sign of ['%', '_', '\\', 't%n']) assert.deepEqual(await find(sign), [], sign);
});

test('a place is looked up on the trigram index', async () => {
  const sql = "select * from portal.places_named('thon moi', null, false, 3)";
  const plan = await nestedPlan(t.database, sql, [], 'set enable_seqscan = off');
  assert.match(plan, /Bitmap Index Scan on place_key_idx/);
  assert.ok(!/Seq Scan on place/.test(plan), plan);
});

test('no places where addresses are not published', async () => {
  const allow = (allowed: boolean) => t.publish('lookup', 'address', allowed);
  await allow(false);
  for (const sql of ['select * from portal.place', "select * from portal.places_named('thon', null, false, 5)"])
    assert.equal((await t.pools.portal.query(sql)).rowCount, 0, sql);
  await allow(true);
});

test('what is registered but not committed while others refresh is not missed', async () => {
  const late = new pg.Client({ connectionString: t.database.urls.migrator });
  await late.connect();
  await late.query('begin');
  await register(late, ['Thôn Muộn']);
  await register(owner, ['Thôn Sớm']);
  assert.equal(await t.refresh(), 2);
  await late.query('commit');
  await late.end();
  assert.equal(await t.refresh(), 2);
  assert.equal((await outlines())[1]?.parcels, 7);
});

test('killed in the middle of a step: the mark stays, and the next run does it', async () => {
  await register(owner, [null]);
  await owner.query('begin; lock table cadastre.sheet_outline in access exclusive mode');
  const killed = assert.rejects(refreshDerived(t.pools.app));
  let pids: { pid: number }[] = [];
  while (pids.length === 0) {
    pids = await ask("select pid from pg_locks where not granted and relation = 'cadastre.sheet_outline'::regclass");
    await wait(10);
  }
  await asSuperuser(t.database.cluster, t.database.name, (client) =>
    client.query('select pg_terminate_backend($1)', [pids[0]!.pid]),
  );
  await owner.query('rollback');
  await killed;
  assert.ok((await listStale(t.pools.app)).some((stale) => stale.kind === 'sheet'));
  await t.refresh();
  assert.equal((await outlines())[1]?.parcels, 8);
});

test('one refreshes at a time: who finds another at it leaves the marks to it', async () => {
  await register(owner, [null]);
  await owner.query('begin; select pg_advisory_xact_lock(9214004)');
  assert.equal(await t.refresh(), 0);
  await owner.query('commit');
  assert.equal(await t.refresh(), 2);
});

test('a union that GEOS gives up is replaced by a hull; other failures are told and do not stop the rest', async () => {
  await owner.query(`create function cadastre.fail_union() returns trigger language plpgsql as $$
    begin raise exception 'TopologyException' using errcode = case new.method when 'union' then 'XX000' else 'P0001' end; end $$;
    create trigger fail before insert on cadastre.sheet_outline for each row when (new.method = 'union') execute function cadastre.fail_union()`);
  await register(owner, ['Thôn Vỏ']);
  assert.equal(await t.refresh(), 2);
  assert.equal((await outlines())[1]?.method, 'hull');
  await owner.query(`drop trigger fail on cadastre.sheet_outline;
    create trigger fail before insert on cadastre.sheet_outline for each row when (new.method = 'union') execute function audit.refuse_change()`);
  await register(owner, ['Thôn Sau']);
  await assert.rejects(refreshDerived(t.pools.app));
  assert.deepEqual(
    (await listStale(t.pools.app)).map((stale) => stale.kind),
    ['sheet'],
  );
  await owner.query('drop trigger fail on cadastre.sheet_outline');
  await t.refresh();
  assert.equal((await outlines())[1]?.method, 'union');
});

test('a sheet without current parcels has no outline, a commune without has no places', async () => {
  await owner.query(`update cadastre.parcel_version v set status = 'historic', ended_at = now(), ended_by = raised_by
    from cadastre.sheet s where s.sheet_id = v.sheet_id and s.commune_code = '99002' and v.status = 'current'`);
  await t.refresh();
  assert.deepEqual(
    (await outlines()).map((outline) => outline.unit),
    ['99011', '99012'],
  );
  assert.equal((await ask("select from cadastre.place where commune_code = '99002'")).length, 0);
});

test('a boundary that changes is outlined anew, one that is taken away goes', async () => {
  const set = (shape: string) =>
    owner.query(
      `update reference.administrative_unit_extent set boundary = ${shape}, recorded_at = clock_timestamp() where code = '99001'`,
    );
  const held = () =>
    ask<{ area: number; inside: boolean }>(
      "select st_area(geom_3857) as area, st_contains(geom_3857, label_3857) as inside from cadastre.commune_outline where code = '99001'",
    );
  await set('st_multi(st_makeenvelope(106.1, 21.2, 106.3, 21.3, 4326))');
  assert.equal(await t.refresh(), 1);
  const [before] = await held();
  assert.ok(before?.inside);
  await set('st_multi(st_makeenvelope(106.1, 21.2, 106.2, 21.3, 4326))');
  assert.equal(await t.refresh(), 1);
  const [after] = await held();
  assert.ok(Math.abs(after!.area / before.area - 0.5) < 0.001);
  await set('null');
  assert.equal(await t.refresh(), 1);
  assert.deepEqual(await held(), []);
  assert.equal(await t.refresh(), 0);
});

test('the keeper refreshes by itself, tells what fails, and stops when asked', async () => {
  const errors: unknown[] = [];
  const note = (error: unknown) => void errors.push(error);
  await register(owner, ['Thôn Tự']);
  const keeper = keepDerivedFresh(t.pools.app, note);
  while ((await listStale(t.pools.app)).length > 0) await wait(10);
  await keeper.stop();
  assert.deepEqual(errors, []);
  const broken = new pg.Pool({ connectionString: 'postgres://nobody:x@127.0.0.1:1/none' });
  const failing = keepDerivedFresh(broken, note);
  while (errors.length === 0) await wait(10);
  await failing.stop();
  await broken.end();
  assert.equal(errors.length, 1);
});
