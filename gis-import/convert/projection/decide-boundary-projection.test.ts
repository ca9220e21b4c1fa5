import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transformer } from '../../../server/domain/crs.ts';
import { createBoundarySample, union } from './decide-boundary-projection.ts';
import type { Extent } from './decide-projection.ts';

const WEST: Extent = { minLon: 106.1, minLat: 21.2, maxLon: 106.2, maxLat: 21.3 };
const EAST: Extent = { minLon: 106.3, minLat: 21.2, maxLon: 106.4, maxLat: 21.3 };
const FAR: Extent = { minLon: 102.1, minLat: 8.3, maxLon: 109.6, maxLat: 23.4 };

/** The outline of a box with `corners` points, in another system. */
function outline({ minLon, minLat, maxLon, maxLat }: Extent, srid: number, corners = 40): Float64Array {
  const convert = transformer(4326, srid);
  const points = Array.from({ length: corners + 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    const lon = (minLon + maxLon) / 2 + ((maxLon - minLon) / 2) * Math.cos(angle);
    const lat = (minLat + maxLat) / 2 + ((maxLat - minLat) / 2) * Math.sin(angle);
    return convert([lon, lat]);
  });
  return Float64Array.from(points.flat());
}
const question = { prj: 'missing', commune: FAR, forced: null } as const;

test('the units that the records name tell the zone, without a .prj', () => {
  for (const srid of [9213, 9214, 9215]) {
    const sample = createBoundarySample();
    sample.add([outline(WEST, srid)], WEST);
    sample.add([outline(EAST, srid)], EAST);
    const verdict = sample.verdict(question);
    assert.equal(verdict?.srid, srid);
    assert.deepEqual(
      verdict.findings.map(({ code }) => code),
      ['projection.prj_missing'],
    );
  }
});

test('a record of an unknown unit has no say where another is known', () => {
  const sample = createBoundarySample();
  sample.add([outline(WEST, 9214)], WEST);
  for (let i = 0; i < 20; i++) sample.add([outline({ ...EAST, minLon: 100, maxLon: 101 }, 9214)], null);
  assert.equal(sample.verdict(question)?.srid, 9214);
});

test('where nothing is known of any unit, the file is believed inside the country and nobody without it', () => {
  const sample = createBoundarySample();
  sample.add([outline(WEST, 9214)], null);
  const claimed = sample.verdict({ ...question, prj: { srid: 9214, name: null } });
  assert.deepEqual([claimed?.srid, claimed?.findings], [9214, []]);
  assert.ok(sample.verdict(question)?.findings.some(({ code }) => code === 'projection.ambiguous'));
});

test('a lying .prj is overruled, and a file without a point has no system', () => {
  const sample = createBoundarySample();
  assert.equal(sample.verdict(question), null);
  sample.add([outline(WEST, 9214)], WEST);
  const verdict = sample.verdict({ ...question, prj: { srid: 9209, name: null } });
  assert.equal(verdict?.srid, 9214);
  assert.deepEqual(
    verdict.findings.map(({ code }) => code),
    ['projection.prj_overruled'],
  );
});

test('the sample of many records is spread over all of them', () => {
  const sample = createBoundarySample();
  for (let i = 0; i < 10_000; i++) sample.add([outline(i < 8_000 ? EAST : WEST, 9214, 4)], EAST);
  const verdict = sample.verdict(question);
  assert.equal(verdict?.srid, null, 'the fifth that lies elsewhere was seen');
});

test('the union of boxes', () => {
  assert.deepEqual(union([WEST, EAST]), { minLon: 106.1, minLat: 21.2, maxLon: 106.4, maxLat: 21.3 });
});
