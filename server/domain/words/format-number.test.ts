import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatArea } from './format-number.ts';

test('areas are written as each language writes numbers', () => {
  assert.equal(formatArea(1234.56, 'vi', 1), '1.234,6 m²');
  assert.equal(formatArea(1234.5, 'en', 1), '1,234.5 m²');
  assert.equal(formatArea(1234.567, 'vi'), '1.234,57 m²');
});
