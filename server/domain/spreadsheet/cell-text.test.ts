import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellText } from './cell-text.ts';

test('a cell is told as a person reads it, numbers in plain digits', () => {
  assert.equal(cellText(null), '');
  assert.equal(cellText('  tờ 12 '), 'tờ 12');
  assert.equal(cellText('Ha\u0300'), 'Hà');
  assert.equal(cellText(true), 'TRUE');
  assert.equal(cellText(false), 'FALSE');
  assert.equal(cellText(12345678901), '12345678901');
  assert.equal(cellText(1e21), '1000000000000000000000');
  assert.equal(cellText(-0.5), '-0.5');
  assert.equal(cellText(1.5e-7), '0.00000015');
  assert.equal(cellText('2024-02-29'), '2024-02-29');
});
