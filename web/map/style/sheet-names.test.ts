import assert from 'node:assert/strict';
import { test } from 'node:test';
import RenderFeature from 'ol/render/Feature.js';
import { createSheetNames } from './sheet-names.ts';

const part = (sheet: string, width: number, layer = 'sheets', unit = 'Xã Thử') =>
  new RenderFeature(
    'Polygon',
    [0, 0, width, 0, width, 10, 0, 10, 0, 0],
    [10],
    2,
    { layer, sheet, unit, commune: '99001' },
    1,
  );
const [LEVEL, BESIDE, BELOW] = [
  [0, 0, 100, 100],
  [100, 0, 200, 100],
  [0, -100, 100, 0],
];

test('of the parts of a sheet the largest is named, whichever comes first', () => {
  const names = createSheetNames();
  const [small, large, other] = [part('12', 10), part('12', 40), part('7', 5)];
  assert.equal(names.learn([small, other], LEVEL), false);
  assert.deepEqual([small, other].map(names.isNamed), [true, true]);
  assert.equal(names.learn([large], BESIDE), true, 'the smaller one has lost its name');
  assert.deepEqual([small, large, other].map(names.isNamed), [false, true, true]);
  assert.equal(names.learn([part('12', 20)], BELOW), false);
});
test('a record under review is named once a source; another batch has records of the same numbers', () => {
  const [names, others] = [createSheetNames(), createSheetNames()];
  const [left, right, other] = [part('', 30, 'records'), part('', 20, 'records'), part('', 20, 'records')];
  names.learn([left], LEVEL);
  names.learn([right], BESIDE);
  others.learn([other], LEVEL);
  assert.deepEqual([names.isNamed(left), names.isNamed(right), others.isNamed(other)], [true, false, true]);
});

test('each level has its own names, and what is no sheet is left alone', () => {
  const names = createSheetNames();
  const [near, far, place] = [part('12', 10), part('12', 10), part('12', 90, 'places')];
  names.learn([near, place], LEVEL);
  names.learn([far], [0, 0, 200, 200]);
  assert.deepEqual([near, far, place].map(names.isNamed), [true, true, false]);
});

test('what lies whole in the seam of two tiles is named once, and the same one whichever tile came first', () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    const names = createSheetNames();
    const parts = [part('12', 10, 'records'), part('12', 10, 'records')];
    for (const i of order) names.learn([parts[i]!], [LEVEL, BESIDE][i]!);
    assert.deepEqual(parts.map(names.isNamed), [true, false], `order ${order}`);
    const again = part('12', 10, 'records');
    names.learn([again], LEVEL);
    assert.equal(names.isNamed(again), true, 'the tile came again');
  }
});

test('sheets of one number from several former units are told apart by these', () => {
  const names = createSheetNames();
  const [one, other, alone] = [part('12', 10, 'sheets', 'Xã A'), part('12', 9, 'sheets', 'Xã B'), part('7', 9)];
  names.learn([one, alone], LEVEL);
  assert.equal(names.unitOf(one), null);
  assert.equal(names.learn([other], BESIDE), true, 'the first is to be named anew');
  assert.deepEqual([one, other, alone].map(names.unitOf), ['Xã A', 'Xã B', null]);
});
