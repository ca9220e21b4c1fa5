import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeShp } from '../../../../server/testing/browser/write-shp.ts';
import { readShp } from './read-shp.ts';

const ring = (size: number): [number, number][] => [
  [0, 0],
  [0, size],
  [size, size],
  [size, 0],
  [0, 0],
];

test('the rings of the one polygon are read, the outer one first', () => {
  assert.deepEqual(readShp(writeShp([[ring(10)]])), { rings: [ring(10)] });
  assert.deepEqual(readShp(writeShp([[ring(2), ring(10)]])), { rings: [ring(10), ring(2)] });
});

test('none, several, and what is no such file are told apart, however it is cut off', () => {
  assert.deepEqual(readShp(writeShp([[ring(1)], [ring(2)]])), { wrong: 'several' });
  const good = writeShp([[ring(10)]]);
  for (const bytes of [0, 50, 100, 111, 140, good.byteLength - 1]) {
    assert.deepEqual(readShp(good.slice(0, bytes)), { wrong: 'file' }, `${bytes} bytes`);
  }
  const lies = good.slice(0);
  new DataView(lies).setInt32(148, 1_000_000_000, true);
  assert.deepEqual(readShp(lies), { wrong: 'file' });
});
