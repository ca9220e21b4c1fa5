import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCoordinates } from './read-coordinates.ts';
import { readNumber } from './read-number.ts';

const kind = (text: string) => {
  const found = readCoordinates(text);
  return found === 'outside' ? found : found.length === 0 ? 'none' : found[0]!.srid === 4326 ? 'degrees' : 'metres';
};

test('degrees of Viet Nam: the edge itself is inside, a step further is not', () => {
  for (const text of ['8.000, 106.500', '24.000, 106.500', '21.500, 102.000', '21.500, 110.000'])
    assert.equal(kind(text), 'degrees', text);
  for (const text of ['7.999, 106.500', '24.001, 106.500', '21.500, 101.999', '21.500, 110.001'])
    assert.equal(kind(text), 'outside', text);
});

test('metres: north and east reach to their limits; what is east ends where north begins', () => {
  for (const text of ['880000 500000', '2660000 500000', '2353000 50000', '2353000 879999'])
    assert.equal(kind(text), 'metres', text);
  for (const text of ['2660001 500000', '2353000 49999', '879999 500000', '880000 880000'])
    assert.equal(kind(text), 'none', text);
});

test('degrees of the whole world: the pole and the date line are the last', () => {
  for (const text of ['90.000, 180.000', '-90.000, -180.000', '180.000, 90.000'])
    assert.equal(kind(text), 'outside', text);
  for (const text of ['90.001, 180.000', '89.000, 180.001', '180.001, 89.000', '180.000, 90.001'])
    assert.equal(kind(text), 'none', text);
});

test('minutes and seconds of an angle are less than sixty', () => {
  assert.equal(kind(`21°59'59.9" 106°59'59.9"`), 'degrees');
  assert.notEqual(kind(`21°60'0" 106°0'0"`), 'degrees');
  assert.notEqual(kind(`21°0'60" 106°0'0"`), 'degrees');
});

test('a number has fifteen digits at the most: a further one would be rounded', () => {
  const group = (digits: number) => [{ digits: '1'.repeat(digits), after: '' }];
  assert.deepEqual(readNumber(group(15)), [111_111_111_111_111]);
  assert.deepEqual(readNumber(group(16)), []);
});
