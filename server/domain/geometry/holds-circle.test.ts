/** A width to the millimetre, whatever the length and the direction. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdsCircle } from './holds-circle.ts';

/** A strip turned by an angle, far from the origin as land is. */
function strip(lengthM: number, widthM: number, turned: number): number[][] {
  const [cos, sin] = [Math.cos(turned), Math.sin(turned)];
  const corners = [
    [0, 0],
    [lengthM, 0],
    [lengthM, widthM],
    [0, widthM],
    [0, 0],
  ] as const;
  return corners.map(([x, y]) => [416_700 + x * cos - y * sin, 2_354_000 + x * sin + y * cos]);
}

test('a strip holds a circle as wide as it was drawn, and none that is two millimetres wider', () => {
  for (const [lengthM, widthM, turned] of [
    [40, 4, 0],
    [40, 4, 0.3],
    [40, 0.05, 1.1],
    [900, 2.5, 0.7],
    [5, 5, 0.2],
  ] as const) {
    const land = [strip(lengthM, widthM, turned)];
    assert.ok(holdsCircle(land, widthM / 2), `${lengthM} × ${widthM} holds its width`);
    assert.ok(!holdsCircle(land, widthM / 2 + 0.001), `${lengthM} × ${widthM} holds no more`);
  }
});

test('a hole takes its room; land without an inside holds nothing', () => {
  const [outer, hole] = [strip(20, 20, 0), strip(10, 10, 0).map(([x, y]) => [x! + 5, y! + 5])];
  // Between the corner of the hole and that of the land fits a circle of the diameter 10 / (1 + 1 / √2).
  const radius = 5 / (1 + Math.SQRT1_2);
  assert.deepEqual(
    [radius - 0.001, radius + 0.001].map((one) => holdsCircle([outer, hole.toReversed()], one)),
    [true, false],
  );
  assert.equal(holdsCircle([strip(20, 0, 0)], 0.01), false);
});
