import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digitise } from './digitise.ts';
import { type Corner, landAreaOf, landOfRings, type Ring } from './land-of-rings.ts';

const square = (west: number, south: number, side: number, way: 1 | -1 = 1): Ring => {
  const ring: Corner[] = [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
  ];
  return way === 1 ? ring : ring.toReversed();
};
const areas = (rings: readonly Ring[]) => landOfRings(rings).map(landAreaOf);
const holes = (rings: readonly Ring[]) => landOfRings(rings).map((land) => land.length - 1);

test('a parcel inside a parcel is no part of its land, whichever way either was traced, and whichever came first', () => {
  for (const way of [1, -1] as const) {
    assert.deepEqual(areas([square(0, 0, 100), square(40, 40, 10, way)]), [9_900, 100]);
    assert.deepEqual(areas([square(40, 40, 10), square(0, 0, 100, way)]), [100, 9_900]);
  }
});

test('what lies inside what lies inside is counted off once', () => {
  assert.deepEqual(areas([square(0, 0, 100), square(20, 20, 50), square(30, 30, 10)]), [7_500, 2_400, 100]);
});

test('two inside that share an edge, or half of one, are one hole; two that meet at a corner are two', () => {
  const half = [square(0, 0, 100), square(20, 20, 20), square(40, 20, 10)];
  assert.deepEqual(
    [areas(half), holes(half)],
    [
      [9_500, 400, 100],
      [1, 0, 0],
    ],
  );
  const whole = [square(0, 0, 100), square(20, 20, 20), square(40, 20, 20)];
  assert.deepEqual(
    [areas(whole), holes(whole)],
    [
      [9_200, 400, 400],
      [1, 0, 0],
    ],
  );
  const corner = [square(0, 0, 100), square(20, 20, 20), square(40, 40, 20)];
  assert.deepEqual(
    [areas(corner), holes(corner)],
    [
      [9_200, 400, 400],
      [2, 0, 0],
    ],
  );
});

test('neighbours, boundaries that cross and a ring that only touches are left as they were traced', () => {
  for (const other of [square(100, 0, 50), square(90, 90, 20), square(0, 40, 10), square(200, 200, 10)])
    assert.deepEqual(holes([square(0, 0, 100), other]), [0, 0]);
  // The bay of a U holds a parcel that its corners surround.
  const bay: Ring = [
    [0, 0],
    [100, 0],
    [100, 100],
    [70, 100],
    [70, 30],
    [30, 30],
    [30, 100],
    [0, 100],
  ];
  assert.deepEqual(holes([bay, square(40, 50, 20)]), [0, 0]);
});

test('the file that is handed over has the hole, closed and to the millimetre', () => {
  const parcels = [square(0, 0, 100), square(40, 40, 10)].map((ring, at) => ({
    no: String(at + 1),
    landUse: '',
    areaM2: null,
    ring: ring.map(([x, y]) => [x, y]),
  }));
  const { features } = JSON.parse(
    digitise({ sheetNo: '7', srid: 9214 }, parcels, { toGround: ([x, y]) => [x + 0.00004, y] }),
  ) as { features: { geometry: { coordinates: number[][][] } }[] };
  assert.deepEqual(
    features.map(({ geometry }) => geometry.coordinates.map((ring) => ring.length)),
    [[5, 5], [5]],
  );
  const [, hole = []] = features[0]?.geometry.coordinates ?? [];
  assert.deepEqual(hole[0], hole.at(-1));
  assert.deepEqual(new Set(hole.map(String)), new Set(features[1]?.geometry.coordinates[0]?.map(String)));
});
