import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTypedPoints } from './read-typed-points.ts';

const NEAR = [416_715, 2_354_020] as const;

test('X is north and Y is east, with a decimal comma, as Excel gives them', () => {
  const read = readTypedPoints('STT\tX (m)\tY (m)\r\n1\t2354020,50\t416700,25\r\n2\t2354021,5\t416731\r\n', NEAR);
  assert.deepEqual(read, {
    points: [
      [416_700.25, 2_354_020.5],
      [416_731, 2_354_021.5],
    ],
    swapped: false,
  });
});

test('points between thousands, decimal points, and names of the axes are read', () => {
  for (const row of [
    '2.354.020,5 416.700,25',
    '2354020.5; 416700.25',
    'X=2354020,5 Y=416700,25',
    '2,354,020.5\t416700.25',
  ]) {
    const read = readTypedPoints(`${row}\n2354021 416731`, NEAR);
    assert.ok('points' in read, row);
    assert.deepEqual(read.points[0], [416_700.25, 2_354_020.5], row);
  }
});

test('exchanged axes are put right, and that is told', () => {
  const read = readTypedPoints('416700 2354020\n416731 2354020', NEAR);
  assert.deepEqual(read, {
    points: [
      [416_700, 2_354_020],
      [416_731, 2_354_020],
    ],
    swapped: true,
  });
});

test('what cannot be a cut of this parcel is refused by row and reason', () => {
  assert.deepEqual(readTypedPoints('', NEAR), { wrong: 'empty', row: 0 });
  assert.deepEqual(readTypedPoints('2354020 416700', NEAR), { wrong: 'one', row: 0 });
  assert.deepEqual(readTypedPoints('2354020 416700\n2354020 41x', NEAR), { wrong: 'number', row: 2 });
  assert.deepEqual(readTypedPoints('2354020 416700\n2354020', NEAR), { wrong: 'columns', row: 2 });
  assert.deepEqual(readTypedPoints('2354020 416700\n1354020 416700', NEAR), { wrong: 'far', row: 2 });
});
