import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { mayBeEmpty, notEmpty } from '../../server/testing/not-empty.ts';
import type { District, Position } from './district.ts';
import { generateDistrict } from './generate-district.ts';
import type { Point } from './land/planar-mesh.ts';
import { insideRing, ringArea, ringCentroid } from './land/ring-measure.ts';
import { segmentsMeet } from './land/segments-meet.ts';
import { parcelArea } from './sheet/build-sheet.ts';
import { isSimpleRing } from './sheet/ring-faults.ts';

const millimetres = (ring: readonly Position[]): Point[] =>
  ring.map(([x, y]) => [Math.round(x * 1000), Math.round(y * 1000)]);

const sideOf = (a: Point, b: Point, p: Point): number =>
  Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));

/** Do two edges cross with ends on either side? Touching along common corners is what neighbours do. */
const properlyCross = (one: readonly Point[], other: readonly Point[]): boolean =>
  one.some((a, i) => {
    const b = one[(i + 1) % one.length]!;
    return other.some((c, j) => {
      const d = other[(j + 1) % other.length]!;
      if (!segmentsMeet(a, b, c, d)) return false;
      return sideOf(a, b, c) * sideOf(a, b, d) < 0 && sideOf(c, d, a) * sideOf(c, d, b) < 0;
    });
  });

/** Parcels of one sheet that carry no fault, rings in whole millimetres. */
const cleanRings = (district: District): Point[][] =>
  district.sheets
    .filter(({ srid }) => srid === 9214)
    .flatMap(({ parcels, faults }) => parcels.filter((_, i) => !faults.some(({ recordNo }) => recordNo === i + 1)))
    .flatMap(({ rings }) => (rings ?? []).map(millimetres));

describe('a district of a few hundred parcels', () => {
  let district: District;
  before(() => {
    district = generateDistrict({ parcels: 600, seed: 7 });
  });

  test('each boundary is drawn once in either direction: neighbours share all their corners', () => {
    const drawn = new Map<string, number>();
    for (const { parcels, srid } of district.sheets)
      for (const { rings } of srid === 9214 ? parcels : [])
        for (const ring of (rings ?? []).map(millimetres))
          ring.forEach((a, i) => {
            const key = `${a}>${ring[(i + 1) % ring.length]!}`;
            drawn.set(key, (drawn.get(key) ?? 0) + 1);
          });
    const twice = [...drawn].filter(([, times]) => times > 1);
    const alone = [...drawn.keys()].filter((key) => !drawn.has(key.split('>').reverse().join('>')));
    // Only the parcels spoilt on purpose draw a line of their own.
    assert.ok(twice.length <= 2, `${twice.length} boundaries drawn twice`);
    assert.ok(alone.length < drawn.size / 4, 'most boundaries are inner ones');
  });

  test('no two parcels overlap', () => {
    const boxes = cleanRings(district).map((ring) => ({
      ring,
      west: Math.min(...ring.map(([x]) => x)),
      east: Math.max(...ring.map(([x]) => x)),
      south: Math.min(...ring.map(([, y]) => y)),
      north: Math.max(...ring.map(([, y]) => y)),
    }));
    let compared = 0;
    for (const [i, a] of notEmpty(boxes).entries())
      for (const b of mayBeEmpty(boxes.slice(i + 1))) {
        if (a.east <= b.west || b.east <= a.west || a.north <= b.south || b.north <= a.south) continue;
        compared++;
        assert.ok(!properlyCross(a.ring, b.ring), `rings near ${a.ring[0]} and ${b.ring[0]} cross`);
      }
    assert.ok(compared > 600, `${compared} pairs compared`);
  });

  test('the parcels of a commune fill what its sheets cover: no gap, to the square millimetre', () => {
    const sheet = generateDistrict({ parcels: 600, seed: 7 }).sheets.find(
      ({ faults, srid }) => faults.length === 0 && srid === 9214,
    )!;
    const rings = sheet.parcels.flatMap(({ rings }) => rings!.map(millimetres));
    const edges = new Map<string, Point>();
    for (const ring of rings) for (const [i, a] of ring.entries()) edges.set(`${a}>${ring[(i + 1) % ring.length]!}`, a);
    const outline = [...edges].filter(([key]) => !edges.has(key.split('>').reverse().join('>')));
    const next = new Map(
      outline.map(([key, a]) => [String(a), key.split('>')[1]!.split(',').map(Number) as unknown as Point]),
    );
    assert.equal(next.size, outline.length, 'the outline does not branch');
    const loop: Point[] = [outline[0]![1]];
    for (let at = next.get(String(loop[0]))!; String(at) !== String(loop[0]); at = next.get(String(at))!) loop.push(at);
    assert.equal(loop.length, outline.length, 'one closed outline and no hole in it');
    assert.equal(
      ringArea(loop),
      rings.reduce((sum, ring) => sum + ringArea(ring), 0),
    );
  });

  test('every ring is simple and more than a sliver, except those spoilt on purpose', () => {
    for (const sheet of notEmpty(district.sheets))
      for (const [i, { rings }] of notEmpty(sheet.parcels).entries()) {
        if (sheet.faults.some(({ recordNo }) => recordNo === i + 1)) continue;
        for (const ring of notEmpty(rings!))
          assert.ok(isSimpleRing(millimetres(ring)), `${sheet.file} record ${i + 1}`);
        assert.ok(parcelArea(rings!) > 2, `${sheet.file} record ${i + 1} has an area`);
      }
  });

  test('the communes divide the territory, and each sheet lies in its own', () => {
    const area = (code: string) =>
      ringArea(millimetres(district.communes.find((unit) => unit.code === code)!.boundary));
    assert.equal(area('99001') + area('99002') + area('99003'), 9_000_000 * 8_000_000);
    assert.equal(area('99011') + area('99012'), area('99003'));
    for (const sheet of notEmpty(district.sheets.filter(({ srid }) => srid === 9214))) {
      const { boundary } = district.communes.find(({ code }) => code === sheet.communeCode)!;
      for (const { rings } of notEmpty(sheet.parcels))
        if (rings) assert.ok(insideRing(boundary, ringCentroid(rings[0]!)) || rings[0]!.length > 20, sheet.file);
    }
    assert.ok(insideRing(district.communes[0]!.boundary, [416_785, 2_353_056]), 'the unsurveyed point lies in 99001');
  });
});
