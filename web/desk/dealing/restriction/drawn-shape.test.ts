import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDrawing } from '../split/draw-history.ts';
import type { GroundPoint } from '../split/snap.ts';
import { areaInside } from './area-inside.ts';
import { ringOf, shapeOf, shapeStep } from './drawn-shape.ts';

const LAND = { geometryLegal: { srid: 9214, coordinates: [[[416_700, 2_354_000] as [number, number]]] } };
const [E, N] = [416_700, 2_354_000];
const box = (x: number, y: number, wide: number, high: number): GroundPoint[] => [
  [E + x, N + y],
  [E + x + wide, N + y],
  [E + x + wide, N + y + high],
  [E + x, N + y + high],
];
const near = (is: number, metres: number) => assert.ok(Math.abs(is - metres) < 1e-6, `${is} for ${metres}`);

test('a line and a ring say their shape once they have corners enough; a ring closes by itself, and is not closed twice', () => {
  const line = box(0, 0, 3, 4);
  assert.equal(shapeOf('all', [line], LAND), null);
  assert.deepEqual(shapeOf('line', [line.slice(0, 2)], LAND), {
    srid: 9214,
    type: 'LineString',
    coordinates: line.slice(0, 2),
  });
  const closed = [[...line, line[0]!]];
  assert.deepEqual(shapeOf('polygon', [line], LAND), { srid: 9214, type: 'Polygon', coordinates: closed });
  assert.deepEqual(ringOf(closed), closed[0], 'as tables of coordinates repeat it');
  assert.equal(shapeOf('line', [line.slice(0, 1)], LAND), undefined);
  assert.equal(shapeOf('polygon', [line.slice(0, 2)], LAND), undefined);
  assert.equal(shapeOf('polygon', [], LAND), undefined);
});

test('there is one shape: corners go on where it ended, and what is typed takes its place; each step is undone', () => {
  const [a, b, c] = box(0, 0, 3, 4);
  const corner = (at: GroundPoint) => ({ do: 'corner', at }) as const;
  const drawn = [corner(a!), corner(b!), { do: 'finish' } as const, corner(c!)].reduce(shapeStep, startDrawing([]));
  assert.deepEqual(drawn.now.lines, [[a, b, c]]);
  const typed = shapeStep(drawn, { do: 'typed', points: box(5, 5, 1, 1) });
  assert.deepEqual(typed.now.lines, [box(5, 5, 1, 1)]);
  assert.deepEqual(shapeStep(typed, { do: 'undo' }).now.lines, [[a, b, c]]);
});

test('what of a shape lies in a parcel is measured: all, a part, around a yard, in a bend, whichever way rings go', () => {
  const land = box(0, 0, 30, 40);
  near(areaInside([box(0, 0, 3, 40)], [land]), 120);
  near(areaInside([box(0, 0, 3, 40).reverse()], [land]), 120);
  near(areaInside([box(28, 0, 10, 10)], [[...land, land[0]!]]), 20);
  near(areaInside([box(50, 0, 10, 10)], [land]), 0);
  near(areaInside([box(5, 5, 10, 10)], [land, box(8, 8, 4, 4)]), 84);
  const bend: GroundPoint[] = [
    [E, N],
    [E + 10, N],
    [E + 10, N + 2],
    [E + 2, N + 2],
    [E + 2, N + 10],
    [E, N + 10],
  ];
  near(areaInside([box(0, 0, 5, 5)], [bend]), 16);
  near(areaInside([bend], [bend]), 36);
});
