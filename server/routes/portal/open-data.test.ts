/** Files of whole communes, read by programs that are not ours: GDAL and Python's csv. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import type pg from 'pg';
import { recordFictionalReference } from '../../db/reference/fictional-units.ts';
import { notEmpty } from '../../testing/not-empty.ts';
import { fillManyParcels } from '../../testing/plant/fill-many-parcels.ts';
import { openTestApp, type PolicyField, type TestApp } from '../../testing/test-app.ts';

const run = promisify(execFile);
const folder = () => join(t.storageDir, 'open-data');
const path = (code: string, kind: string) => `/api/portal/communes/${code}/parcels.${kind}`;
const ask = (code: string, kind: string, headers: Record<string, string> = {}) =>
  t.app.inject({ url: path(code, kind), headers });

let t: TestApp;
let owner: pg.Client;
before(async () => {
  t = await openTestApp();
  owner = t.ownerClient;
});
after(async () => {
  await t.close();
});

test('closed, as a production starts: 403 that says what else there is, in both languages', async () => {
  for (const kind of ['csv', 'gpkg']) {
    const reply = await ask('99001', kind);
    assert.deepEqual([reply.statusCode, reply.json().code], [403, 'publication.closed']);
    assert.match(reply.json().detail, /tra cứu từng thửa/i);
    assert.match((await ask('99001', kind, { 'accept-language': 'en' })).json().detail, /one by one/);
    assert.equal(reply.headers['content-disposition'], undefined);
  }
});

test('the demonstration opens it, and only then are there files', async () => {
  await recordFictionalReference(t.database.urls.migrator, { units: [], offices: [], signatories: [] });
  await fillManyParcels(t.database.urls.migrator, 1_200);
  assert.equal((await ask('99002', 'csv')).statusCode, 200);
  assert.equal((await ask('12345', 'csv')).json().code, 'commune.not_found');
});

/** What the register says of a commune, without the portal. */
async function truth(commune: string) {
  const { rows } = await owner.query<{ parcels: number; area: number; ids: string[] }>(
    `select count(*)::int as parcels, sum(area_m2)::float8 as area, array_agg(parcel_id::text order by parcel_id::text) as ids
     from cadastre.parcel_version join cadastre.sheet using (sheet_id) where status = 'current' and commune_code = $1`,
    [commune],
  );
  return rows[0]!;
}

const READ_CSV = `
import csv, json, sys
with open(sys.argv[1], encoding='utf-8-sig', newline='') as f:
    print(json.dumps(list(csv.DictReader(f, strict=True))))`;

async function readCsv(code: string): Promise<Record<string, string>[]> {
  const file = join(t.storageDir, 'read.csv');
  await writeFile(file, (await ask(code, 'csv')).rawPayload);
  const { stdout } = await run('python3', ['-c', READ_CSV, file], { maxBuffer: 64 * 2 ** 20 });
  return JSON.parse(stdout);
}

test('CSV: each parcel once, areas exact, boundary and point where they are', async () => {
  const reply = await ask('99002', 'csv');
  assert.match(String(reply.headers['content-type']), /^text\/csv; charset=utf-8/);
  assert.match(
    String(reply.headers['content-disposition']),
    /^attachment; filename="parcels-99002-\d{4}-\d\d-\d\d\.csv"$/,
  );
  assert.deepEqual([...reply.rawPayload.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const rows = await readCsv('99002');
  const expected = await truth('99002');
  assert.deepEqual(rows.map((row) => row.id).sort(), expected.ids);
  const cents = rows.reduce((sum, row) => sum + BigInt(row.areaM2!.replace('.', '')), 0n);
  assert.equal(cents, BigInt(Math.round(expected.area * 100)));
  const [row] = rows;
  assert.deepEqual([row?.communeName, row?.sheet, row?.no, row?.scale], ['Phường Mẫu', '7', '2', '1000']);
  assert.equal(row?.wkt, 'POLYGON((416700 2353100,416700 2353140,416730 2353140,416730 2353100,416700 2353100))');
  assert.equal(row?.srid, '9214');
  assert.ok(Math.abs(Number(row?.lon) - 106.1993) < 0.001 && Math.abs(Number(row?.lat) - 21.2706) < 0.001);
});

test('CSV: text that a spreadsheet would run is not published; what of it is an address survives with its commas', async () => {
  const hostile = '=HYPERLINK("http://x"), Thôn Thử, xã Thử Nghiệm, @SUM(1)';
  await owner.query('alter table cadastre.parcel_version disable trigger user');
  await owner.query('update cadastre.parcel_version set address = $1 where parcel_id = $2', [
    hostile,
    t.register.twins[0],
  ]);
  await owner.query('alter table cadastre.parcel_version enable trigger user');
  const addressNow = async () => (await readCsv('99001')).find((row) => row.id === t.register.twins[0])?.address;
  assert.equal(await addressNow(), '', 'before anybody judged it');
  await owner.query("insert into cadastre.stale_mark (commune_code) values ('99001')");
  await t.refresh();
  assert.equal(await addressNow(), 'Thôn Thử, xã Thử Nghiệm', 'a file made before is made anew');
});

async function readGeoPackage(code: string) {
  const file = join(t.storageDir, `${code}.gpkg`);
  const reply = await ask(code, 'gpkg');
  assert.equal(reply.headers['content-type'], 'application/geopackage+sqlite3');
  await writeFile(file, reply.rawPayload);
  const { stdout } = await run('ogrinfo', ['-json', '-so', '-al', file]).catch(() =>
    run('ogrinfo', ['-so', '-al', file]),
  );
  return { file, summary: stdout };
}

test('GeoPackage: GDAL reads it, in the legal system, with the counts and areas of the register', async () => {
  const { file, summary } = await readGeoPackage('99002');
  const { parcels, area } = await truth('99002');
  assert.match(summary, new RegExp(`Feature Count: ${parcels}\\n`));
  assert.match(summary, /Geometry: Polygon/);
  assert.match(summary, /ID\["EPSG",9214\]/);
  assert.match(summary, /dcterms:license>unknown</);
  const sql = 'select count(*) n, sum(areaM2) a, sum(st_area(geom)) g from parcels';
  const { stdout } = await run('ogrinfo', ['-q', '-dialect', 'sqlite', '-sql', sql, file]);
  const value = (name: string) => Number(new RegExp(`${name} \\(\\w+\\) = (\\S+)`).exec(stdout)?.[1]);
  assert.equal(value('n'), parcels);
  assert.ok(Math.abs(value('a') - area) < 0.005, stdout);
  assert.ok(Math.abs(value('g') - area) < 0.01 * parcels, 'boundaries measure what is registered');
  // One parcel through the R-tree.
  const { stdout: near } = await run('ogrinfo', [
    '-q',
    '-spat',
    '416701',
    '2353101',
    '416702',
    '2353102',
    file,
    'parcels',
  ]);
  assert.match(near, /no \(String\) = 2\n/);
  assert.equal(near.match(/OGRFeature/g)?.length, 1);
});

test('GeoPackage: it is one by the standard: marks, required rows, an index entry for each row', async () => {
  const { file } = await readGeoPackage('99002');
  const db = new DatabaseSync(file, { readOnly: true });
  const one = (sql: string) => Object.values(db.prepare(sql).get() ?? {})[0];
  assert.equal(one('pragma application_id'), 0x47504b47);
  assert.equal(one('pragma user_version'), 10300);
  assert.equal(one('pragma integrity_check'), 'ok');
  assert.deepEqual(db.prepare('pragma foreign_key_check').all(), []);
  const systems = db
    .prepare('select srs_id from gpkg_spatial_ref_sys order by 1')
    .all()
    .map((row) => row.srs_id);
  assert.deepEqual(systems, [-1, 0, 4326, 9214]);
  assert.equal(one('select count(*) from rtree_parcels_geom'), one('select count(*) from parcels'));
  assert.equal(
    one("select count(*) from sqlite_master where type = 'trigger' and name like 'rtree_parcels_geom_%'"),
    6,
  );
  assert.equal(one("select scope from gpkg_extensions where extension_name = 'gpkg_rtree_index'"), 'write-only');
  db.close();
});

test('sheets in two systems go into the one of the register; without boundaries it is a table', async () => {
  const { rows } = await owner.query<{ sheet_id: string }>(
    "select sheet_id from cadastre.sheet where unit_code = '99012'",
  );
  await owner.query('alter table cadastre.parcel_version disable trigger user');
  await owner.query('update cadastre.sheet set srid = 9209 where sheet_id = $1', [rows[0]?.sheet_id]);
  await owner.query(
    'update cadastre.parcel_version set geom_legal = st_transform(geom_legal, 9209) where sheet_id = $1',
    [rows[0]?.sheet_id],
  );
  const { file, summary } = await readGeoPackage('99001');
  assert.match(summary, /ID\["EPSG",9214\]/);
  const { stdout } = await run('ogrinfo', [
    '-q',
    '-dialect',
    'sqlite',
    '-sql',
    'select sum(st_area(geom)) g from parcels',
    file,
  ]);
  assert.ok(Math.abs(Number(/= (\S+)/.exec(stdout)?.[1]) - 3600) < 1, stdout);
  const allow = (field: PolicyField, allowed: boolean) => t.publish('bulk', field, allowed);
  await allow('geometryLegal', false);
  assert.match((await readGeoPackage('99001')).summary, /ID\["EPSG",4326\]/);
  await allow('geometry', false);
  const bare = (await readGeoPackage('99001')).summary;
  assert.match(bare, /Geometry: None/);
  assert.match(bare, /Feature Count: 3\n/);
  assert.deepEqual(
    Object.keys((await readCsv('99001'))[0] ?? {}).filter((name) => /wkt|srid|lon|lat/.test(name)),
    [],
  );
  await allow('geometry', true);
  await allow('geometryLegal', true);
});

test('a tag answers 304 until the data or the policy changes; the older file goes', async () => {
  const first = await ask('99002', 'csv');
  const known = { 'if-none-match': String(first.headers.etag) };
  assert.equal((await ask('99002', 'csv', known)).statusCode, 304);
  const head = await t.app.inject({ method: 'HEAD', url: path('99002', 'csv') });
  assert.deepEqual([head.statusCode, head.headers.etag], [200, first.headers.etag]);
  await t.publish('bulk', 'address', false);
  const second = await ask('99002', 'csv', known);
  assert.equal(second.statusCode, 200);
  assert.ok(!second.body.includes('address'));
  await t.publish('bulk', 'address', true);
  await owner.query(
    `update cadastre.parcel_version set status = 'historic', ended_at = now(), ended_by = raised_by
     where parcel_no = '23' and sheet_id in (select sheet_id from cadastre.sheet where number = '7')`,
  );
  const third = await ask('99002', 'csv', known);
  assert.notEqual(third.headers.etag, first.headers.etag);
  assert.equal((await truth('99002')).parcels, third.body.trim().split('\r\n').length - 1);
  const kept = (await readdir(folder())).filter((name) => name.startsWith('99002') && name.includes('.csv.'));
  assert.equal(kept.length, 1);
});

test('several who ask at once get the same file', async () => {
  await owner.query(
    "insert into reference.registry_state (name, value) values ('open_data_licence', 'Giấy phép thử & <nghiệm>')",
  );
  const replies = await Promise.all(Array.from({ length: 6 }, () => ask('99002', 'gpkg')));
  const [first] = replies;
  for (const reply of notEmpty(replies)) {
    assert.equal(reply.statusCode, 200);
    assert.ok(reply.rawPayload.equals(first!.rawPayload));
  }
  assert.ok(first!.rawPayload.includes('Giấy phép thử &amp; &lt;nghiệm&gt;'), 'the licence the authority recorded');
});
