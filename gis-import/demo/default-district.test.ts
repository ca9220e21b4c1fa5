import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { parcelArea } from './build-sheet.ts';
import type { District } from './district.ts';
import { generateDistrict } from './generate-district.ts';

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
      for (const [e, n] of srid === 9214 ? parcels.flatMap(({ rings }) => rings?.[0] ?? []) : [])
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
    for (const { file, parcels, faults, areaStep } of district.sheets)
      for (const [i, { parcelNo, rings, declaredAreaM2 }] of parcels.entries()) {
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
});
