import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sumOf, typedArea } from './purpose-rows.ts';

test('areas as they are typed here are summed exactly', () => {
  const rows = ['0,1', '0,2', '1.200,55', 'x', ''].map((area) => ({ code: 'ONT', area, until: '' }));
  assert.equal(sumOf(rows), 1200.85);
  assert.equal(typedArea(1200.5), '1200,5');
});
