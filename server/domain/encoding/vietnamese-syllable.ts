/** Is a word a Vietnamese syllable? By grammar, not by dictionary: onset × rime × tone. */
import {
  BEFORE_FRONT_VOWEL,
  BEFORE_Y,
  NEVER_BEFORE_FRONT_VOWEL,
  ONSETS,
  RIMES,
  RIMES_AFTER_GI,
  RIMES_AFTER_QU,
} from './vietnamese-rimes.ts';

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const ACUTE = '\u0301';
const DOT = '\u0323';
const STOPPED_CODA = /(?:[ptc]|ch)$/;
const VOWELS = /^[aăâeêioôơuưy]+/;
/** Open rimes whose tone the old spelling puts on the first vowel and the new one on the second (hòa, hoà). */
const EITHER_PLACE = new Set(['oa', 'oe', 'uy']);

/** One word → verdict; the same few thousand words make up a whole register. */
const known = new Map<string, boolean>();
const KNOWN_AT_MOST = 20_000;

/**
 * True when the letters of `word` can be read as one Vietnamese syllable, in any case, with the tone in its old or new
 * place. A coda p, t, c or ch takes the tones sắc and nặng only. Words with foreign letters are none.
 */
export function isVietnameseSyllable(word: string): boolean {
  if (word.length === 0 || word.length > 16) return false;
  let verdict = known.get(word);
  if (verdict === undefined) {
    verdict = judge(word.normalize('NFC').toLowerCase());
    if (known.size >= KNOWN_AT_MOST) known.clear();
    known.set(word, verdict);
  }
  return verdict;
}

/** How many words (runs of letters that touch no digit) a text has, and how many of them are Vietnamese syllables. */
export function syllableScore(text: string): { syllables: number; valid: number } {
  const words = text.normalize('NFC').match(/(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}])/gu) ?? [];
  return { syllables: words.length, valid: words.filter(isVietnameseSyllable).length };
}

function judge(word: string): boolean {
  const tones = word.normalize('NFD').match(TONES) ?? [];
  if (tones.length > 1) return false;
  const plain = removeTones(word);
  const tone = tones[0];
  // The index of the toned letter: words of Vietnamese letters keep one unit per letter when composed.
  const toneAt = tone === undefined ? -1 : [...word].findIndex((letter, at) => letter !== plain[at]);
  return readings(plain).some(
    ({ rimeAt, rime, loose }) =>
      isToneAllowed(rime, tone) && (toneAt < 0 || tonePlaces(rime, loose).some((at) => rimeAt + at === toneAt)),
  );
}

interface Reading {
  /** Where the rime begins in the word. */
  readonly rimeAt: number;
  readonly rime: string;
  /** After `qu` and `gi` typists also set the tone on the u or i (`Qúy`, `gía`). */
  readonly loose: boolean;
}

/** Every way to cut a toneless word into a known onset and a rime that may follow it. */
function readings(word: string): Reading[] {
  const found: Reading[] = [];
  const after = (onset: string, rimes: ReadonlySet<string>): void => {
    const rime = word.slice(onset.length);
    if (word.startsWith(onset) && rimes.has(rime)) found.push({ rimeAt: onset.length, rime, loose: true });
  };
  after('qu', RIMES_AFTER_QU);
  after('gi', RIMES_AFTER_GI);
  const onset = ONSETS.find((candidate) => word.startsWith(candidate)) ?? '';
  const rime = word.slice(onset.length);
  if (RIMES.has(rime) && isSpeltRight(onset, rime)) found.push({ rimeAt: onset.length, rime, loose: false });
  return found;
}

function isSpeltRight(onset: string, rime: string): boolean {
  const front = /^[eêiy]/.test(rime);
  if (onset === '') return !/^iê/.test(rime);
  // gì, gìn, gịch: the onset gi before i is written once.
  if (onset === 'g' && (rime === 'i' || rime === 'in' || rime === 'ich')) return true;
  if (BEFORE_FRONT_VOWEL.has(onset) && !front) return false;
  if (NEVER_BEFORE_FRONT_VOWEL.has(onset) && front) return false;
  if (rime.startsWith('y')) return rime === 'y' && BEFORE_Y.has(onset);
  // The sound /kw/ is written qu: coa, cuy, cuê do not exist (cua, cuôn are vowels of their own).
  return !(onset === 'c' && /^(?:o[aăe]|u[yêâơ])/.test(rime));
}

function isToneAllowed(rime: string, tone: string | undefined): boolean {
  return !STOPPED_CODA.test(rime) || tone === ACUTE || tone === DOT;
}

/** Where in a rime the tone may stand: on the last marked vowel, else by the count of vowels and the coda. */
function tonePlaces(rime: string, loose: boolean): number[] {
  const vowels = VOWELS.exec(rime)?.[0] ?? '';
  const open = vowels.length === rime.length;
  const marked = Math.max(...['ă', 'â', 'ê', 'ô', 'ơ', 'ư'].map((letter) => vowels.lastIndexOf(letter)));
  if (marked >= 0) return [vowels.startsWith('ưu') ? 0 : marked];
  if (vowels.length === 1) return loose && open ? [-1, 0] : [0];
  if (!open) return [vowels.length - 1];
  if (vowels.length === 3) return [1];
  return EITHER_PLACE.has(vowels) ? [0, 1] : [0];
}

function removeTones(word: string): string {
  return word.normalize('NFD').replace(TONES, '').normalize('NFC');
}
