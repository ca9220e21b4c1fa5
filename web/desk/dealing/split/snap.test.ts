import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GroundPoint, type SnapTarget, snap } from './snap.ts';

const [EAST, NORTH] = [416_700.1234, 2_354_000.5678];
const at = (x: number, y: number): GroundPoint => [EAST + x, NORTH + y];
const square = (x: number, y: number, size: number, name: string): SnapTarget => ({
  line: [at(x, y), at(x + size, y), at(x + size, y + size), at(x, y + size), at(x, y)],
  name,
});
const LAND = [square(0, 0, 30, '1'), square(30, 5, 30, '2')];

test('a corner within reach wins over the edge it lies on, and is that corner to the last bit', () => {
  const caught = snap(at(29.2, 30.4), 1, LAND, null);
  assert.equal(caught?.kind, 'corner');
  assert.deepEqual(caught?.at, at(30, 30));
});

test('a corner of a neighbour on the common boundary catches too, by its name', () => {
  const caught = snap(at(30.3, 5.2), 1, LAND, null);
  assert.deepEqual([caught?.kind, caught?.name, caught?.at], ['corner', '2', at(30, 5)]);
});

test('between corners the edge catches, at the nearest place on it', () => {
  const caught = snap(at(12, 0.4), 1, LAND, null);
  assert.equal(caught?.kind, 'edge');
  assert.ok(Math.hypot(caught!.at[0] - at(12, 0)[0], caught!.at[1] - at(12, 0)[1]) < 1e-9);
});

test('from the corner before, the foot of the perpendicular catches before any place on the edge', () => {
  const caught = snap(at(10.5, 30.2), 1, LAND, at(10, 0));
  assert.equal(caught?.kind, 'foot');
  assert.ok(Math.hypot(caught!.at[0] - at(10, 30)[0], caught!.at[1] - at(10, 30)[1]) < 1e-9);
});

test('the crossing of a line drawn before with a boundary catches', () => {
  const drawn: SnapTarget = { line: [at(-5, 12), at(40, 12)], name: 'vạch 1' };
  const caught = snap(at(0.3, 12.3), 1, [...LAND, drawn], null);
  assert.equal(caught?.kind, 'intersection');
  assert.ok(Math.hypot(caught!.at[0] - at(0, 12)[0], caught!.at[1] - at(0, 12)[1]) < 1e-9);
});

test('out of reach of everything nothing catches', () => {
  assert.equal(snap(at(15, 15), 1, LAND, at(0, 0)), null);
});
