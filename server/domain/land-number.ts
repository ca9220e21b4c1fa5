/**
 * Numbers of sheets and parcels as the register keeps them, from what a person writes: `007` is 7, `7A` is 7a, `12 + 13`
 * is 12+13. What can be registered (correction.ts: SHEET_NO, PARCEL_NO) can be asked for.
 */
import { plainLetters } from './encoding/plain-letters.ts';

const PREFIX = /^(?:tờ|to|dc|đc)(?:số)?(?=\d)/u;

/** `12,0` is how a table shows 12; three zeros may part thousands, and are left. */
const DECIMAL_ZEROS = /^(\d+)[.,]0{1,2}$/;

const plain = (text: string): string =>
  plainLetters(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(/^0+(?=\d)/, '')
    .replace(DECIMAL_ZEROS, '$1');

/** The number of a parcel as it would be registered; other text as it is, in small letters: nothing has such a number. */
export const parcelNumber = (text: string): string => plain(text);
/** The number of a sheet; "tờ 12" and "ĐC 12" are sheet 12. */
export const sheetNumber = (text: string): string => plain(plain(text).replace(PREFIX, ''));

/** The whole numbers a number is made of, each once: of `12a+13` 12 and 13. What is near it has one of them. */
export const wholeNumbersIn = (number: string): string[] => [
  ...new Set(Array.from(number.matchAll(/\d+/g), ([digits]) => digits.replace(/^0+(?=\d)/, '').slice(0, 9))),
];
