/**
 * Identity numbers in free text: CMND of 9 digits, CCCD / số định danh of 12, and those that lost their leading zeros in
 * a column of numbers. Found so that they can be hidden, hence rather one too many than one missed; but phone numbers
 * (10 digits from 0 on), decimals, amounts, areas and days are left alone.
 */
import { type DigitGroup, groupsOfNumber } from './identity-number-groups.ts';

export interface IdentityNumberMatch {
  /** First character and the one after the last, as in `String.slice`. */
  readonly start: number;
  readonly end: number;
  /** The digits alone. */
  readonly digits: string;
}

const BLANK = '[\\s\\u200b-\\u200d\\u2060]';
/** What people and programs put between groups of digits: blanks of any width, or one mark with or without blanks. */
const SEPARATOR = new RegExp(`^(?:${BLANK}{0,2}[.,\\-‐‑‒–—−/_·]${BLANK}{0,2}|${BLANK}{1,3})$`);
/** Fewer are never taken for an identity number. */
export const FEWEST_DIGITS = 6;
/** What follows is an identity number by its own words, whatever its length. */
const LABEL =
  /(?:c[mc]nd|cmt(?:nd)?|cccd|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|định danh(?: cá nhân)?)\s*(?:số|so)?\s*[:.-]?\s*$/iu;
const LABEL_LETTERS = 40;
/** A quantity, not a number of a person. */
const UNIT_FOLLOWS = /^\s?(?:m2|m²|mét|ha|km|đồng|đ|vnđ|vnd)(?![\p{L}\p{N}])/iu;

/** Every identity number of `text`, left to right. */
export function findIdentityNumbers(text: string): IdentityNumberMatch[] {
  const found: IdentityNumberMatch[] = [];
  const plain = foldDigits(text);
  if (!hasDigits(plain, FEWEST_DIGITS)) return found;
  const groups = digitGroups(plain);
  for (let first = 0; first < groups.length; ) {
    const labelled = groups[first]!.digits.length >= FEWEST_DIGITS && isLabelled(plain, groups[first]!.start);
    const count = groupsOfNumber(groups, first) || Number(labelled);
    const start = groups[first]!.start;
    const last = groups[first + count - 1];
    if (count > 0 && last && isWhole(plain, start, last.end)) {
      const digits = groups.slice(first, first + count).map((group) => group.digits);
      found.push({ start, end: last.end, digits: digits.join('') });
    }
    first += Math.max(count, 1);
  }
  return found;
}

/** `•••••••••345`: as many dots as digits hidden, the last three shown. Shorter than six: all hidden. */
export function maskDigits(digits: string): string {
  const shown = digits.length >= 6 ? 3 : 0;
  return '•'.repeat(digits.length - shown) + digits.slice(digits.length - shown);
}

/** First digits of the scripts that are typed for Arabic numerals by mistake: full width, Arabic, Persian. */
const OTHER_ZEROS = [0xff10, 0x660, 0x6f0];

/** The same text, letter by letter, with such digits as 0 to 9. */
function foldDigits(text: string): string {
  return text.replace(/[\uff10-\uff19\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - OTHER_ZEROS.find((zero) => code >= zero && code < zero + 10)!);
  });
}

function hasDigits(text: string, wanted: number): boolean {
  let digits = 0;
  for (let at = 0; at < text.length && digits < wanted; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) digits++;
  }
  return digits >= wanted;
}

const isLabelled = (text: string, start: number): boolean =>
  LABEL.test(text.slice(Math.max(0, start - LABEL_LETTERS), start).normalize('NFC'));

/** Runs of digits, each with what joins it to the next. */
function digitGroups(text: string): DigitGroup[] {
  const runs = [...text.matchAll(/\d+/g)];
  return runs.map((run, i) => {
    const end = run.index + run[0].length;
    const gap = text.slice(end, runs[i + 1]?.index ?? end);
    return { start: run.index, end, digits: run[0], joint: SEPARATOR.test(gap) ? gap : null };
  });
}

/** Not a part of a decimal (`2353280,69`), no quantity, and no telephone with its country code (`+84 912 345 678`). */
function isWhole(text: string, start: number, end: number): boolean {
  return !(
    (text.charAt(start - 1) === '+' && text.charAt(start) !== '0') ||
    /^[.,]\d/.test(text.slice(end, end + 2)) ||
    /\d[.,]$/.test(text.slice(Math.max(0, start - 2), start)) ||
    UNIT_FOLLOWS.test(text.slice(end, end + 12))
  );
}
