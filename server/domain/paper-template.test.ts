import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareTexts, textsOf } from './paper-template.ts';

test('two versions of a template differ in the wordings that are not the same, and in nothing else', () => {
  const first = { title: 'TRÍCH LỤC', columns: ['X', 'Y'], gone: 'cũ', sizePt: 9 };
  const second = { title: 'TRÍCH LỤC BẢN ĐỒ', columns: ['X', 'Y', 'Cạnh'], sizePt: 12 };
  assert.deepEqual(textsOf(first), [
    { key: 'title', text: 'TRÍCH LỤC' },
    { key: 'columns.0', text: 'X' },
    { key: 'columns.1', text: 'Y' },
    { key: 'gone', text: 'cũ' },
  ]);
  assert.deepEqual(compareTexts(textsOf(first), textsOf(second)), [
    { key: 'title', left: 'TRÍCH LỤC', right: 'TRÍCH LỤC BẢN ĐỒ' },
    { key: 'gone', left: 'cũ', right: null },
    { key: 'columns.2', left: null, right: 'Cạnh' },
  ]);
  assert.deepEqual(compareTexts(textsOf(first), textsOf(first)), []);
});
