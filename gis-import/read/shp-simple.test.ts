import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseShape } from './shp-simple.ts';

/** The content of a record: type, then whole numbers at their places, then doubles from `at` on. */
function content(
  type: number,
  bytes: number,
  ints: Readonly<Record<number, number>>,
  at: number,
  doubles: readonly number[],
) {
  const view = new DataView(new ArrayBuffer(bytes));
  view.setInt32(0, type, true);
  for (const [place, value] of Object.entries(ints)) view.setInt32(Number(place), value, true);
  for (const [i, value] of doubles.entries()) view.setFloat64(at + 8 * i, value, true);
  return view;
}
const read = (view: DataView) => {
  const shape = parseShape(view, 0, view.byteLength);
  return shape.kind === 'unusable' ? shape.code : [shape.kind, shape.parts.map((part) => [...part])];
};

test('points, also with Z and M, and many of them', () => {
  assert.deepEqual(read(content(1, 20, {}, 4, [5, 6])), ['points', [[5, 6]]]);
  assert.deepEqual(read(content(11, 36, {}, 4, [5, 6, 7, 8])), ['points', [[5, 6]]]);
  assert.deepEqual(read(content(8, 72, { 36: 2 }, 40, [1, 2, 3, 4])), ['points', [[1, 2, 3, 4]]]);
});

test('lines of several parts', () => {
  const view = content(3, 44 + 8 + 64, { 36: 2, 40: 4, 44: 0, 48: 2 }, 52, [1, 2, 3, 4, 5, 6, 7, 8]);
  assert.deepEqual(read(view), [
    'lines',
    [
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ],
  ]);
});

test('what its numbers do not fit is damaged, never read beyond its end', () => {
  const damaged: DataView[] = [
    content(1, 12, {}, 4, [5]),
    content(1, 20, {}, 4, [Number.NaN, 6]),
    content(1, 20, {}, 4, [-1e39, 6]),
    content(8, 44, { 36: 1000 }, 40, []),
    content(8, 56, { 36: -1 }, 40, [1, 2]),
    content(3, 44, { 36: 1, 40: 2 }, 44, []),
    content(3, 80, { 36: 1, 40: 2, 44: 7 }, 48, [1, 2, 3, 4]),
    content(3, 80, { 36: 0x7fffffff, 40: 2 }, 48, [1, 2, 3, 4]),
  ];
  for (const [i, view] of damaged.entries()) assert.equal(read(view), 'geometry.damaged', `case ${i}`);
  assert.equal(read(content(31, 60, {}, 4, [])), 'geometry.not_polygon');
});

test('the least of each type, and the largest number that is one', () => {
  assert.deepEqual(read(content(8, 56, { 36: 1 }, 40, [1, 2])), ['points', [[1, 2]]]);
  assert.deepEqual(read(content(3, 80, { 36: 1, 40: 2, 44: 0 }, 48, [1, 2, 3, 4])), ['lines', [[1, 2, 3, 4]]]);
  assert.equal(read(content(3, 80, { 36: 1, 40: 3, 44: 0 }, 48, [1, 2, 3, 4])), 'geometry.damaged', 'a point short');
  const emptyPart = content(3, 44 + 8 + 32, { 36: 2, 40: 2, 44: 0, 48: 2 }, 52, [1, 2, 3, 4]);
  assert.equal(read(emptyPart), 'geometry.damaged', 'a part without points');
  const below = 1e11 - 1;
  assert.deepEqual(read(content(1, 20, {}, 4, [below, -below])), ['points', [[below, -below]]]);
  for (const absurd of [1e11, -1e11]) assert.equal(read(content(1, 20, {}, 4, [absurd, 0])), 'geometry.damaged');
});
