/** GeoPackage, GML and File Geodatabase through the whole journey: the same records as the GeoJSON they were made of; what is broken has its code. */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import type { FindingCode } from '../server/domain/finding/finding.ts';
import { openTestImport, type TestImport } from '../server/testing/import/open-import.ts';
import { ORIGIN, squareAt } from '../server/testing/import/sheet-zip.ts';
import { zipFiles } from './demo/file/zip-files.ts';

const run = promisify(execFile);
/** They are made by another program than ours. */
const options = { skip: spawnSync('ogr2ogr', ['--version']).error !== undefined && 'needs ogr2ogr (gdal-bin)' };
let t: TestImport;
before(async () => {
  t = await openTestImport();
});
after(() => t.close());

const ROWS = [
  { SHBANDO: 31, SHTHUA: '1', MALOAIDAT: 'ONT', TENCHU: 'Nguyễn Thị Hư Cấu', DIENTICH: 400.5 },
  { SHBANDO: 31, SHTHUA: '2', MALOAIDAT: 'LUC', TENCHU: 'Trần Văn Tưởng Tượng', DIENTICH: 400 },
  { SHBANDO: 31, SHTHUA: '3', MALOAIDAT: 'CLN', TENCHU: null, DIENTICH: null },
];
const collection = (geometry: (at: number) => object) => ({
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::9214' } },
  features: ROWS.map((properties, at) => ({ type: 'Feature', properties, geometry: geometry(at) })),
});
/** Off the grid of metres, so that what is rounded shows. */
const polygon = (at: number) => ({
  type: 'Polygon',
  coordinates: [squareAt([ORIGIN[0] + 0.1234, ORIGIN[1] + 0.5678], at)],
});

let made = 0;
/** A file of this format with these layers; a folder is zipped. */
async function make(
  format: string,
  ending: string,
  layers: readonly object[] = [collection(polygon)],
): Promise<Buffer> {
  made += 1;
  const path = join(t.folder, `made-${made}.${ending}`);
  for (const [at, layer] of layers.entries()) {
    const source = join(t.folder, `made-${made}-${at}.geojson`);
    await writeFile(source, JSON.stringify(layer));
    await run('ogr2ogr', ['-f', format, ...(at > 0 ? ['-update'] : []), '-nln', `lop_${at}`, path, source]);
  }
  if (ending !== 'gdb') return readFile(path);
  const names = await readdir(path);
  return zipFiles(
    await Promise.all(
      names.map(async (name) => ({ name: `sheet.gdb/${name}`, bytes: await readFile(join(path, name)) })),
    ),
  );
}

const staged = (batchId: string) =>
  t.query(
    `select r.record_no, r.parcel_no, r.sheet_no, r.candidate - 'attributes' as candidate, st_astext(r.geom_legal, 4) as geom, r.status
     from staging.record r where r.batch_id = $1 order by r.record_no`,
    [batchId],
  );

test(
  'what a GeoJSON says, a GeoPackage, a GML file and a File Geodatabase say too, corner for corner',
  options,
  async () => {
    const plain = await t.run('sheet.geojson', Buffer.from(JSON.stringify(collection(polygon))));
    const expected = await staged(plain.batchId);
    assert.equal(expected.length, ROWS.length);
    for (const [format, ending, name] of [
      ['GPKG', 'gpkg', 'sheet.gpkg'],
      ['GML', 'gml', 'sheet.gml'],
      ['OpenFileGDB', 'gdb', 'sheet.gdb.zip'],
    ] as const) {
      const report = await t.run(name, await make(format, ending));
      assert.deepEqual(
        [report.status, report.counts.read, report.encoding.used, report.srid.used],
        ['validated', ROWS.length, 'utf8', 9214],
        `${name}: ${JSON.stringify(report.findings)}`,
      );
      assert.deepEqual(await staged(report.batchId), expected, name);
    }
  },
);

test(
  'of several layers none is guessed; lines and tables are no parcels; what is broken says so',
  options,
  async () => {
    const line = (at: number) => ({ type: 'LineString', coordinates: squareAt(ORIGIN, at) });
    const whole = await make('GPKG', 'gpkg');
    const gml = await make('GML', 'gml');
    const cases: readonly [name: string, bytes: Buffer, code: FindingCode][] = [
      ['two.gpkg', await make('GPKG', 'gpkg', [collection(polygon), collection(polygon)]), 'file.several_layers'],
      ['lines.gpkg', await make('GPKG', 'gpkg', [collection(line)]), 'file.no_layer'],
      ['cut.gpkg', whole.subarray(0, whole.length / 2), 'file.container_damaged'],
      ['empty.gpkg', Buffer.alloc(0), 'file.container_damaged'],
      [
        'text.gml',
        Buffer.from('<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml"><gml:featureMember>'),
        'file.container_damaged',
      ],
      ['cut.gml', gml.subarray(0, (gml.length * 3) / 4), 'file.container_damaged'],
      ['other.gpkg', Buffer.from(` ${JSON.stringify(collection(polygon))}`), 'file.container_damaged'],
      ['no.gdb.zip', await zipFiles([{ name: 'a.txt', bytes: Buffer.from('x') }]), 'file.container_damaged'],
    ];
    for (const [name, bytes, code] of cases) {
      const report = await t.run(name, bytes);
      assert.deepEqual([report.status, report.findings.map((finding) => finding.code)], ['refused', [code]], name);
    }
    const lined = await t.run('beside.gpkg', await make('GPKG', 'gpkg', [collection(polygon), collection(line)]));
    assert.equal(lined.counts.read, ROWS.length, 'a layer of lines beside it is left where it is');
    assert.ok(lined.findings.some(({ code }) => code === 'file.member_ignored'));
  },
);
