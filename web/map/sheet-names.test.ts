import assert from 'node:assert/strict';
import { test } from 'node:test';
import RenderFeature from 'ol/render/Feature.js';
import { createSheetNames } from './sheet-names.ts';

const part = (sheet: string, width: number, layer = 'sheets') =>
  new RenderFeature('Polygon', [0, 0, width, 0, width, 10, 0, 10, 0, 0], [10], 2, { layer, sheet, unit: 'Xã Thử' }, 1);
const LEVEL = [0, 0, 100, 100];

test('of the parts of a sheet the largest is named, whichever comes first', () => {
  const names = createSheetNames();
  const [small, large, other] = [part('12', 10), part('12', 40), part('7', 5)];
  assert.equal(names.learn([small, other], LEVEL), false);
  assert.deepEqual([small, other].map(names.isNamed), [true, true]);
  assert.equal(names.learn([large], LEVEL), true, 'the smaller one has lost its name');
  assert.deepEqual([small, large, other].map(names.isNamed), [false, true, true]);
  assert.equal(names.learn([part('12', 20)], LEVEL), false);
});
test('a record under review is named once a source; another batch has records of the same numbers', () => {
  const [names, others] = [createSheetNames(), createSheetNames()];
  const [left, right, other] = [part('', 30, 'records'), part('', 20, 'records'), part('', 20, 'records')];
  names.learn([left], LEVEL);
  names.learn([right], LEVEL);
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
