/** What one word of bytes says about its encoding. A word is a run of ASCII letters and bytes of 80 and above. */
import { decodeText, fromLatin1View, latin1View, TEXT_ENCODINGS, type TextEncoding } from './codec.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

const EDGE = /^[\s“”‘’"'…–—•°]+|[\s“”‘’"'…–—•°]+$/gu;
/** `NĐ`, `ĐT`, `VPĐKĐĐ`. */
const ABBREVIATION = /^[A-ZĐ]{2,8}$/;
const ONE_CASE = /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u;

/** False when a cell reads alike in every encoding. */
export function hasHighByte(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] as number) >= 0x80) return true;
  return false;
}

/** The words of a cell that hold a byte of 80 or above, as Latin-1 views. */
export function highWords(bytes: Uint8Array): string[] {
  const words: string[] = [];
  let start = -1;
  let high = false;
  for (let at = 0; at <= bytes.length; at++) {
    const byte = at < bytes.length ? (bytes[at] as number) : 0;
    if (byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)) {
      if (start < 0) start = at;
      if (byte >= 0x80) high = true;
    } else if (start >= 0) {
      if (high) words.push(latin1View(bytes.subarray(start, at)));
      start = -1;
      high = false;
    }
  }
  return words;
}

const readings = new Map<TextEncoding, Map<string, boolean>>(TEXT_ENCODINGS.map((encoding) => [encoding, new Map()]));
const READINGS_AT_MOST = 20_000;

/** True when a word of {@link highWords}, read in `encoding`, is a Vietnamese syllable whose case a person would write. */
export function readsAsSyllable(word: string, encoding: TextEncoding): boolean {
  const known = readings.get(encoding) as Map<string, boolean>;
  let verdict = known.get(word);
  if (verdict === undefined) {
    verdict = judge(word, encoding);
    if (known.size >= READINGS_AT_MOST) known.clear();
    known.set(word, verdict);
  }
  return verdict;
}

function judge(word: string, encoding: TextEncoding): boolean {
  const text = decodeText(fromLatin1View(word), encoding).replace(EDGE, '');
  // TCVN3 has lost the capitals of toned letters, so its mixed case (`NGUYễN`) says nothing against it.
  if (ABBREVIATION.test(text)) return true;
  return isVietnameseSyllable(text) && (encoding === 'tcvn3' || ONE_CASE.test(text));
}

/** How a cell stands with UTF-8: `cut` = well formed but for a last character that the width of the field cut off. */
export type Utf8Form = 'ascii' | 'valid' | 'cut' | 'invalid';

/** Checks the form that RFC 3629 gives to sequences of several bytes; overlong forms and surrogates are invalid. */
export function utf8Form(bytes: Uint8Array): Utf8Form {
  let several = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] as number;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    if (length === 0) return 'invalid';
    for (let next = 1; next < length; next++) {
      if (at + next >= bytes.length) return several > 0 ? 'cut' : 'invalid';
      const byte = bytes[at + next] as number;
      const least = next === 1 ? (lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80) : 0x80;
      const most = next === 1 ? (lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf) : 0xbf;
      if (byte < least || byte > most) return 'invalid';
    }
    several++;
    at += length;
  }
  return several > 0 ? 'valid' : 'ascii';
}
