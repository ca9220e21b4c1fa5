import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findIdentityNumbers, maskDigits } from './find-identity-numbers.ts';

const digitsIn = (text: string): string[] => findIdentityNumbers(text).map((match) => match.digits);

test('finds nine and twelve digits, plain and grouped', () => {
  assert.deepEqual(digitsIn('CMND 990123456'), ['990123456']);
  assert.deepEqual(digitsIn('CCCD: 099199012345.'), ['099199012345']);
  assert.deepEqual(digitsIn('số 024 099 012 345 cấp'), ['024099012345']);
  assert.deepEqual(digitsIn('024.099.012.345'), ['024099012345']);
  assert.deepEqual(digitsIn('024-099-012-345'), ['024099012345']);
  assert.deepEqual(digitsIn('0240 9901 2345'), ['024099012345']);
  assert.deepEqual(digitsIn('024 099 012345'), ['024099012345']);
  assert.deepEqual(digitsIn('990 123 456'), ['990123456']);
  assert.deepEqual(digitsIn('thửa 12 024099012345'), ['024099012345']);
  assert.deepEqual(digitsIn('thửa 12 024 099 012 345'), ['024099012345']);
  assert.deepEqual(digitsIn('099199012345, 990123456'), ['099199012345', '990123456']);
  assert.deepEqual(digitsIn('099199012345 990123456'), ['099199012345', '990123456']);
  assert.deepEqual(digitsIn('CMT:990123456/CA tỉnh'), ['990123456']);
});

test('says where they stand', () => {
  const text = 'Ông A, số 024 099 012 345, thôn B';
  const [match] = findIdentityNumbers(text);
  assert.ok(match);
  assert.equal(text.slice(match.start, match.end), '024 099 012 345');
});

test('leaves other numbers alone', () => {
  for (const text of [
    '0912345678',
    '0912 345 678',
    '091 234 5678',
    '+84 912 345 678',
    '+84912345678',
    '0204.3854.123',
    '2353280.69',
    '416463,2766',
    '123456789.5',
    '123456789,5',
    '123456.789',
    '123.456.789 m2',
    '123.456.789 đồng',
    '1.234.567.890.123',
    '12345678',
    '1234567890123',
    '024099012345678',
    '024 099 012 345 678',
    'X=2353056.381 Y=416785.428',
    '01/07/2025 12:30',
    'AB 123456',
    'AA 01234567',
    '',
  ]) {
    assert.deepEqual(digitsIn(text), [], text);
  }
});

test('masks all but the last three digits', () => {
  assert.equal(maskDigits('099199012345'), '•••••••••345');
  assert.equal(maskDigits('990123456'), '••••••456');
  assert.equal(maskDigits('1234'), '••••');
});

test('a labelled number has six digits or more; of six the last three are shown, of fewer none', () => {
  assert.deepEqual(digitsIn('CMND 123456'), ['123456']);
  assert.deepEqual(digitsIn('CMND 12345'), []);
  assert.equal(maskDigits('123456'), '•••456');
  assert.equal(maskDigits('12345'), '•••••');
});

test('every digit of the other scripts is read, from the first to the last', () => {
  for (const zero of [0xff10, 0x660, 0x6f0]) {
    const written = '024099012345'.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
    assert.deepEqual(digitsIn(`số ${written}`), ['024099012345'], written);
  }
});
