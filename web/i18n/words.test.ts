import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeholdersOf } from '../../server/domain/words/fill-sentence.ts';
import { type DeskWordKey, loadDeskWords } from './desk-words.ts';
import { en } from './en.ts';
import { vi, type WordKey } from './vi.ts';
import { wordsOf } from './words.ts';

const names = (sentence: string) => placeholdersOf(sentence).sort();

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

test('a word that the desk does not have reads as its key', async () => {
  assert.equal((await loadDeskWords('vi'))('status.from_tomorrow' as DeskWordKey), 'status.from_tomorrow');
});
