import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCursor, encodeCursor } from './page-cursor.ts';

test('a cursor gives back its parts, Vietnamese text included', () => {
  const key = ['99001', 'Tờ "12"', '345/ữ', ''];
  assert.match(encodeCursor(key), /^[\w-]+$/);
  assert.deepEqual(decodeCursor(encodeCursor(key)), key);
});

const foreign = (text: string) => btoa(text).replaceAll('=', '');
for (const cursor of [
  '',
  '!',
  'A',
  foreign('{"a":1}'),
  foreign('[1,2]'),
  foreign('nothing'),
  foreign('["\\u0000"]'),
  foreign('\xff\xfe'),
]) {
  test(`"${cursor}" is no cursor of ours`, () => assert.equal(decodeCursor(cursor), undefined));
}
