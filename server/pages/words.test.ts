import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from './words/en.ts';
import { type PageWordKey, vi } from './words/vi.ts';
import { pageWords } from './words.ts';

const names = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

test('both languages are whole: same keys, same places to fill in, nothing empty', () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(vi).sort());
  for (const key of Object.keys(vi) as PageWordKey[]) {
    assert.ok(vi[key].trim() && en[key].trim(), key);
    assert.deepEqual(names(en[key]), names(vi[key]), key);
  }
});

test('what is filled in is taken as it is', () => {
  assert.equal(pageWords('vi')('search.nothing', { q: '$& {q}' }), 'Không tìm thấy “$& {q}”.');
});
