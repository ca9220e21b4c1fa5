import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LonLat, Measurement } from './map-context.ts';
import { sideLabels } from './side-labels.ts';

const A: LonLat = [106, 21];
const B: LonLat = [106.002, 21];
const C: LonLat = [106.002, 21.002];
const labels = (measurement: Partial<Measurement>) =>
  sideLabels({ kind: 'line', vertices: [A, B], next: null, finished: false, ...measurement }).map(({ at, text }) => [
    text,
    at.map((degrees) => degrees.toFixed(4)),
  ]);

test('each side has its length at its middle, the last of an area leads back', () => {
  assert.deepEqual(sideLabels(null), []);
  assert.deepEqual(labels({}), []);
  assert.deepEqual(labels({ lengths: ['a'] }), [['a', ['106.0010', '21.0000']]]);
  assert.deepEqual(labels({ kind: 'area', vertices: [A, B, C], lengths: ['a', 'b', 'c'], finished: true }), [
    ['a', ['106.0010', '21.0000']],
    ['b', ['106.0020', '21.0010']],
    ['c', ['106.0010', '21.0010']],
  ]);
});

test('the side to the pointer has one too, until the end', () => {
  assert.deepEqual(labels({ next: C, lengths: ['a', 'b'] }).at(-1), ['b', ['106.0020', '21.0010']]);
  assert.deepEqual(labels({ next: C, finished: true, lengths: ['a'] }), [['a', ['106.0010', '21.0000']]]);
});
