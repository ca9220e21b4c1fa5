import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notEmpty } from '../../testing/not-empty.ts';
import type { Position, Ring } from './boundary.ts';
import { type Direction, landSides, outOfCorner, outOfEdge } from './out-of-land.ts';

const square = (from: number, to: number): Ring => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
];
const OUTER = square(0, 10);
const HOLE = square(4, 6);
const backwards = (ring: Ring): Ring => [...ring].reverse();

const isLand = ([x, y]: Position) => {
  const within = (from: number, to: number) => x > from && x < to && y > from && y < to;
  return within(0, 10) && !within(4, 6);
};
const moved = ([x, y]: Position, [dx, dy]: Direction, by: number): Position => [x + dx * by, y + dy * by];

test('out of an edge and of a corner is out of the land, whichever way its rings run', () => {
  for (const rings of [[OUTER, HOLE], [backwards(OUTER), HOLE], [OUTER, backwards(HOLE)], [backwards(OUTER)]]) {
    const sides = landSides(rings);
    for (const [i, ring] of notEmpty(rings).entries()) {
      const corners = ring.slice(0, -1);
      for (const [k, at] of notEmpty(corners).entries()) {
        const next = ring[k + 1]!;
        const middle: Position = [(at[0] + next[0]) / 2, (at[1] + next[1]) / 2];
        const edge = outOfEdge(at, next, sides[i]!);
        assert.equal(isLand(moved(middle, edge, 0.1)), false);
        assert.equal(isLand(moved(middle, edge, -0.1)), true);
        const corner = outOfCorner(corners.at(k - 1)!, at, next, sides[i]!);
        assert.equal(isLand(moved(at, corner, 0.1)), false);
        assert.equal(isLand(moved(at, corner, -0.1)), true);
        for (const direction of [edge, corner]) assert.ok(Math.abs(Math.hypot(...direction) - 1) < 1e-12);
      }
    }
  }
});

test('a corner on a straight line leads out square to it', () => {
  const [east, north] = outOfCorner([0, 0], [5, 0], [10, 0], 1);
  assert.ok(Math.abs(east) < 1e-12 && Math.abs(north + 1) < 1e-12, `${east} ${north}`);
});
