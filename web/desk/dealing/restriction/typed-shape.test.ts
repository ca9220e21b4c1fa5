import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readShape } from './typed-shape.ts';

const LAND = { geometryLegal: { srid: 9214, coordinates: [[[416_700, 2_354_000] as [number, number]]] } };

test('a line and a ring are read from rows of X and Y; a ring closes by itself; axes that are exchanged are told', () => {
  const rows = ['2354000,5\t416700', '2354010\t416700', '2354010\t416710'].join('\n');
  assert.deepEqual(readShape('line', rows, LAND), {
    shape: {
      srid: 9214,
      type: 'LineString',
      coordinates: [
        [416_700, 2_354_000.5],
        [416_700, 2_354_010],
        [416_710, 2_354_010],
      ],
    },
    swapped: false,
  });
  const ring = readShape('polygon', '416700 2354000,5\n416700 2354010\n416710 2354010', LAND);
  assert.ok('shape' in ring && ring.swapped);
  assert.equal(JSON.stringify(ring.shape?.coordinates).match(/\[\d/g)?.length, 4);
});

test('nothing is wanted where it lies on all of the parcel; what cannot be read, or lies far away, is wrong', () => {
  assert.deepEqual(readShape('all', 'x', LAND), { shape: null, swapped: false });
  for (const text of ['', '2354000 416700', '1 2\n3 4\n5 6', 'a b\nc d'])
    assert.deepEqual(readShape('polygon', text, LAND), { wrong: true }, text);
  assert.deepEqual(readShape('polygon', '2354000 416700\n2354010 416700', LAND), { wrong: true }, 'two points');
});
