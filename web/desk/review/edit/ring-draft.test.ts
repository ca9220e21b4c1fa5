import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addCorner, areaOf, draftOf, moveCorner, nearestCorner, type RingDraft, removeCorner } from './ring-draft.ts';

const SQUARE: RingDraft = {
  srid: 9214,
  rings: [
    [
      [0, 0],
      [20, 0],
      [20, 20],
      [0, 20],
    ],
    [
      [5, 5],
      [10, 5],
      [10, 10],
    ],
  ],
};

test('a draft is the rings of a polygon without the corner that closes them', () => {
  const coordinates = SQUARE.rings.map((ring) => [...ring, ring[0]!]);
  assert.deepEqual(draftOf({ geometryLegal: { srid: 9214, type: 'Polygon', coordinates } }), SQUARE);
  assert.equal(draftOf({ geometryLegal: { srid: 9214, type: 'MultiPolygon', coordinates: [coordinates] } }), null);
  assert.equal(draftOf({ geometryLegal: null }), null);
});

test('corners are moved to 0.1 mm, added in the middle of an edge, also of the last one, and removed down to three', () => {
  assert.equal(areaOf(SQUARE), 400 - 12.5);
  const moved = moveCorner(SQUARE, { ring: 0, at: 2 }, [21.00004, 20.00006]);
  assert.deepEqual(moved.rings[0]![2], [21, 20.0001]);
  assert.deepEqual(addCorner(SQUARE, { ring: 0, at: 3 }).rings[0]!.at(-1), [0, 10]);
  assert.equal(removeCorner(SQUARE, { ring: 0, at: 0 }).rings[0]!.length, 3);
  assert.equal(removeCorner(SQUARE, { ring: 1, at: 0 }), SQUARE, 'three corners are the least');
  assert.deepEqual(SQUARE.rings[0]!.length, 4, 'a draft is never changed');
});

test('the nearest corner of the neighbours is found with its distance', () => {
  const targets = [
    [0, 5],
    [3, 3],
  ] as const;
  assert.deepEqual(nearestCorner(targets, [0, 1]), { at: [3, 3], metres: Math.hypot(3, 2) });
  assert.equal(nearestCorner([], [0, 0]), null);
});
