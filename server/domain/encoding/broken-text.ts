/**
 * Text that was broken before it reached us: what was there can no longer be read off the bytes, so it is reported and
 * never guessed.
 */
import { decodeText, type TextEncoding } from './codec.ts';
import { CP1252_C1 } from './tables/single-byte-tables.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const NOT_ASCII = /[^\0-\x7f]+/g;
/** Letters in the case of a word: all small, all capitals, or the first a capital. */
const WRITTEN_BY_HAND = /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u;
/** e i o u y, lower case. */
const BARE_VOWELS = [0x65, 0x69, 0x6f, 0x75, 0x79];
const WORD_WITH_QUESTION = /[\p{L}\p{M}?]*\?[\p{L}\p{M}?]*/gu;
const VOWEL = /[aeiouyăâêôơư]/i;
/** A TCVN3 ư is the byte AD, the soft hyphen of Latin-1, which editors drop: `trường` → `trờng`, `Hưng` → `Hng`. */
const LOST_HORN = /(?<!ư)[ơờớởỡợ](?:ng|c)$|^[bcdđghklmnprstvx]+ng$/iu;

/** True when `text`, read from a cell in `encoding`, shows one of the known kinds of damage. */
export function isBroken(text: string, encoding: TextEncoding): boolean {
  if (text.includes('?') && hasQuestionInWord(text)) return true;
  if (encoding === 'utf8') return text.includes('\ufffd') || isDecodedTwice(text) || isLegacyInUtf8(text);
  return encoding === 'tcvn3' && hasLostHorn(text);
}

/**
 * A `?` before a letter never is punctuation; one after a word is, unless the rest has no vowel (`Th? H?`, from Thị Hà).
 */
function hasQuestionInWord(text: string): boolean {
  for (const [word] of text.normalize('NFD').matchAll(WORD_WITH_QUESTION)) {
    const letters = word.replaceAll('?', '');
    if (letters !== '' && (/\?\p{L}/u.test(word) || !VOWEL.test(letters))) return true;
  }
  return false;
}

/** UTF-8 that was once read as Windows-1252 or Latin-1 and written again: `Nguyá»…n`, `ThÃ´n`, `ï¿½`. */
function isDecodedTwice(text: string): boolean {
  return (text.match(NOT_ASCII) ?? []).some((run) => {
    const bytes = bytesOfLatin(run);
    if (!bytes || bytes.length < 2) return false;
    try {
      strictUtf8.decode(bytes);
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  });
}

/**
 * TCVN3 or VNI that was once read as Latin-1 and written as UTF-8: `Lo¹i ®Êt` for Loại đất. A lone short word of
 * Vietnamese letters may as well be a slip of the pen.
 */
function isLegacyInUtf8(text: string): boolean {
  const words = text.split(/[\0-\x40\x5b-\x60\x7b-\x7f]+/).filter((word) => /[^\0-\x7f]/.test(word));
  if (words.length === 0 || words.some((word) => isVietnameseSyllable(word))) return false;
  const strange = words.length > 1 || words.some((word) => word.length > 4 || !WRITTEN_BY_HAND.test(word));
  return strange && (['tcvn3', 'vni'] as const).some((encoding) => words.every((word) => readsIn(word, encoding)));
}

function readsIn(word: string, encoding: TextEncoding): boolean {
  const bytes = bytesOfLatin(word);
  return bytes !== null && word.length > 1 && isVietnameseSyllable(decodeText(bytes, encoding));
}

/** Quick check on bytes: an `ng` with a consonant before it, the only damage that leaves no strange byte (`Hng`). */
export function hasBareNg(bytes: Uint8Array): boolean {
  for (let at = 2; at < bytes.length; at++) {
    if ((bytes[at] as number) !== 0x67 || bytes[at - 1] !== 0x6e) continue;
    const before = (bytes[at - 2] as number) | 0x20;
    if (before >= 0x62 && before <= 0x7a && !BARE_VOWELS.includes(before)) return true;
  }
  return false;
}

function hasLostHorn(text: string): boolean {
  return text.split(/[^\p{L}\p{M}]+/u).some((word) => LOST_HORN.test(word) && !/^\p{Lu}+$/u.test(word));
}

/** The bytes that Windows-1252 or Latin-1 shows as this text; null where a character is in neither. */
function bytesOfLatin(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const c1 = unit > 0xff ? CP1252_C1.indexOf(text.charAt(at)) : -1;
    if (unit > 0xff && c1 < 0) return null;
    bytes[at] = unit > 0xff ? 0x80 + c1 : unit;
  }
  return bytes;
}
