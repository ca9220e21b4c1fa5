import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assemblePolygon } from './assemble-polygon.ts';

type Pair = readonly [number, number];
const assemble = (...rings: readonly (readonly Pair[])[]) =>
  assemblePolygon(
    rings.map((ring) => Float64Array.from(ring.flat())),
    { swapAxes: false, unit: 1 },
  );
const SQUARE: readonly Pair[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
  [0, 0],
];

test('three corners are the least of a ring; two are none', () => {
  assert.equal(assemble([SQUARE[0]!, SQUARE[1]!, SQUARE[2]!, SQUARE[0]!]).polygons.length, 1);
  assert.equal(assemble([SQUARE[0]!, SQUARE[1]!, SQUARE[0]!]).refusal, 'geometry.too_few_points');
});

test('a width of 0.1 mm is none, 0.2 mm is one', () => {
  const sliver = (width: number) => assemble([SQUARE[0]!, SQUARE[1]!, [5, width], SQUARE[0]!]);
  assert.equal(sliver(1e-4).refusal, 'geometry.zero_area');
  assert.equal(sliver(2e-4).refusal, null);
});

test('points within half a step are one; an end a step off is an edge that nobody drew', () => {
  const twice = assemble([[0, 0], [0.00004, 0], ...SQUARE.slice(1)]);
  assert.equal(twice.repeatedPoints, 1);
  const open = (gap: number) => assemble([...SQUARE.slice(0, -1), [gap, 0]]);
  assert.equal(open(0.00006).polygons[0]?.[0]?.length, 10, 'the last point is the first');
  assert.equal(open(0.0002).polygons[0]?.[0]?.length, 12);
});

test('rings are turned as they should be, holes put into the ring around them', () => {
  const hole: readonly Pair[] = [
    [2, 2],
    [4, 2],
    [4, 4],
    [2, 4],
    [2, 2],
  ];
  const area = (ring: Float64Array) =>
    [...ring.keys()]
      .filter((i) => i % 2 === 0 && i + 2 < ring.length)
      .reduce((sum, i) => sum + (ring[i]! * ring[i + 3]! - ring[i + 2]! * ring[i + 1]!) / 2, 0);
  for (const [outer, inner] of [
    [SQUARE, hole],
    [SQUARE.toReversed(), hole.toReversed()],
  ] as const) {
    const { polygons } = assemble(inner, outer);
    assert.deepEqual(
      polygons.map((rings) => rings.map(area)),
      [[100, -4]],
    );
  }
});
