import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roundBelow } from '../drawing/round-below.ts';
import { LONGEST_SIDE, parseDegreeBox } from './degree-box.ts';

test('a box reaches to the edges of the earth and not over them, may be a point, and is as long as is allowed', () => {
  for (const text of ['-180,-90,-180,-90', '180,90,180,90', '106,21,106,21', `106,21,${106 + LONGEST_SIDE},21.05`])
    assert.ok(parseDegreeBox(text), text);
  for (const text of [
    '-180.001,0,-180,0',
    '180,0,180.001,0',
    '0,-90.001,0,-90',
    '0,90,0,90.001',
    '106.001,21,106,21',
    '106,21.001,106,21',
    '106,21,106.05001,21',
    '106,21,106,21.05001',
  ])
    assert.equal(parseDegreeBox(text), undefined, text);
});

test('a scale bar is of 1, 2 or 5: that number itself is not more than itself', () => {
  const cases = [
    [1, 1],
    [1.99, 1],
    [2, 2],
    [4.99, 2],
    [5, 5],
    [9.99, 5],
    [10, 10],
    [50, 50],
  ] as const;
  for (const [most, nice] of cases) assert.equal(roundBelow(most), nice, String(most));
});
