import assert from 'node:assert/strict';
import { test } from 'node:test';
import proj4 from 'proj4';
import { isTileAddress, pixelSizeM, toMercator } from './tile-address.ts';

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
test('degrees to Mercator metres: the edges of the pyramid, and a point of the province as PROJ has it', () => {
  const half = (2 ** 22 * 512 * pixelSizeM(22)) / 2;
  assert.ok(Math.abs(toMercator(180, 0)[0] - half) < 1e-6 && Math.abs(toMercator(0, 0)[1]) < 1e-6);
  assert.ok(Math.abs(toMercator(0, 85.0511287798066)[1] - half) < 1e-3);
  const [east, north] = toMercator(106.2, 21.3);
  const [x, y] = proj4('EPSG:4326', 'EPSG:3857', [106.2, 21.3]) as [number, number];
  assert.ok(Math.hypot(east - x, north - y) < 1e-3);
});
