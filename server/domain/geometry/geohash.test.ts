import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeGeohash } from './geohash.ts';

test('known places', () => {
  assert.equal(encodeGeohash(-5.6, 42.6, 5), 'ezs42');
  assert.equal(encodeGeohash(10.40744, 57.64911, 11), 'u4pruydqqvj');
});

test('a point on the line between two cells belongs to the eastern and the northern one', () => {
  assert.equal(encodeGeohash(0, 0, 1), 's');
  assert.equal(encodeGeohash(-1e-9, 0, 1), 'e');
  assert.equal(encodeGeohash(0, -1e-9, 1), 'k');
  assert.equal(encodeGeohash(90, 45, 2), 'y0');
  assert.equal(encodeGeohash(180, 90, 2), 'zz', 'the last cell has its own edge');
  assert.equal(encodeGeohash(-180, -90, 2), '00');
});
