import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTileAddress, pixelSizeM } from './tile-address.ts';

test('the corners of a zoom exist, what lies beyond does not', () => {
  for (const z of [0, 1, 14, 22]) {
    const last = 2 ** z - 1;
    assert.ok(isTileAddress({ z, x: 0, y: 0 }) && isTileAddress({ z, x: last, y: last }), `z${z}`);
    assert.ok(!isTileAddress({ z, x: last + 1, y: 0 }) && !isTileAddress({ z, x: 0, y: last + 1 }), `z${z}`);
  }
});
test('no zoom beyond 22, nothing negative, nothing broken', () => {
  assert.ok(!isTileAddress({ z: 23, x: 0, y: 0 }));
  assert.ok(!isTileAddress({ z: -1, x: 0, y: 0 }));
  assert.ok(!isTileAddress({ z: 3, x: 1.5, y: 0 }));
  assert.ok(!isTileAddress({ z: 3, x: Number.NaN, y: 0 }));
});
test('a pixel of zoom 0 is 78,271.5 m, and each zoom halves it', () => {
  assert.equal(Math.round(pixelSizeM(0) * 10) / 10, 78_271.5);
  assert.equal(pixelSizeM(5) / pixelSizeM(6), 2);
});
