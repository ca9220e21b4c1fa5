import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ImportReport } from '../server/domain/batch/import-report.ts';
import { transformer } from '../server/domain/crs.ts';
import { encodeText } from '../server/domain/encoding/codec.ts';
import { prjText } from '../server/domain/prj-text.ts';
import {
  importRequest,
  openTestImport,
  type RequestOverrides,
  type TestImport,
} from '../server/testing/import/open-import.ts';
import type { DbfCell } from './demo/file/write-dbf.ts';
import { writeShapefile } from './demo/file/write-shapefile.ts';
import { zipFiles } from './demo/file/zip-files.ts';
import { importFile } from './pipeline.ts';

let t: TestImport;
before(async () => {
  t = await openTestImport();
});
after(() => t.close());

type Point = [number, number];
type Ring = Point[];

/** South-west corners inside two neighbouring communes, WGS 84 degrees; a square of 0.02° is about 4.6 km². */
const IN_07210: Point = [106.2, 21.275];
const IN_07228: Point = [106.15, 21.28];
const SIDE = 0.02;
const squareAt = ([x, y]: Point, side = SIDE): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];

interface Feature {
  readonly properties: Record<string, unknown> | null;
  readonly geometry: unknown;
}
const polygon = (...rings: Ring[]) => ({ type: 'Polygon', coordinates: rings });
const bacGiang = (more: Record<string, unknown> = {}, ring = squareAt(IN_07210)): Feature => ({
  properties: { code: '07210', fullName: 'Phường Bắc Giang', ...more },
  geometry: polygon(ring),
});
const daMai = (more: Record<string, unknown> = {}): Feature => ({
  properties: { code: '07228', fullName: 'Phường Đa Mai', ...more },
  geometry: polygon(squareAt(IN_07228)),
});

/** A note makes the bytes, and with them the batch, those of one test. */
const collection = (note: string, features: readonly Feature[], more: object = {}) =>
  Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      note,
      ...more,
      features: features.map((feature) => ({ type: 'Feature', ...feature })),
    }),
  );

const boundaries = ({ options, ...rest }: RequestOverrides = {}): RequestOverrides => ({
  ...rest,
  options: { kind: 'commune-boundary', commune: null, scale: null, ...options },
});
const codes = (report: ImportReport) => report.findings.map((finding) => finding.code).sort();
const extentOf = async (code: string, validFrom = '2025-07-01') => {
  const [row] = await t.query<{ min_lon: number; max_lat: number; text: string | null; area: number; source: string }>(
    `select min_lon, max_lat, st_astext(boundary, 6) as text, st_area(boundary::geography) as area, source
     from reference.administrative_unit_extent where code = $1 and valid_from = $2`,
    [code, validFrom],
  );
  return row;
};
const near = (actual: number | undefined, expected: number, tolerance: number) =>
  assert.ok(Math.abs(Number(actual) - expected) <= tolerance, `${actual} is not ${expected} ± ${tolerance}`);

test('a validated file changes nothing; promoted, each unit has its boundary, again changes nothing', async () => {
  const bytes = collection('happy', [bacGiang(), daMai()]);
  const earlier = await extentOf('07210');
  const validated = await t.run('communes.geojson', bytes, boundaries());
  assert.equal(validated.status, 'validated');
  assert.deepEqual(validated.counts, { read: 2, valid: 2, warned: 0, blocked: 0, refused: 0, ignored: 0 });
  assert.deepEqual(validated.files, [
    { name: 'communes.geojson', kind: 'geojson', status: 'read', reason: null, records: 2 },
  ]);
  assert.deepEqual(validated.columns, { code: 'unitCode', fullName: 'unitName' });
  assert.deepEqual([validated.srid.used, validated.encoding.used, validated.commune], [4326, 'utf8', null]);
  assert.equal(validated.promotion, null);
  assert.deepEqual(await extentOf('07210'), earlier);

  const promoted = await t.run('communes.geojson', bytes, boundaries({ promote: true }));
  assert.equal(promoted.batchId, validated.batchId);
  assert.equal(promoted.status, 'promoted');
  assert.deepEqual([promoted.promotion?.dealingId, promoted.promotion?.parcels], [null, 2]);
  const now = await extentOf('07210');
  near(now?.min_lon, IN_07210[0], 1e-6);
  near(now?.max_lat, IN_07210[1] + SIDE, 1e-6);
  assert.match(now?.text ?? '', /^MULTIPOLYGON\(\(\(106\.2 21\.275,/);
  assert.match(now?.source ?? '', new RegExp(`${promoted.batchId}.*${promoted.sourceSha256}`));

  const again = await t.run('communes.geojson', bytes, boundaries({ promote: true }));
  assert.deepEqual(again, promoted);
  const audit = await t.query<{ action: string; subject_id: string }>(
    `select action, subject_id from audit.entry where action not like 'batch.received' and (subject_id = $1 or body ->> 'batchId' = $1) order by seq`,
    [promoted.batchId],
  );
  assert.deepEqual(audit, [
    { action: 'batch.staged', subject_id: promoted.batchId },
    { action: 'batch.validated', subject_id: promoted.batchId },
    { action: 'boundary.recorded', subject_id: '07210@2025-07-01' },
    { action: 'boundary.recorded', subject_id: '07228@2025-07-01' },
    { action: 'batch.promoted', subject_id: promoted.batchId },
  ]);
});

test('a further file replaces a boundary, and the audit log says by digest what was there', async () => {
  const first = await t.run('a.geojson', collection('before', [daMai()]), boundaries({ promote: true }));
  const second = await t.run(
    'b.geojson',
    collection('after', [{ ...daMai(), geometry: polygon(squareAt(IN_07228, 0.03)) }]),
    boundaries({ promote: true }),
  );
  assert.deepEqual([first.status, second.status], ['promoted', 'promoted']);
  near((await extentOf('07228'))?.max_lat, IN_07228[1] + 0.03, 1e-6);
  const rows = await t.query<{ action: string; body: { before: string; after: string } }>(
    `select action, body from audit.entry where subject_id = '07228@2025-07-01' and body ->> 'batchId' = any ($1) order by seq`,
    [[first.batchId, second.batchId]],
  );
  assert.equal(rows[1]?.action, 'boundary.replaced');
  assert.equal(rows[1]?.body.before, rows[0]?.body.after);
  assert.notEqual(rows[1]?.body.after, rows[0]?.body.after);
});

const FIELDS = [
  { name: 'MA_XA', type: 'N', length: 8, decimals: 0 },
  { name: 'TEN_XA', type: 'C', length: 40, decimals: 0 },
  { name: 'DIENTICH_K', type: 'N', length: 10, decimals: 2 },
];

/** As legacy programs write it: TM-3, TCVN3, a number for a code. */
function shapefile(srid: number, rows: readonly { cells: readonly DbfCell[]; ring: Ring }[], side?: 'swapped') {
  const convert = transformer(4326, srid);
  const place = (point: Point): Point => {
    const [x, y] = convert(point);
    return side === 'swapped' ? [y, x] : [x, y];
  };
  return writeShapefile({
    fields: FIELDS,
    rows: rows.map(({ cells, ring }) => ({ cells, rings: [ring.map(place)] })),
  });
}
const tcvn3 = (text: string) => encodeText(text, 'tcvn3');
const legacyRows = (area = 4.6) => [
  { cells: [7210, tcvn3('Phường Bắc Giang'), area], ring: squareAt(IN_07210) },
  { cells: [7228, tcvn3('Phường Đa Mai'), area], ring: squareAt(IN_07228) },
];
const zipped = (parts: ReturnType<typeof shapefile>, prj: number | null) =>
  zipFiles([
    { name: 'xa.shp', bytes: parts.shp },
    { name: 'xa.shx', bytes: parts.shx },
    { name: 'xa.dbf', bytes: parts.dbf },
    ...(prj === null ? [] : [{ name: 'xa.prj', bytes: Buffer.from(prjText(prj)) }]),
  ]);

test('a zipped shapefile in TM-3 and TCVN3 gives the same boundaries', async () => {
  const report = await t.run(
    'xa.zip',
    await zipped(shapefile(9214, legacyRows()), 9214),
    boundaries({ promote: true }),
  );
  assert.equal(report.status, 'promoted');
  assert.deepEqual(report.columns, { MA_XA: 'unitCode', TEN_XA: 'unitName', DIENTICH_K: 'declaredArea' });
  assert.deepEqual([report.srid.used, report.encoding.used], [9214, 'tcvn3']);
  assert.deepEqual(codes(report), []);
  near((await extentOf('07210'))?.min_lon, IN_07210[0], 1e-6);
  const [record] = await t.query('select raw, candidate from staging.record where batch_id = $1 and record_no = 1', [
    report.batchId,
  ]);
  assert.deepEqual(record?.candidate, { code: '07210', name: 'Phường Bắc Giang', areaM2: 4_600_000 });
  assert.equal(record?.raw.MA_XA, '    7210');
});

test('a loose .shp in another zone, axes exchanged, without .prj, is placed by its units', async () => {
  const parts = shapefile(9213, legacyRows(), 'swapped');
  for (const kind of ['shp', 'shx', 'dbf'] as const) await writeFile(join(t.folder, `loose.${kind}`), parts[kind]);
  const request = importRequest(join(t.folder, 'loose.shp'), 'loose.shp', boundaries({ promote: true }));
  const report = await importFile(t.context, request, () => {});
  assert.equal(report.status, 'promoted');
  assert.deepEqual([report.srid.used, report.srid.axesSwapped], [9213, true]);
  near((await extentOf('07228'))?.min_lon, IN_07228[0], 1e-6);
});

test('two systems fit: the .prj decides; without one the batch waits for --srid', async () => {
  // UTM and TM-3 about one meridian differ by 700 m here.
  const parts = shapefile(5897, legacyRows());
  const named = await t.run('named.zip', await zipped(parts, 5897), boundaries());
  assert.deepEqual([named.srid.used, named.counts.blocked, codes(named)], [5897, 0, []]);
  const bytes = await zipped(parts, null);
  const bare = await t.run('bare.zip', bytes, boundaries({ promote: true }));
  assert.deepEqual([bare.status, codes(bare)], ['validated', ['projection.ambiguous', 'projection.prj_missing']]);
  const forced = await t.run('bare.zip', bytes, boundaries({ promote: true, options: { srid: 5897 } }));
  assert.deepEqual([forced.status, codes(forced)], ['promoted', ['projection.forced']]);
});

test('the crs member of a GeoJSON file is heard, and a system that puts nothing in place refuses the file', async () => {
  const convert = transformer(4326, 9214);
  const metres = squareAt(IN_07210).map((point) => convert(point));
  const crs = (code: number) => ({ crs: { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${code}` } } });
  const report = await t.run('crs.geojson', collection('crs', [bacGiang({}, metres)], crs(9214)), boundaries());
  assert.deepEqual([report.srid.declared, report.srid.used, codes(report)], [9214, 9214, []]);
  const away = squareAt([IN_07210[0] + 3, IN_07210[1]]);
  const nowhere = await t.run('away.geojson', collection('away', [bacGiang({}, away)]), boundaries());
  assert.deepEqual([nowhere.status, codes(nowhere)], ['refused', ['projection.fits_nowhere']]);
  assert.deepEqual([nowhere.counts.read, nowhere.counts.refused], [1, 1]);
});

test('records that cannot become a boundary are refused one by one and do not hold up the others', async () => {
  const ring = squareAt(IN_07210);
  const report = await t.run(
    'refused.geojson',
    collection('refused', [
      bacGiang(),
      { ...bacGiang({ code: null }) },
      { ...bacGiang({ code: '00001' }) },
      { ...bacGiang({ code: 'xã này' }) },
      { ...daMai(), geometry: null },
      { ...daMai(), geometry: { type: 'Point', coordinates: IN_07228 } },
      { ...daMai(), geometry: polygon(squareAt(IN_07228).slice(0, 4)) },
      { ...daMai(), geometry: polygon([ring[0]!, ring[1]!, ring[0]!, ring[0]!]) },
    ]),
    boundaries({ promote: true }),
  );
  assert.equal(report.status, 'promoted');
  assert.deepEqual(report.counts, { read: 8, valid: 1, warned: 1, blocked: 0, refused: 6, ignored: 0 });
  assert.equal(report.promotion?.parcels, 2);
  const samples = Object.fromEntries(report.findings.map(({ code, samples }) => [code, samples]));
  assert.deepEqual(samples['boundary.code_missing'], [2]);
  assert.deepEqual(samples['boundary.code_unknown'], [3, 4]);
  assert.deepEqual(samples['geometry.null'], [5]);
  assert.deepEqual(samples['geometry.not_polygon'], [6]);
  assert.deepEqual(samples['geometry.ring_not_closed'], [7]);
  assert.deepEqual(samples['geometry.too_few_points'], [8]);
});

test('two boundaries for one unit block the batch; left out, the rest is promoted', async () => {
  const bytes = collection('twice', [bacGiang(), daMai(), daMai({ version: 2 })]);
  const blocked = await t.run('twice.geojson', bytes, boundaries({ promote: true }));
  assert.deepEqual([blocked.status, blocked.counts.blocked, blocked.promotion], ['validated', 2, null]);
  assert.deepEqual(blocked.findings[0]?.detail, { code: '07228', times: 2 });
  const rest = await t.run('twice.geojson', bytes, boundaries({ promote: true, excludeErrors: true }));
  assert.deepEqual([rest.status, rest.counts.ignored, rest.promotion?.parcels], ['promoted', 2, 1]);
});

test('a ring that crosses itself is repaired and reported; the shape of the file is kept', async () => {
  const [x, y] = IN_07210;
  // A bow tie with a large lobe and a small one beyond the crossing.
  const ring: Ring = [
    [x, y],
    [x + 0.02, y],
    [x + 0.02, y + 0.02],
    [x + 0.005, y - 0.005],
    [x, y],
  ];
  const report = await t.run('bow.geojson', collection('bow', [bacGiang({}, ring)]), boundaries({ promote: true }));
  assert.deepEqual([report.status, codes(report), report.counts.warned], ['promoted', ['boundary.repaired'], 1]);
  assert.match(String(report.findings[0]?.detail?.at), /^Self-intersection\[/);
  assert.notEqual(report.findings[0]?.detail?.beforeM2, report.findings[0]?.detail?.afterM2);
  const [row] = await t.query(
    `select st_isvalid(r.geom_legal) as given, st_isvalid(r.geom) as kept, st_isvalid(e.boundary) as boundary, st_numgeometries(e.boundary) as parts,
       st_area(r.geom) - r.area_m2::float8 as difference
     from staging.record r, reference.administrative_unit_extent e where r.batch_id = $1 and e.code = '07210' and e.valid_from = '2025-07-01'`,
    [report.batchId],
  );
  assert.deepEqual([row?.given, row?.kept, row?.boundary, row?.parts], [false, true, true, 2]);
  near(row?.difference, 0, 1e-3);
});

test('a declared area and a name that are not those of the unit are warnings', async () => {
  const { area } = (await extentOf('07210'))!;
  assert.ok(area > 0);
  const report = await t.run(
    'doubt.geojson',
    collection('doubt', [bacGiang({ areaKm2: 5.6 }), daMai({ areaKm2: 4.62, fullName: 'Xã Hư Cấu' })]),
    boundaries(),
  );
  assert.deepEqual(codes(report), ['boundary.area_differs', 'commune.differs_in_record']);
  assert.deepEqual(
    report.findings.map(({ samples }) => samples),
    [[1], [2]],
  );
  assert.deepEqual([report.counts.warned, report.counts.blocked], [2, 0]);
  near(Number(report.findings[0]?.detail?.computedM2), 4_590_000, 30_000);
  assert.equal(report.findings[0]?.detail?.declaredM2, 5_600_000);
});

test('a boundary away from where its unit is known to lie blocks', async () => {
  const report = await t.run(
    'moved.geojson',
    collection('moved', [
      ...Array.from({ length: 10 }, () => daMai()),
      { ...bacGiang(), geometry: polygon(squareAt([IN_07210[0] + 0.2, IN_07210[1]])) },
    ]),
    boundaries(),
  );
  const outside = report.findings.find(({ code }) => code === 'geometry.outside_commune');
  assert.deepEqual([outside?.severity, outside?.samples], ['error', [11]]);
});

test('--at gives a boundary to the unit that had the code on that day', async () => {
  const feature = bacGiang({ fullName: 'Phường Hoàng Văn Thụ' });
  const options = { at: '2025-03-01' };
  const report = await t.run('old.geojson', collection('old', [feature]), boundaries({ promote: true, options }));
  assert.deepEqual([report.status, codes(report)], ['promoted', []]);
  near((await extentOf('07210', '2025-01-01'))?.min_lon, IN_07210[0], 1e-6);
});

test('damaged JSON refuses the file with the place; the same again is the same batch', async () => {
  const bytes = Buffer.from(collection('damaged', [bacGiang()]).toString().slice(0, -5));
  const report = await t.run('damaged.geojson', bytes, boundaries({ promote: true }));
  assert.deepEqual([report.status, codes(report)], ['refused', ['file.geojson_damaged']]);
  assert.equal(report.findings[0]?.detail?.line, 1);
  assert.deepEqual(await t.run('damaged.geojson', bytes, boundaries({ promote: true })), report);
  const anew = await t.run('damaged.geojson', bytes, boundaries({ again: true }));
  assert.notEqual(anew.batchId, report.batchId);
});

test('numbers and texts that no database column holds end as findings, not as a failure', async () => {
  const report = await t.run(
    'absurd.geojson',
    collection('absurd', [
      bacGiang({ half: '\ud800', nul: 'a\u0000b', deep: { list: [1, 2] }, areaKm2: 1e15 }),
      { ...daMai(), geometry: polygon(squareAt([106, 20], 3)) },
    ]),
    boundaries({ options: { srid: 4326 } }),
  );
  assert.deepEqual(codes(report), [
    'area.unreadable',
    'boundary.invalid',
    'projection.forced',
    'text.control_character',
    'text.mangled',
  ]);
  const metres = squareAt(IN_07210).map((point) => transformer(4326, 9214)(point));
  const forced = await t.run(
    'forced.geojson',
    collection('forced', [bacGiang({}, metres)]),
    boundaries({ options: { srid: 4326 } }),
  );
  assert.deepEqual([forced.status, forced.counts.refused], ['validated', 1]);
});

test('identity numbers in a file given by mistake are hidden and sealed', async () => {
  const report = await t.run(
    'people.geojson',
    collection('people', [bacGiang({ note: 'CCCD 024187654321' })]),
    boundaries(),
  );
  const [row] = await t.query(
    'select r.raw::text, i.ordinal from staging.record r join staging.identity_number i using (batch_id, record_no) where batch_id = $1',
    [report.batchId],
  );
  assert.equal(row?.ordinal, 1);
  assert.doesNotMatch(row?.raw, /024187654/);
});
