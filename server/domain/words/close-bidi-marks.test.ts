import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closeBidiMarks } from './close-bidi-marks.ts';

const show = (text: string) =>
  text.replace(/[\u202A-\u202E\u2066-\u2069]/g, (mark) => `<${mark.charCodeAt(0).toString(16)}>`);

const CASES: [given: string, made: string][] = [
  ['Thôn Đông, 1.600 m²', 'Thôn Đông, 1.600 m²'],
  ['\u202Eabc', '<202e>abc<202c>'],
  ['\u2067a\u202Eb', '<2067>a<202e>b<202c><2069>'],
  ['\u2067a\u202Eb\u2069c', '<2067>a<202e>b<2069>c'],
  ['a\u2069b\u202Cc', 'abc'],
  ['\u202Ea\u2069b\u202C', '<202e>ab<202c>'],
  ['\u2066\u202Aa\u202C\u2069', '<2066><202a>a<202c><2069>'],
  ['\u2066a\u202Cb', '<2066>ab<2069>'],
];
for (const [given, made] of CASES)
  test(`${show(given)} becomes ${made}`, () => assert.equal(show(closeBidiMarks(given)), made));
