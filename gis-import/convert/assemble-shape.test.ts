import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getProjection, transformer } from '../../server/domain/crs.ts';
import { assembleShape, createGeometryRules } from './assemble-shape.ts';

type Pair = readonly [number, number];
const SQUARE: readonly Pair[] = [
  [416_785.1, 2_353_056.2],
  [416_785.1, 2_353_074.2],
  [416_805.1, 2_353_074.2],
  [416_805.1, 2_353_056.2],
];
const [A, , C] = SQUARE as [Pair, Pair, Pair];
const flat = (...rings: (readonly Pair[])[]) => rings.map((ring) => Float64Array.from(ring.flat()));
const PLAIN = createGeometryRules(null, 9214, 9214);

function assemble(parts: readonly Float64Array[], rules = PLAIN) {
  const findings: Parameters<typeof assembleShape>[2] = [];
  const polygons = assembleShape({ kind: 'polygon', parts, hadZ: false, hadM: false }, rules, findings);
  return { polygons, codes: findings.map(({ code }) => code), findings };
}
const corners = (polygons: readonly (readonly Float64Array[])[] | null) =>
  [...(polygons?.[0]?.[0] ?? [])].join(' ').split(' ').length / 2;

test('a last point left out is put back, with the length of the edge that nobody drew', () => {
  const { polygons, findings } = assemble(flat(SQUARE));
  assert.equal(corners(polygons), 5);
  assert.deepEqual(findings, [{ code: 'geometry.ring_not_closed', detail: { lengthM: 20 } }]);
});

test('a ring open by less than 0.1 mm is closed upon its first point', () => {
  const { polygons, codes } = assemble(flat([...SQUARE, [A[0] + 0.00006, A[1]]]));
  assert.deepEqual(codes, ['geometry.ring_closed']);
  assert.equal(corners(polygons), 5);
  assert.deepEqual([...polygons![0]![0]!.subarray(0, 2)], [...polygons![0]![0]!.subarray(-2)]);
});

test('a further ring without ground is left out and said; alone it is no parcel', () => {
  for (const ring of [[A, C, A] as const, [A, C, [A[0] + 10, A[1] + 9], A] as const, [A, A, A, A] as const]) {
    const beside = assemble(flat([...SQUARE, A], ring));
    assert.deepEqual([beside.codes, corners(beside.polygons)], [['geometry.ring_dropped'], 5]);
    const alone = assemble(flat(ring));
    assert.equal(alone.polygons, null);
    assert.match(alone.codes.join(), /^geometry\.(too_few_points|zero_area)$/);
  }
});

test('three corners without the last are a triangle', () => {
  const { polygons, codes } = assemble(flat(SQUARE.slice(0, 3)));
  assert.deepEqual([corners(polygons), codes], [4, ['geometry.ring_not_closed']]);
});

test('millimetres give the very coordinates that metres would', () => {
  const rules = createGeometryRules({ system: getProjection(9214), swapAxes: false, unit: 0.001 }, null, 9214);
  const inMillimetres = SQUARE.map(([x, y]): Pair => [Math.round(x * 1000), Math.round(y * 1000)]);
  assert.deepEqual(
    assemble(flat([...inMillimetres, inMillimetres[0]!]), rules).polygons,
    assemble(flat([...SQUARE, A])).polygons,
  );
});

for (const srid of [4326, 4756, 3405, 32648, 4147, 2093]) {
  const { datum } = getProjection(srid);
  // A change of datum drops the height: back and forth costs a millimetre or two.
  const millimetres = datum === 'vn2000' ? 0 : 2;
  test(`EPSG:${srid} is moved into the registry's system to ${millimetres} mm, axes swapped or not`, () => {
    const convert = transformer(9214, srid);
    for (const swapAxes of [false, true]) {
      const system = { ...getProjection(srid), ...(srid === 3405 ? { kind: 'other' as const } : {}) };
      const rules = createGeometryRules({ system, swapAxes, unit: 1 }, null, 9214);
      assert.equal(rules.legalSrid, 9214);
      const ring = [...SQUARE, A].map((corner) => convert(corner)).map(([x, y]): Pair => (swapAxes ? [y, x] : [x, y]));
      const { polygons, codes } = assemble(flat(ring), rules);
      assert.deepEqual(codes, []);
      const expected = assemble(flat([...SQUARE, A])).polygons![0]![0]!;
      const off = polygons![0]![0]!.map((value, i) => Math.abs(value - expected[i]!));
      assert.ok(Math.max(...off) <= millimetres / 1000, `${Math.max(...off)} m`);
    }
  });
}

test('a point that the move would turn into nonsense refuses its record', () => {
  const rules = createGeometryRules({ system: getProjection(4326), swapAxes: false, unit: 1 }, null, 9214);
  const { polygons, codes } = assemble(
    flat([
      [106.2, 21.2],
      [106.2, 21.3],
      [-30, 21.3],
      [106.2, 21.2],
    ]),
    rules,
  );
  assert.deepEqual([polygons, codes], [null, ['geometry.out_of_range']]);
});
