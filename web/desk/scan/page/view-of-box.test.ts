import assert from 'node:assert/strict';
import { test } from 'node:test';
import { turnBox } from '../../../../server/domain/document/page-turn.ts';
import { type Box, nearer, type Turn, viewOf } from './view-of-box.ts';

const FRAME = { width: 742, height: 480 };
const A4 = { width: 2480, height: 3508 };
const SERIAL: Box = [1800, 3300, 300, 50];

test('without a box the whole page lies in the middle', () => {
  const { scale, x, y } = viewOf(FRAME, A4, null, 0);
  assert.ok(A4.height * scale <= FRAME.height && A4.width * scale <= FRAME.width);
  assert.ok(Math.abs(x * 2 + A4.width * scale - FRAME.width) < 0.01);
  assert.ok(Math.abs(y * 2 + A4.height * scale - FRAME.height) < 0.01);
});

test('a box is wholly in the frame however the page is turned, and no ground beside a large page', () => {
  for (const turn of [0, 90, 180, 270] as const satisfies readonly Turn[]) {
    const { scale, x, y } = viewOf(FRAME, A4, SERIAL, turn);
    const [left, top, width, height] = turnBox(SERIAL, A4, turn);
    assert.ok(left * scale + x >= 0 && (left + width) * scale + x <= FRAME.width, `${turn}: along`);
    assert.ok(top * scale + y >= 0 && (top + height) * scale + y <= FRAME.height, `${turn}: across`);
    assert.ok(x <= 0 && y <= 0, `${turn}: nothing before the page`);
    assert.ok(scale > viewOf(FRAME, A4, null, turn).scale, `${turn}: nearer than the whole`);
  }
});

test('a box turned four times is where it was', () => {
  const once = turnBox(SERIAL, A4, 90);
  const turned = { width: A4.height, height: A4.width };
  assert.deepEqual(turnBox(once, turned, 270), SERIAL);
  assert.deepEqual(turnBox(turnBox(SERIAL, A4, 180), A4, 180), SERIAL);
});

test('what lies under the pointer stays under it', () => {
  const view = viewOf(FRAME, A4, null, 0);
  const at = { x: 300, y: 200 };
  const point = (one: typeof view) => [(at.x - one.x) / one.scale, (at.y - one.y) / one.scale];
  const [before, after] = [point(view), point(nearer(view, at, 1.5))];
  assert.ok(Math.abs(before[0]! - after[0]!) < 0.01 && Math.abs(before[1]! - after[1]!) < 0.01);
});
