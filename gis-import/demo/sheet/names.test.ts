import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isVietnameseSyllable } from '../../../server/domain/encoding/vietnamese-syllable.ts';
import { findIdentityNumbers } from '../../../server/domain/identity-number/find-identity-numbers.ts';
import { notEmpty } from '../../../server/testing/not-empty.ts';
import { createRandom } from '../file/random.ts';
import { createNames, type Names } from './names.ts';

const KINDS = [
  'person',
  'couple',
  'household',
  'organisation',
  'hamlet',
  'address',
  'identityNumber',
  'certificateSerial',
] as const satisfies readonly (keyof Names)[];

const draw = (seed: number, count: number): string[] => {
  const names = createNames(createRandom(seed).next);
  return Array.from({ length: count }, (_, at) => names[KINDS[at % KINDS.length] as keyof Names]());
};

test('one seed gives one list, another seed another', () => {
  assert.deepEqual(draw(7, 400), draw(7, 400));
  assert.notDeepEqual(draw(7, 400), draw(8, 400));
});

test('names and places are Vietnamese words, NFC, but for the abbreviations of offices', () => {
  const names = createNames(createRandom(1).next);
  for (let at = 0; at < 3000; at++) {
    for (const kind of ['person', 'couple', 'household', 'organisation', 'hamlet', 'address'] as const) {
      const value = names[kind]();
      assert.equal(value, value.normalize('NFC'));
      for (const word of notEmpty(value.match(/\p{L}+/gu))) {
        assert.ok(isVietnameseSyllable(word) || ['UBND', 'TNHH', 'TDP'].includes(word), `${word} in ${value}`);
      }
    }
  }
});

test('identity numbers look real and can belong to nobody', () => {
  const names = createNames(createRandom(2).next);
  const lengths = new Set<number>();
  for (let at = 0; at < 2000; at++) {
    const number = names.identityNumber();
    assert.match(number, /^(?:099[0-3]\d{8}|99\d{7})$/);
    assert.deepEqual(findIdentityNumbers(number), [{ start: 0, end: number.length, digits: number }]);
    lengths.add(number.length);
  }
  assert.deepEqual([...lengths].sort(), [12, 9]);
});

test('certificate serials have the form of their generation', () => {
  const names = createNames(createRandom(3).next);
  for (let at = 0; at < 2000; at++) assert.match(names.certificateSerial(), /^(?:[A-D][A-Y] \d{6}|A[A-Y] \d{8})$/);
});
