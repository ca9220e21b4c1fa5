import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addShares, multiplyShares, parseShare, sameShare, shareText, subtractShare, WHOLE } from './share.ts';

const share = fc
  .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }))
  .map(([numerator, rest]) => parseShare(`${numerator}/${numerator + rest}`));

test('three thirds are one, exactly', () => {
  const third = parseShare('1/3');
  assert.deepEqual(addShares([third, third, third]), WHOLE);
  assert.equal(shareText(parseShare('2/6')), '1/3');
  assert.equal(shareText(parseShare('4/4')), '1');
});

test('60 co-holders with 60 different denominators add up without losing anything', () => {
  const parts = Array.from({ length: 60 }, (_, i) => parseShare(`1/${(i + 1) * (i + 2)}`));
  assert.deepEqual(addShares(parts), parseShare('60/61'));
});

test('what is taken and what is left are the whole again', () => {
  fc.assert(
    fc.property(share, share, (a, b) => {
      const taken = multiplyShares(a, b);
      const left = subtractShare(a, taken);
      assert.ok(left.numerator > 0);
      assert.ok(sameShare(addShares([taken, left]), a));
    }),
  );
});

test('taking more than there is shows in a negative numerator', () => {
  assert.ok(subtractShare(parseShare('1/3'), parseShare('1/2')).numerator < 0);
  assert.equal(subtractShare(WHOLE, WHOLE).numerator, 0);
});
