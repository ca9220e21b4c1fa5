import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DRAWING_SCALES, roundLength, scaleFor } from './scale-for.ts';

const ROOM = { width: 120, height: 105 };

test('the largest scale that fits the paper is taken, and one is found for any size', () => {
  assert.equal(scaleFor(20, 20, ROOM), 200);
  assert.equal(scaleFor(24, 21, ROOM), 200, 'it may fill the paper');
  assert.equal(scaleFor(24.1, 20, ROOM), 500);
  assert.equal(scaleFor(20, 21.1, ROOM), 500);
  assert.equal(scaleFor(4_000, 4_000, ROOM), 50_000);
  assert.equal(scaleFor(12_001, 1, ROOM), 150_000, 'beyond the last one a round number');
  for (const size of [0.5, 7, 64, 900, 12_000, 300_000]) {
    const scale = scaleFor(size, size, ROOM);
    assert.ok((size * 1000) / scale <= Math.min(ROOM.width, ROOM.height) + 1e-9, String(size));
  }
});

test('the scale bar is a round number of metres, two fifths to the whole of its room', () => {
  for (const scale of DRAWING_SCALES)
    for (const most of [40, 50]) {
      const metres = roundLength(scale, most);
      const mm = (metres * 1000) / scale;
      assert.ok(mm >= 0.4 * most && mm <= most, `1:${scale}: ${mm} mm`);
      assert.match(String(metres), /^[125]0*$/);
    }
});
