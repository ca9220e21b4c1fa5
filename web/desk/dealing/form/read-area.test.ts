import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArea } from './read-area.ts';

test('an area is read as it is written here and abroad', () => {
  const read = ['2.400,5', '2400.5', '2.400', '1.234.567,25', '1,234.5', '12,345', ' 300,25 m²'].map(readArea);
  assert.deepEqual(read, [2400.5, 2400.5, 2400, 1_234_567.25, 1234.5, 12_345, 300.25]);
});

test('what is no area is none', () => {
  assert.deepEqual(['', '0', 'x', '-5', '1,2,3', '12.3456', '1e3'].map(readArea), Array(7).fill(null));
});
