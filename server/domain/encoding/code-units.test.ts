import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromCodeUnits, isPlainAscii } from './code-units.ts';

test('printable ASCII begins with the blank and ends with the tilde', () => {
  for (const byte of [0x20, 0x7e]) assert.equal(isPlainAscii(Uint8Array.of(byte)), true, String(byte));
  for (const byte of [0x1f, 0x7f]) assert.equal(isPlainAscii(Uint8Array.of(byte)), false, String(byte));
});

test('a long text comes in slices, none of its letters lost or twice', () => {
  for (const length of [4_096, 4_097, 8_192, 8_193]) {
    const units = Array.from({ length }, (_, i) => 0x41 + (i % 26));
    assert.equal(fromCodeUnits(units), units.map((unit) => String.fromCharCode(unit)).join(''), String(length));
  }
});
