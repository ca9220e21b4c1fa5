import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { mayBeEmpty, notEmpty } from '../../server/testing/not-empty.ts';
import type { District } from './district.ts';
import { generateDistrict } from './generate-district.ts';
import { parcelArea } from './sheet/build-sheet.ts';
import { sheetFiles } from './sheet/zip-sheet.ts';

/** Of all files of the dozen, in order. Who changes it changes every demonstration there is. */
const DIGEST = 'd19003cdf133b4cfc740e01eff2f55b7cea46fb1e17186c30317cc6db6e8e3c3';
/** What an import is to find in the sheet that waits for its review, and how often it is planted. */
const FOR_REVIEW = {
  'area.outside_tolerance': 3,
  'geometry.self_intersection': 2,
  'key.duplicate': 2,
  'key.parcel_no_missing': 1,
  'key.parcel_no_not_integer': 1,
  'land_use.combined': 1,
  'land_use.legacy_code': 3,
  'land_use.unknown': 2,
  'text.case_repaired': 4,
  'text.mangled': 1,
  'text.mixed_encoding': 2,
  'topology.overlap': 2,
};

describe('the default district', () => {
  let district: District;
  before(() => {
    district = generateDistrict({ parcels: 6000, seed: 1 });
  });

  test('has about 6,000 parcels on a dozen sheets inside the demo rectangle', () => {
    const total = district.sheets.reduce((sum, { parcels }) => sum + parcels.length, 0);
    assert.ok(total > 5500 && total < 6500, `${total} parcels`);
    assert.equal(district.sheets.length, 12);
    for (const { file, parcels, srid } of district.sheets) {
      assert.ok(parcels.length >= 200 && parcels.length <= 1200, `${file}: ${parcels.length}`);
      for (const [e, n] of mayBeEmpty(srid === 9214 ? parcels.flatMap(({ rings }) => rings?.[0] ?? []) : []))
        assert.ok(e > 418_500 && e < 423_500 && n > 2_350_500 && n < 2_356_500, `${file}: ${e} ${n}`);
    }
  });

  test('has shapes like a real cadastre: median about 8 corners, a tail to hundreds, some holes', () => {
    const shapes = district.sheets.flatMap(({ parcels }) => parcels.flatMap(({ rings }) => (rings ? [rings] : [])));
    const corners = shapes.map((rings) => rings.flat().length).sort((a, b) => a - b);
    const median = corners[corners.length >> 1]!;
    assert.ok(median >= 7 && median <= 10, `median ${median}`);
    assert.ok(corners.at(-1)! > 120, `greatest ${corners.at(-1)}`);
    assert.ok(corners[Math.floor(corners.length * 0.99)]! > 30, 'one in a hundred has more than 30');
    const withHole = shapes.filter((rings) => rings.length > 1).length;
    assert.ok(withHole >= 3 && withHole <= 24, `${withHole} with a hole`);
  });

  test('numbers each sheet 1..n and declares the area in the sheet’s own system, apart from the listed faults', () => {
    for (const { file, parcels, faults, areaStep } of notEmpty(district.sheets))
      for (const [i, { parcelNo, rings, declaredAreaM2 }] of notEmpty(parcels).entries()) {
        if (faults.some(({ recordNo }) => recordNo === i + 1)) continue;
        assert.equal(parcelNo, String(i + 1), file);
        assert.ok(Math.abs(parcelArea(rings!) - declaredAreaM2) <= areaStep / 2 + 1e-6, `${file} ${parcelNo}`);
      }
  });

  test('plants each fault and keeps two sheets numbered 12 apart', () => {
    const kinds = new Set(district.sheets.flatMap(({ faults }) => faults.map(({ kind }) => kind)));
    assert.deepEqual([...kinds].sort(), [
      'area.outside_tolerance',
      'geometry.null',
      'geometry.self_intersection',
      'key.duplicate',
      'key.parcel_no_missing',
      'land_use.combined',
      'land_use.legacy_code',
      'text.case_repaired',
      'text.mangled',
      'topology.overlap',
    ]);
    const twelves = district.sheets.filter(({ sheetNo }) => sheetNo === '12').map(({ communeCode }) => communeCode);
    assert.deepEqual(twelves, ['99011', '99012']);
  });

  test('writes the same bytes as ever for the sheets that are registered', () => {
    const hash = createHash('sha256');
    for (const sheet of district.sheets)
      for (const { name, bytes } of sheetFiles(sheet)) hash.update(name).update(bytes);
    assert.equal(hash.digest('hex'), DIGEST);
  });

  test('has three small sheets that wait: one full of faults, one clean, one whose file is cut off', () => {
    assert.deepEqual(
      district.waiting.map(({ file, fate }) => [file, fate]),
      [
        ['99001-to-05', 'review'],
        ['99002-to-05', 'proposed'],
        ['99003-to-13', 'refused'],
      ],
    );
    for (const { file, parcels } of district.waiting)
      assert.ok(parcels.length >= 60 && parcels.length <= 160, `${file}: ${parcels.length}`);
    const [review, ...clean] = district.waiting;
    const planted: Record<string, number> = {};
    for (const { kind } of review!.faults) planted[kind] = (planted[kind] ?? 0) + 1;
    assert.deepEqual(planted, FOR_REVIEW);
    assert.deepEqual(
      clean.map(({ faults }) => faults),
      [[], []],
    );
  });

  test('lays them beside the dozen: they share corners with it, and no corner of theirs lies within its edges', () => {
    const edges = district.sheets
      .filter(({ srid }) => srid === 9214)
      .flatMap(({ parcels }) =>
        parcels.flatMap(({ rings }) => rings?.[0]?.map((a, i, ring) => [a, ring.at(i - 1)!]) ?? []),
      );
    const corners = new Set(edges.map(([a]) => String(a)));
    for (const { file, parcels } of notEmpty(district.waiting)) {
      const own = new Map(parcels.flatMap(({ rings }) => rings![0]!).map((point) => [String(point), point] as const));
      const shared = [...own.keys()].filter((key) => corners.has(key));
      assert.ok(shared.length >= 5, `${file}: ${shared.length} corners`);
      for (const key of shared) own.delete(key);
      const near = edges.filter(([a, b]) =>
        parcels.some(({ rings }) => Math.hypot(rings![0]![0]![0] - a![0], rings![0]![0]![1] - b![1]) < 100),
      );
      for (const [x, y] of notEmpty(own.values()))
        for (const [a, b] of notEmpty(near)) {
          const length = Math.hypot(b![0] - a![0], b![1] - a![1]);
          const along = ((x - a![0]) * (b![0] - a![0]) + (y - a![1]) * (b![1] - a![1])) / length;
          const aside = Math.abs((x - a![0]) * (b![1] - a![1]) - (y - a![1]) * (b![0] - a![0])) / length;
          assert.ok(aside > 0.01 || along < 0 || along > length, `${file}: ${x} ${y} lies on an edge of the dozen`);
        }
    }
  });
});
