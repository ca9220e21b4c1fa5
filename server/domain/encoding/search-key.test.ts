import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchKey } from './search-key.ts';

test('one key for every way of writing a name', () => {
  for (const text of [
    'Nguyễn  Đức Hòa',
    'NGUYỄN ĐỨC HOÀ',
    ' nguyen duc hoa ',
    'Nguyễn\u00a0Đức\tHòa',
    'Nguyễn Đức Hòa'.normalize('NFD'),
  ]) {
    assert.equal(searchKey(text), 'nguyen duc hoa');
  }
});

test('letters with a quality of their own fold to their base, other signs stay', () => {
  assert.equal(searchKey('Thôn Ươm, ăâêôơư – 12a'), 'thon uom, aaeoou – 12a');
  assert.equal(searchKey(''), '');
});

test('a key is its own key', () => {
  assert.equal(searchKey(searchKey('Xã Đồng Quan Tiên')), 'xa dong quan tien');
});
