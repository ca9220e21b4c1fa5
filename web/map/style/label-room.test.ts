import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelRoom } from './label-room.ts';

const TILE = [0, 0, 100, 100] as const;
const polygon = (...rings: number[][]) => {
  const ends: number[] = [];
  for (const ring of rings) ends.push((ends.at(-1) ?? 0) + ring.length);
  return { flat: rings.flat(), ends };
};
const box = (w: number, s: number, e: number, n: number) => [w, s, e, s, e, n, w, n, w, s];

test('the room is twice the nearer side, across and along', () => {
  assert.deepEqual(labelRoom(polygon(box(10, 10, 50, 20)), [20, 16], TILE), { width: 20, height: 8 });
});
test('a hole ends the room', () => {
  const holed = polygon(box(10, 10, 90, 90), box(40, 20, 60, 80));
  assert.deepEqual(labelRoom(holed, [30, 50], TILE), { width: 20, height: 80 });
  assert.equal(labelRoom(holed, [50, 50], TILE), null);
});
test('a side that the tile cut off is not taken for the edge of the land', () => {
  assert.deepEqual(labelRoom(polygon(box(-2, 10, 30, 30)), [5, 20], TILE), { width: 50, height: 20 });
  assert.deepEqual(labelRoom(polygon(box(-2, 10, 102, 30)), [5, 20], TILE), { width: 104, height: 20 });
});
test('outside there is no room', () => {
  assert.equal(labelRoom(polygon(box(10, 10, 50, 20)), [60, 15], TILE), null);
});
