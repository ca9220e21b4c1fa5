import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notEmpty } from '../../testing/not-empty.ts';
import { hasHighByte, highWords, type Utf8Form, utf8Form } from './word-evidence.ts';

const form = (...bytes: number[]): Utf8Form => utf8Form(Uint8Array.from(bytes));
const forms = (cases: readonly (readonly [expected: Utf8Form, ...bytes: number[]])[]) => {
  for (const [expected, ...bytes] of notEmpty(cases))
    assert.equal(form(...bytes), expected, Buffer.from(bytes).toString('hex'));
};

test('the first and the last byte that begin a sequence, and those beside them', () => {
  forms([
    ['ascii'],
    ['ascii', 0x7f],
    ['invalid', 0x80, 0x80],
    ['invalid', 0xc1, 0x80],
    ['valid', 0xc2, 0x80],
    ['valid', 0xdf, 0xbf],
    ['valid', 0xe0, 0xa0, 0x80],
    ['valid', 0xef, 0xbf, 0xbf],
    ['valid', 0xf0, 0x90, 0x80, 0x80],
    ['valid', 0xf4, 0x8f, 0xbf, 0xbf],
    ['invalid', 0xf5, 0x80, 0x80, 0x80],
  ]);
});

test('overlong forms, surrogates, what lies beyond Unicode, and bytes that go on nothing', () => {
  forms([
    ['invalid', 0xe0, 0x9f, 0xbf],
    ['valid', 0xed, 0x9f, 0xbf],
    ['invalid', 0xed, 0xa0, 0x80],
    ['invalid', 0xf0, 0x8f, 0xbf, 0xbf],
    ['invalid', 0xf4, 0x90, 0x80, 0x80],
    ['invalid', 0xc2, 0x7f],
    ['invalid', 0xc2, 0xc0],
    ['invalid', 0xe1, 0x80, 0xc0],
  ]);
});

test('a sequence that the end cuts off is a cut behind another one, and no UTF-8 alone', () => {
  forms([
    ['cut', 0xc3, 0xa1, 0xe1, 0xba],
    ['cut', 0xc3, 0xa1, 0xc3],
    ['invalid', 0xe1, 0xba],
    ['invalid', 0x61, 0xc3],
    ['valid', 0xc3, 0xa1, 0x61],
  ]);
});

test('words are of letters from A to Z and of bytes from 80 on', () => {
  assert.equal(hasHighByte(Uint8Array.of(0x7f)), false);
  assert.equal(hasHighByte(Uint8Array.of(0x80)), true);
  const words = (...bytes: number[]) => highWords(Uint8Array.from(bytes)).map((word) => word.length);
  for (const letter of [0x41, 0x5a, 0x61, 0x7a]) assert.deepEqual(words(letter, 0x80), [2], String(letter));
  for (const other of [0x40, 0x5b, 0x60, 0x7b, 0x7f]) assert.deepEqual(words(other, 0x80), [1], String(other));
  assert.deepEqual(words(0x41, 0x42), [], 'nothing high in it');
});
