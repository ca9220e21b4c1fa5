import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLanguage } from './language.ts';

const CASES: [header: string | undefined, language: string][] = [
  [undefined, 'vi'],
  ['', 'vi'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['fr', 'vi'],
  ['fr;q=1, en;q=0.5', 'en'],
  ['vi,en;q=0.9', 'vi'],
  ['en;q=0.4, vi;q=0.5', 'vi'],
  ['en;q=0', 'vi'],
  ['*', 'vi'],
  ['en;q=abc', 'en'],
];
for (const [header, language] of CASES) {
  test(`Accept-Language ${header} is answered in ${language}`, () => assert.equal(chooseLanguage(header), language));
}
