import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, percentile } from './percentile.ts';

test('the median of an even number of values lies between the middle two, whatever their order', () => {
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([10, 9, 1]), 9);
});
test('a percentile is interpolated; 0 and 100 are the ends', () => {
  assert.equal(percentile([0, 10, 20], 75), 15);
  assert.equal(percentile([7, 5, 6], 0), 5);
  assert.equal(percentile([7, 5, 6], 100), 7);
});
test('nothing has no median', () => {
  assert.ok(Number.isNaN(median([])));
});
