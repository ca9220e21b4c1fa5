import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { placeholdersOf } from '../../server/domain/words/fill-sentence.ts';
import { notEmpty } from '../../server/testing/not-empty.ts';
import { type DeskWordKey, loadDeskWords } from './desk-words.ts';
import { en } from './en/page.ts';
import { vi, type WordKey } from './vi/page.ts';
import { wordsOf } from './words.ts';

const names = (sentence: string) => placeholdersOf(sentence).sort();

test('both languages are whole: same keys, same places to fill in, nothing empty', () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(vi).sort());
  for (const key of Object.keys(vi) as WordKey[]) {
    assert.ok(vi[key].trim() && en[key].trim(), key);
    assert.deepEqual(names(en[key]), names(vi[key]), key);
  }
});
test('no two tables of the desk have words for one key: the later would take its place unseen', async () => {
  const folder = new URL('./vi/', import.meta.url);
  const tables = (await readdir(folder)).filter((name) => /^desk-.+\.ts$/.test(name));
  assert.ok(tables.length > 5);
  const homes = new Map<string, string>();
  for (const name of tables) {
    const [words] = Object.values((await import(new URL(name, folder).href)) as Record<string, object>);
    for (const key of notEmpty(Object.keys(words!))) {
      assert.equal(homes.get(key), undefined, `${key} in ${name}`);
      homes.set(key, name);
    }
  }
});

test('what is filled in is taken as it is', () => {
  assert.equal(wordsOf('vi')('card.title', { sheet: '$&', no: '{no}' }), 'Tờ $&, thửa {no}');
});

test('a word that the desk does not have reads as its key', async () => {
  assert.equal((await loadDeskWords('vi'))('status.from_tomorrow' as DeskWordKey), 'status.from_tomorrow');
});
