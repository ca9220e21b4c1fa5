import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coveringTile } from './covering-tile.ts';

test('a view within a cell of the register is covered by that cell, one across cells by their common parent', () => {
  // 105.8° E, 20.995° N lies in 14/13007/7214, which is 0.022° wide and 0.0205° high.
  assert.deepEqual(coveringTile([105.8, 20.995, 105.801, 20.996]), { z: 14, x: 13007, y: 7214 });
  const { z, x, y } = coveringTile([105.79, 20.99, 105.83, 21.03]);
  assert.ok(z < 14);
  assert.deepEqual([x, y], [13007 >> (14 - z), 7214 >> (14 - z)]);
});

test('across the middle of the square, or out of it, the world covers it', () => {
  const world = { z: 0, x: 0, y: 0 };
  assert.deepEqual(coveringTile([-1, 20, 1, 21]), world);
  assert.deepEqual(coveringTile([-1, -1, 1, 1]), world);
  assert.deepEqual(coveringTile([-200, -89, 200, 89]), world);
});
