import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLength } from './read-length.ts';

test('a length is read with a comma or a point; what is none, or nothing, is null', () => {
  for (const [text, metres] of [
    ['12,5', 12.5],
    [' 12.5 m', 12.5],
    ['7', 7],
    ['0,0001', 0.0001],
  ] as const)
    assert.equal(readLength(text), metres, text);
  for (const text of ['', '0', '-3', '1.200,5', 'mười', '12,', '1,00001']) assert.equal(readLength(text), null, text);
});
