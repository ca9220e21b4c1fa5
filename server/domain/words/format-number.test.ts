import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatArea, formatAreaColumn } from './format-number.ts';

test('areas are written as each language writes numbers', () => {
  assert.equal(formatArea(1234.56, 'vi', 1), '1.234,6 m²');
  assert.equal(formatArea(1234.5, 'en', 1), '1,234.5 m²');
  assert.equal(formatArea(1234.567, 'vi'), '1.234,57 m²');
});

test('a difference that rounds to nothing has no sign', () => {
  assert.deepEqual(
    [-0.04, -0.05, 0, 0.04, -1234.56].map((areaM2) => formatAreaColumn(areaM2, 'vi')),
    ['0,0 m²', '-0,1 m²', '0,0 m²', '0,0 m²', '-1.234,6 m²'],
  );
});
