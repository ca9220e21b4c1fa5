import assert from 'node:assert/strict';
import test from 'node:test';
import { printable } from './printable.ts';
import { textWidth, wrapText } from './wrap-text.ts';

test('lines end at blanks and Vietnamese letters are one column each', () => {
  assert.deepEqual(wrapText('thửa đất ở tờ bản đồ', 11), ['thửa đất ở', 'tờ bản đồ']);
  assert.deepEqual(wrapText('', 10), []);
});

test('a word longer than a line is cut, nothing is lost', () => {
  assert.deepEqual(wrapText('ab abcdefgh cd', 3), ['ab', 'abc', 'def', 'gh', 'cd']);
});

test('a number and its unit stay on one line', () => {
  assert.deepEqual(wrapText('diện tích 12,5 m², rộng 3 m', 16), ['diện tích', '12,5 m², rộng', '3 m']);
});

test('what goes to a terminal can move no cursor and turns no direction', () => {
  assert.equal(printable('a\u001b[31mb\rc\nd\u202ee\u0085f'), 'a\ufffd[31mb\ufffdc\ufffdd\ufffde\ufffdf');
  assert.equal(textWidth(printable('Thu\u031b\u0309a')), 4);
  assert.equal(printable('thửa đất', 5), 'thửa…');
});
