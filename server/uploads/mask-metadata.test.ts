import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskMetadata } from './mask-metadata.ts';

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

test('an identity number in the name of a file is hidden before the name is noted', () => {
  const given = `filename ${base64('tờ 12 bà Thử 099188100006.zip')},commune ${base64('07210')},again`;
  assert.equal(
    maskMetadata(given),
    `filename ${base64('tờ 12 bà Thử •••••••••006.zip')},commune ${base64('07210')},again`,
  );
});

test('other metadata stay byte for byte', () => {
  const digest = base64('123456789012'.padEnd(64, 'a'));
  for (const given of ['', `filename ${base64('to12.zip')}, sha256 ${digest}`, 'filename !!!', 'filename']) {
    assert.equal(maskMetadata(given), given);
  }
});
