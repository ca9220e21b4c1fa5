import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unfoldExponent } from './unfold-exponent.ts';

test('a number with an exponent keeps every digit it was written with', () => {
  for (const [written, plain] of [
    ['3.45000000000e+002', '345'],
    ['1.34600000000e+03', '1346'],
    ['3.40990123450e+010', '34099012345'],
    ['1.23456000000e+002', '123.456'],
    ['5.00000000000e-001', '0.5'],
    ['-1.20000000000E+01', '-12'],
    ['0.00000000000e+000', '0'],
  ] as const) {
    assert.equal(unfoldExponent(written), plain);
  }
});

test('one that lost digits is no number, and other text is left as it is', () => {
  for (const lost of ['1.09901e+009', '1e+05', '1.79769313486e+308']) assert.equal(unfoldExponent(lost), null);
  for (const other of ['12e', 'ONT', '345', '12.5', '1,2', '']) assert.equal(unfoldExponent(other), other);
});

test('the last digit that was written is the unit: nothing was lost; one place more and a digit is missing', () => {
  assert.equal(unfoldExponent('1.2345e4'), '12345');
  assert.equal(unfoldExponent('1.2345e5'), null);
  assert.equal(unfoldExponent('1.2345e0'), '1.2345');
  assert.equal(unfoldExponent('1.2345e-1'), '0.12345');
});
