import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { notEmpty } from '../../testing/not-empty.ts';
import { apportionArea } from './apportion.ts';

const hundredths = (values: readonly number[]) => values.reduce((sum, value) => sum + Math.round(value * 100), 0);

test('parts in proportion, with one decimal as the whole has', () => {
  assert.deepEqual(apportionArea(594.9, [300.02, 294.91]), [300, 294.9]);
  assert.deepEqual(apportionArea(100, [1, 1, 1]), [33.4, 33.3, 33.3]);
});

test('a whole with hundredths is shared in hundredths', () => {
  assert.deepEqual(apportionArea(10.01, [5, 5]), [5.01, 5]);
});

test('the parts add up to the whole, and none is more than one unit off its proportion', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50_000_000 }),
      fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 }),
      (whole, parts) => {
        const shared = apportionArea(whole / 100, parts);
        assert.equal(hundredths(shared), whole);
        const sum = parts.reduce((a, b) => a + b, 0);
        for (const [at, part] of notEmpty(parts).entries())
          assert.ok(Math.abs(shared[at]! - ((whole / 100) * part) / sum) <= 0.1 + 1e-6);
      },
    ),
  );
});
