import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from './en.ts';
import { vi, type WordKey } from './vi.ts';
import { areaText, wordsOf } from './words.ts';

const names = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

test('both languages are whole: same keys, same places to fill in, nothing empty', () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(vi).sort());
  for (const key of Object.keys(vi) as WordKey[]) {
    assert.ok(vi[key].trim() && en[key].trim(), key);
    assert.deepEqual(names(en[key]), names(vi[key]), key);
  }
});
test('what is filled in is taken as it is', () => {
  assert.equal(wordsOf('vi')('card.title', { sheet: '$&', no: '{no}' }), 'Tờ $&, thửa {no}');
});
test('areas are written as each language writes numbers', () => {
  assert.equal(areaText(1234.56, 'vi'), '1.234,6 m²');
  assert.equal(areaText(1234.5, 'en'), '1,234.5 m²');
});
