import assert from 'node:assert/strict';
import { test } from 'node:test';
import polylabel from 'polylabel';
import { generateDistrict } from '../../../../gis-import/demo/generate-district.ts';
import { poleOfInaccessibility } from './pole-of-inaccessibility.ts';

type Rings = readonly (readonly (readonly [number, number])[])[];

/** What the library answers for the same rings, moved near the origin as feature-point.ts does. */
function byLibrary(rings: Rings, precision: number): [number, number] {
  const [x0, y0] = rings[0]![0]!;
  const found = polylabel(
    rings.map((ring) => ring.map(([x, y]) => [x - x0, y - y0])),
    precision,
  );
  return [found[0]!, found[1]!];
}

const flat = (rings: Rings) => rings.map((ring) => Float64Array.from(ring.flat()));

function assertSame(rings: Rings, precision: number, name: string): void {
  const [x0, y0] = rings[0]![0]!;
  assert.deepEqual(poleOfInaccessibility(flat(rings), x0, y0, precision), byLibrary(rings, precision), name);
}

const closed = (ring: readonly (readonly [number, number])[]) => [...ring, ring[0]!];

test('every parcel of the demonstration has the point that the library finds, to the last bit', () => {
  const { sheets } = generateDistrict({ parcels: 6_000, seed: 1 });
  let compared = 0;
  for (const sheet of sheets) {
    for (const { rings, parcelNo } of sheet.parcels) {
      if (!rings || rings.some((ring) => ring.length < 3)) continue;
      assertSame(rings.map(closed), 0.01, `${sheet.file} ${parcelNo}`);
      compared += 1;
    }
  }
  assert.ok(compared > 5_500, `${compared} parcels compared`);
});

const square = (x: number, y: number, side: number): [number, number][] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];

const SHAPES: Record<string, Rings> = {
  'a square': [square(416_000, 2_353_000, 10)],
  'a square with a hole in its middle': [square(0, 0, 10), square(3, 3, 4)],
  'two holes, one ring touching the outline': [square(0, 0, 20), square(2, 2, 3), square(0, 10, 5)],
  'a strip a hundred times longer than wide': [
    [
      [0, 0],
      [300, 0.4],
      [300, 3.4],
      [0, 3],
      [0, 0],
    ],
  ],
  'a ring that crosses itself': [
    [
      [0, 0],
      [10, 10],
      [10, 0],
      [0, 10],
      [0, 0],
    ],
  ],
  'a ring without area': [
    [
      [0, 0],
      [10, 10],
      [5, 5],
      [0, 0],
    ],
  ],
  'a ring narrower than the precision': [
    [
      [0, 0],
      [10, 0],
      [10, 0.005],
      [0, 0],
    ],
  ],
  'a C whose centroid lies outside': [
    [
      [0, 0],
      [20, 0],
      [20, 3],
      [4, 3],
      [4, 17],
      [20, 17],
      [20, 20],
      [0, 20],
      [0, 0],
    ],
  ],
  'a ring of 720 points': [
    Array.from({ length: 721 }, (_, i): [number, number] => {
      const turn = ((i % 720) / 720) * 2 * Math.PI;
      const radius = 50 + 7 * Math.sin(9 * turn);
      return [radius * Math.cos(turn), radius * Math.sin(turn)];
    }),
  ],
};

for (const [name, rings] of Object.entries(SHAPES)) {
  test(`${name}: the library's point, at two precisions`, () => {
    for (const precision of [1, 0.01]) assertSame(rings, precision, `precision ${precision}`);
  });
}
