/**
 * An independent reader must count, measure and name the same things. `Feature Count` of ogrinfo counts rows marked as
 * deleted, as `records` does; its listing of features leaves them out, as the caller does by `deleted`.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import { prjText } from '../../server/domain/prj-text.ts';
import { notEmpty } from '../../server/testing/not-empty.ts';
import { withParts } from '../demo/file/fixture-shapefile.ts';
import { type ShapefileSource, writeShapefile } from '../demo/file/write-shapefile.ts';
import { openShapefile } from './open-shapefile.ts';

const missing = spawnSync('ogrinfo', ['--version']).error !== undefined;

const coordinate = fc.integer({ min: 0, max: 9_000_000 }).map((millimetres) => millimetres / 1000);
const ring = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 40 });
const row = fc.record({
  rings: fc.option(fc.array(ring, { minLength: 1, maxLength: 3 }), { freq: 8 }),
  cells: fc.tuple(
    fc.integer({ min: 0, max: 99_999 }),
    fc.integer({ min: 0, max: 999_999 }),
    fc.constantFrom('ONT', 'LUC', ''),
  ),
  deleted: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
});
const source: fc.Arbitrary<ShapefileSource> = fc.record({
  fields: fc.constant([
    { name: 'SHTHUA', type: 'N', length: 5, decimals: 0 },
    { name: 'DIENTICH', type: 'N', length: 12, decimals: 1 },
    { name: 'KYHIEUMUCD', type: 'C', length: 10, decimals: 0 },
  ]),
  rows: fc.array(row, { minLength: 1, maxLength: 300 }),
  shapeType: fc.constantFrom(5 as const, 15 as const, 25 as const),
});

test('ogrinfo finds the same count, extent, columns and deleted rows', async (t) => {
  if (missing && !process.env.CI) return t.skip('ogrinfo (package gdal-bin) is not installed');
  for (const sample of notEmpty(fc.sample(source, { seed: 1998, numRuns: 12 }))) {
    await withParts({ ...writeShapefile(sample), prj: prjText(9214) }, async (parts) => {
      const said = execFileSync('ogrinfo', ['-al', '-so', parts.shp], { encoding: 'utf8' });
      const listed = execFileSync('ogrinfo', ['-al', '-geom=NO', parts.shp], { encoding: 'utf8' });
      const file = await openShapefile(parts);
      let deleted = 0;
      let shapes = 0;
      for await (const one of file.rows()) {
        if (one.deleted) deleted++;
        if (one.shape.kind === 'polygon') shapes++;
      }
      await file.close();
      assert.equal(shapes, sample.rows.filter(({ rings }) => rings !== null).length);
      assert.equal(`${file.records}`, /Feature Count: (\d+)/.exec(said)?.[1]);
      assert.equal(file.records - deleted, listed.match(/^OGRFeature/gm)?.length ?? 0);
      const extent = /Extent: \((.*), (.*)\) - \((.*), (.*)\)/.exec(said)?.slice(1);
      assert.deepEqual(
        extent ?? ['0.000000', '0.000000', '0.000000', '0.000000'],
        file.bbox.map((value) => value.toFixed(6)),
      );
      const columns = [...said.matchAll(/^(\w+): (?:Integer|Integer64|Real|String) \((\d+)\.(\d+)\)/gm)];
      assert.deepEqual(
        columns.map(([, name, length, decimals]) => [name, Number(length), Number(decimals)]),
        file.fields.map(({ name, length, decimals }) => [name, length, decimals]),
      );
    });
  }
});
