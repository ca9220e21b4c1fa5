import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ring } from './boundary.ts';
import { numberCorners } from './number-corners.ts';

const OUTER: Ring = [
  [416700, 2354000],
  [416730, 2354000],
  [416730, 2354040],
  [416700, 2354000],
];
const HOLE: Ring = [
  [416710.004, 2354010],
  [416710.004, 2354015],
  [416718, 2354015],
  [416710.004, 2354010],
];

test('corners are numbered on through the holes, and each ring closes on its first', () => {
  const numbers = numberCorners([OUTER, HOLE]).map((ring) => ring.map(({ no, next }) => `${no}-${next}`));
  assert.deepEqual(numbers, [
    ['1-2', '2-3', '3-1'],
    ['4-5', '5-6', '6-4'],
  ]);
  assert.deepEqual(
    numberCorners([OUTER])[0]!.map(({ edgeM }) => edgeM),
    [30, 40, 50],
  );
});

test('with decimals an edge is as long as its printed corners say', () => {
  const [, printed] = numberCorners([OUTER, HOLE], 2);
  assert.deepEqual([printed![0]!.north, printed![0]!.east, printed![1]!.edgeM], [2354010, 416710, 8]);
  const [, exact] = numberCorners([OUTER, HOLE]);
  assert.equal(exact![0]!.east, 416710.004);
  assert.equal(exact![1]!.edgeM.toFixed(3), '7.996');
});
