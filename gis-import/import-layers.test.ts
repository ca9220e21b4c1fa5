import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { ImportReport } from '../server/domain/batch/import-report.ts';
import { transformer } from '../server/domain/crs.ts';
import type { LayerFacts } from '../server/domain/layer/layer-facts.ts';
import { prjText } from '../server/domain/prj-text.ts';
import { openTestImport, type RequestOverrides, type TestImport } from '../server/testing/import/open-import.ts';
import { writeShapefile } from './demo/file/write-shapefile.ts';
import { zipFiles } from './demo/file/zip-files.ts';

let t: TestImport;
before(async () => {
  t = await openTestImport();
});
after(() => t.close());

type Point = [number, number];
/** Inside Bắc Giang, degrees; a square of 0.002° is about 4.6 ha. */
const HERE: Point = [106.2, 21.275];
const square = ([x, y]: Point, side = 0.002): Point[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const polygon = (...rings: Point[][]) => ({ type: 'Polygon', coordinates: rings });
const feature = (properties: Record<string, unknown>, geometry: unknown = polygon(square(HERE))) => ({
  type: 'Feature',
  properties,
  geometry,
});
const collection = (...features: unknown[]) => Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));

const facts = (code: string, more: Partial<LayerFacts> = {}): LayerFacts => ({
  code,
  theme: 'planning',
  title: 'Quy hoạch thử',
  titleEn: null,
  source: 'Sở Thử nghiệm',
  licence: 'CC0-1.0',
  date: '2026-01-15',
  audience: 'public',
  ...more,
});
const layer = (of: LayerFacts, { options, ...more }: RequestOverrides = {}): RequestOverrides => ({
  promote: true,
  ...more,
  options: { kind: 'layer', commune: null, scale: null, layer: of, ...options },
});
const codes = (report: ImportReport) => report.findings.map(({ code }) => code);
const editions = (code: string) =>
  t.query<{ edition_no: number; status: string; features: number }>(
    'select edition_no, status, features from thematic.edition where layer_code = $1 order by edition_no',
    [code],
  );

test('the first edition is put in force by the command line; the same again changes nothing', async () => {
  const bytes = collection(
    feature({ MAQH: 'ODT', TEN: 'Khu dân cư số 1', GIA_DONG_M2: 1_250_000 }),
    feature({ MAQH: 'DGT', TEN: 'Đường vành đai' }, { type: 'LineString', coordinates: [HERE, [106.21, 21.28]] }),
    feature({ MAQH: 'DYT', TEN: 'Trạm y tế' }, { type: 'Point', coordinates: HERE }),
  );
  const first = await t.run('qh.geojson', bytes, layer(facts('planning')));
  assert.deepEqual([first.status, first.promotion?.parcels, codes(first)], ['promoted', 3, []]);
  assert.deepEqual(first.columns, { MAQH: 'category', TEN: 'name', GIA_DONG_M2: 'value' });
  assert.deepEqual(await t.run('qh.geojson', bytes, layer(facts('planning'))), first);
  assert.deepEqual(await editions('planning'), [{ edition_no: 1, status: 'in_force', features: 3 }]);
  const rows = await t.query(
    `select feature_no, category, public_name, value::float8, unit, st_srid(geom) as srid, st_dimension(geom) as dimension, st_isvalid(geom) as valid
     from thematic.feature join thematic.edition using (edition_id) where layer_code = 'planning' order by 1`,
  );
  const place = { srid: 9214, valid: true };
  assert.deepEqual(rows, [
    {
      feature_no: 1,
      category: 'ODT',
      public_name: 'Khu dân cư số 1',
      value: 1_250_000,
      unit: 'vnd_m2',
      dimension: 2,
      ...place,
    },
    { feature_no: 2, category: 'DGT', public_name: 'Đường vành đai', value: null, unit: null, dimension: 1, ...place },
    { feature_no: 3, category: 'DYT', public_name: 'Trạm y tế', value: null, unit: null, dimension: 0, ...place },
  ]);
  const audit = await t.query<{ action: string }>(
    `select action from audit.entry where subject_id in ('planning', $1) and action not in ('batch.received', 'batch.staged', 'batch.validated') order by seq`,
    [first.batchId],
  );
  assert.deepEqual(
    audit.map(({ action }) => action),
    ['layer.edition_loaded', 'batch.promoted'],
  );
});

test('a further edition waits for a second person, and the one in force stays', async () => {
  const one = await t.run('a.geojson', collection(feature({ LOAI: 'a' })), layer(facts('twice')));
  const bytes = collection(feature({ LOAI: 'b' }), feature({ LOAI: 'c' }));
  const two = await t.run('b.geojson', bytes, layer(facts('twice', { date: '2026-06-01' })));
  assert.deepEqual(
    [one.status, two.status, two.promotion, codes(two)],
    ['promoted', 'validated', null, ['layer.waits']],
  );
  const again = await t.run('b.geojson', bytes, layer(facts('twice', { date: '2026-06-01' })));
  assert.deepEqual([again.batchId, codes(again)], [two.batchId, ['layer.waits']]);
  assert.deepEqual(await editions('twice'), [
    { edition_no: 1, status: 'in_force', features: 1 },
    { edition_no: 2, status: 'proposed', features: 2 },
  ]);
});

test('two files for one new layer at once: one is in force, the other waits', async () => {
  const both = await Promise.all(
    ['x', 'y'].map((word) =>
      t.run(`${word}.geojson`, collection(feature({ LOAI: word })), layer(facts('race', { source: word }))),
    ),
  );
  assert.deepEqual(both.map(({ status }) => status).sort(), ['promoted', 'validated']);
  assert.deepEqual(
    (await editions('race')).map(({ status }) => status),
    ['in_force', 'proposed'],
  );
});

test('words of persons and numbers of theirs are kept from the public, and numbers from everybody', async () => {
  const report = await t.run(
    'people.geojson',
    collection(
      feature({ LOAI: 'Đất nhà ông Hùng', TEN: 'Nguyễn Văn Hoàng Yến' }),
      feature({ LOAI: 'ONT', TEN: 'Chủ: 024187654321', ghichu: 'CCCD 024187654321' }),
    ),
    layer(facts('people')),
  );
  assert.deepEqual([report.status, codes(report)], ['promoted', ['layer.text_withheld']]);
  const rows = await t.query(
    `select category, name, public_category, public_name from thematic.feature join thematic.edition using (edition_id) where layer_code = 'people' order by feature_no`,
  );
  assert.deepEqual(rows[0], {
    category: 'Đất nhà ông Hùng',
    name: 'Nguyễn Văn Hoàng Yến',
    public_category: null,
    public_name: null,
  });
  assert.deepEqual([rows[1]?.public_category, rows[1]?.public_name], ['ONT', null]);
  assert.doesNotMatch(JSON.stringify(rows), /024187654321/);
  const staged = await t.query('select raw::text as raw from staging.record where batch_id = $1', [report.batchId]);
  assert.equal(staged.length, 2);
  assert.doesNotMatch(JSON.stringify(staged), /024187654321/);
});

test('a shape that crosses itself is repaired, one that is nothing refused, a collection too', async () => {
  const [x, y] = HERE;
  const bow: Point[] = [
    [x, y],
    [x + 0.002, y],
    [x + 0.002, y + 0.002],
    [x + 0.0005, y - 0.0005],
    [x, y],
  ];
  const report = await t.run(
    'shapes.geojson',
    collection(
      feature({ LOAI: 'a' }, polygon(bow)),
      feature({ LOAI: 'b' }, { type: 'GeometryCollection', geometries: [] }),
      feature({ LOAI: 'c' }, { type: 'LineString', coordinates: [HERE, HERE] }),
      feature({ LOAI: 'd' }, { type: 'Point', coordinates: ['x', 1] }),
      feature({ LOAI: 'e' }, null),
    ),
    layer(facts('shapes')),
  );
  assert.deepEqual(report.counts, { read: 5, valid: 0, warned: 1, blocked: 0, refused: 4, ignored: 0 });
  const samples = Object.fromEntries(report.findings.map((finding) => [finding.code, finding.samples]));
  assert.deepEqual(samples, {
    'geometry.null': [5],
    'geometry.too_few_points': [3],
    'layer.repaired': [1],
    'layer.shape_unsupported': [2, 4],
  });
});

test('a file whose every record is refused makes no edition', async () => {
  const report = await t.run('none.geojson', collection(feature({}, null)), layer(facts('none')));
  assert.deepEqual([report.status, report.counts.refused, report.promotion], ['validated', 1, null]);
  assert.deepEqual(await editions('none'), []);
});

test('a zipped shapefile in TM-3 with TCVN3 text is read as parcels are', async () => {
  const convert = transformer(4326, 9214);
  const parts = writeShapefile({
    fields: [{ name: 'LOAI', type: 'C', length: 40, decimals: 0 }],
    rows: [
      {
        cells: [Buffer.from('§Êt trång lóa', 'latin1')],
        rings: [square(HERE).map((point) => convert(point) as Point)],
      },
    ],
  });
  const bytes = await zipFiles([
    { name: 'lua.shp', bytes: parts.shp },
    { name: 'lua.shx', bytes: parts.shx },
    { name: 'lua.dbf', bytes: parts.dbf },
    { name: 'lua.prj', bytes: Buffer.from(prjText(9214)) },
  ]);
  const report = await t.run('lua.zip', bytes, layer(facts('rice')));
  assert.deepEqual([report.status, report.srid.used, report.encoding.used], ['promoted', 9214, 'tcvn3']);
  const [row] = await t.query(
    `select public_category from thematic.feature join thematic.edition using (edition_id) where layer_code = 'rice'`,
  );
  assert.equal(row?.public_category, 'Đất trồng lúa');
});

test('a file that is damaged, or lies elsewhere, is refused whole', async () => {
  const damaged = await t.run('d.geojson', collection(feature({})).subarray(0, -9), layer(facts('bad')));
  assert.deepEqual([damaged.status, codes(damaged)], ['refused', ['file.geojson_damaged']]);
  const away = await t.run(
    'away.geojson',
    collection(feature({ LOAI: 'a' }, polygon(square([100, 10])))),
    layer(facts('away')),
  );
  assert.equal(away.status, 'refused');
  assert.ok(codes(away).includes('projection.fits_nowhere'), codes(away).join());
});

test('the database holds editions to their rules whoever writes', async () => {
  await t.run('rule.geojson', collection(feature({ LOAI: 'a' })), layer(facts('rules')));
  await t.run('rule2.geojson', collection(feature({ LOAI: 'b' })), layer(facts('rules', { date: '2026-02-02' })));
  const [waiting] = await t.query<{ edition_id: string; proposed_by: string }>(
    `select edition_id, proposed_by from thematic.edition where layer_code = 'rules' and status = 'proposed'`,
  );
  const put = (by: string) =>
    t.query(
      `update thematic.edition set status = 'in_force', decided_by = $2, decided_at = now() where edition_id = $1`,
      [waiting!.edition_id, by],
    );
  await assert.rejects(put(waiting!.proposed_by), /edition_four_eyes/);
  await assert.rejects(put(randomUUID()), /edition_in_force_idx/);
  await assert.rejects(
    t.query(`update thematic.edition set source = 'x' where edition_id = $1`, [waiting!.edition_id]),
    { code: 'DB003' },
  );
  await assert.rejects(t.query(`delete from thematic.edition where layer_code = 'rules'`), { code: 'DB003' });
  await assert.rejects(t.query(`update thematic.feature set name = 'x'`), { code: 'DB003' });
  await assert.rejects(
    t.query(
      `insert into thematic.feature (edition_id, feature_no, geom, geom_3857) select edition_id, 99, geom, geom_3857 from thematic.feature limit 1`,
    ),
    { code: 'DB003' },
  );
});
