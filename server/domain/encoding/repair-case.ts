/**
 * Capitals that TCVN3 could not store. A toned capital has no byte, so `Êm` typed in a capital font decodes to `ấm` and
 * `NGUYÔN` to `NGUYễN`. Two rules give back what the value itself proves; both are corrections to be recorded, the raw
 * bytes stay beside them. For names and addresses only: the caller knows which columns those are.
 */
import type { TextEncoding } from './codec.ts';
import { TCVN3_WITHOUT_CAPITAL } from './tables/tcvn3-table.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

const LOST = new RegExp(`[${[...TCVN3_WITHOUT_CAPITAL].join('')}]`, 'u');
/** A run of letters. One that touches a digit (`12a`, `K3`) is part of a code and says nothing about case. */
const WORD = /(?<![\p{L}\p{M}\p{N}])\p{L}[\p{L}\p{M}]*(?![\p{L}\p{M}\p{N}])/gu;
const CAPITAL = /^\p{Lu}/u;
/** The one common word of grammar that begins with a toned vowel (`đất ở`, `nhà ở`); it is no part of a name. */
const CONNECTING = new Set(['ở']);

interface Word {
  readonly at: number;
  text: string;
}

/**
 * Rule 1: where all letters of a word that could be capitals are capitals, the whole word is (`NGUYễN` → `NGUYỄN`). A
 * short word such as `Hà` or `ý` proves nothing alone and follows the value: upper-case where a Vietnamese word of the value
 * is plainly upper-case and none is plainly not.
 * Rule 2: a word whose first letter has no capital in the encoding gets one if every other word of the value begins with
 * a capital (`Thôn Thanh ấm` → `Thôn Thanh Ấm`). A value of one word has no other, and stays.
 */
export function repairCase(decoded: string, encoding: TextEncoding): { text: string; changed: boolean } {
  const untouched = { text: decoded, changed: false };
  if (encoding !== 'tcvn3' || !mayBeRepaired(decoded) || decoded.includes('\ufffd')) return untouched;
  const words: Word[] = [...decoded.matchAll(WORD)].map((match) => ({ at: match.index, text: match[0] }));
  raiseWholeWords(words);
  raiseFirstLetters(words);
  let text = decoded;
  // Capitals of Vietnamese letters are as long as their small letters, so positions hold.
  for (const word of words) text = text.slice(0, word.at) + word.text + text.slice(word.at + word.text.length);
  return text === decoded ? untouched : { text, changed: true };
}

/** Kind of each code unit below U+2000: 0 no letter, 1 letter, 2 capital, 3 letter whose capital is lost. */
const KINDS = Uint8Array.from({ length: 0x2000 }, (_, unit) => {
  const letter = String.fromCharCode(unit);
  if (LOST.test(letter)) return 3;
  return /\p{Lu}/u.test(letter) ? 2 : /[\p{L}\p{M}]/u.test(letter) ? 1 : 0;
});

/** Most values need no repair: only a word that begins with a lost letter, or a capital within a word, can lead to one. */
function mayBeRepaired(text: string): boolean {
  let lost = false;
  let raised = false;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)] ?? 0;
    if (kind === 3) {
      lost = true;
      raised ||= before === 0;
    } else if (kind === 2) {
      raised ||= before !== 0;
    }
    before = kind;
  }
  return lost && raised;
}

function raiseWholeWords(words: Word[]): void {
  const shapes = words.map((word) => shapeOf(word.text));
  const proven = words.some((word, at) => shapes[at] === 'upper' && isVietnameseSyllable(word.text));
  const follow = proven && !shapes.includes('lower');
  words.forEach((word, at) => {
    if (shapes[at] === 'upper' || (shapes[at] === 'open' && follow)) word.text = word.text.toUpperCase();
  });
}

/**
 * `upper`: every letter that could be a capital is one, and this cannot be a mere first capital; `lower`: some letter
 * after the first, or the first, is small though it had a capital; `open`: the letters do not tell (`Hà`, `ý`, `A`).
 */
function shapeOf(word: string): 'upper' | 'lower' | 'open' {
  const letters = [...word];
  const telling = letters.filter((letter) => !LOST.test(letter));
  if (telling.some((letter) => !CAPITAL.test(letter))) return 'lower';
  const firstTells = !LOST.test(letters[0] as string);
  return telling.length > (firstTells ? 1 : 0) ? 'upper' : 'open';
}

function raiseFirstLetters(words: Word[]): void {
  const small = words.filter((word) => !CAPITAL.test(word.text));
  const only = small[0];
  if (words.length < 2 || small.length !== 1 || !only) return;
  const first = only.text.charAt(0);
  if (LOST.test(first) && !CONNECTING.has(only.text)) only.text = first.toUpperCase() + only.text.slice(1);
}
