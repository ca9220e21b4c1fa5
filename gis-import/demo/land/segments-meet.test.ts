import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSimpleRing } from '../sheet/ring-faults.ts';
import type { Point } from './planar-mesh.ts';
import { segmentsMeet } from './segments-meet.ts';

const cases: [name: string, a: Point, b: Point, c: Point, d: Point, meet: boolean][] = [
  ['cross in the middle', [0, 0], [10, 10], [0, 10], [10, 0], true],
  ['apart', [0, 0], [10, 0], [0, 1], [10, 1], false],
  ['apart on one line', [0, 0], [4, 0], [5, 0], [9, 0], false],
  ['one end on the other segment', [0, 0], [10, 0], [5, 0], [5, 7], true],
  ['a common end only', [0, 0], [10, 0], [10, 0], [14, 9], false],
  ['a common end, going on in one line', [0, 0], [10, 0], [10, 0], [20, 0], false],
  ['a common end, folded back', [0, 0], [10, 0], [10, 0], [4, 0], true],
  ['overlap on one line', [0, 0], [10, 0], [5, 0], [15, 0], true],
  ['one millimetre short of touching', [0, 0], [10, 0], [5, 1], [5, 7], false],
];

test('segments meet exactly where they should', () => {
  for (const [name, a, b, c, d, meet] of cases) {
    assert.equal(segmentsMeet(a, b, c, d), meet, name);
    assert.equal(segmentsMeet(d, c, b, a), meet, `${name}, the other way round`);
  }
});

test('a ring is simple unless it crosses or touches itself', () => {
  const square: Point[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ];
  const bowTie: Point[] = [
    [0, 0],
    [10, 10],
    [10, 0],
    [0, 10],
  ];
  const pinched: Point[] = [
    [0, 0],
    [10, 0],
    [5, 5],
    [10, 10],
    [0, 10],
    [5, 5],
  ];
  const spike: Point[] = [
    [0, 0],
    [10, 0],
    [20, 0],
    [10, 0],
    [10, 10],
  ];
  assert.equal(isSimpleRing(square), true);
  for (const ring of [bowTie, pinched, spike]) assert.equal(isSimpleRing(ring), false);
});
