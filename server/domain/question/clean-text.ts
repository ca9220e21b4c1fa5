import { plainLetters } from '../encoding/plain-letters.ts';

/** Signs of degrees, minutes and seconds. Before NFKC, which would turn º into the letter o and ″ into two primes. */
const ANGLE_SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[°º˚∘]/gu, '°'],
  [/[″”“„"]|''|′′|’’/gu, '"'],
  [/[′’‘ʹ´`]/gu, "'"],
];

/**
 * What was typed, without what cannot be seen: NFC, full-width forms made plain, zero-width and direction marks and
 * control characters gone (NUL too, which PostgreSQL's text cannot hold), every space one space, Ð an Đ. Tab and line break stay
 * as a tab: between pasted columns they divide more surely than a space.
 */
export function cleanText(text: string): string {
  let clean = plainLetters(text);
  for (const [signs, sign] of ANGLE_SIGNS) clean = clean.replace(signs, sign);
  return clean
    .normalize('NFKC')
    .replace(/[\t\r\n\v\f\u2028\u2029]+/gu, '\t')
    .replace(/[\p{Cf}\p{Cs}\p{Co}]|(?!\t)\p{Cc}/gu, '')
    .replace(/[^\S\t]+/gu, ' ')
    .replace(/ ?\t[\t ]*/gu, '\t')
    .trim();
}
