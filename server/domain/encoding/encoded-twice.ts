/**
 * Text that went through a program which took its bytes for Windows-1252 (or 1258, or Latin-1) and wrote the letters it saw
 * as UTF-8: `NguyÔn V¨n` for Nguyễn Văn. Nothing is lost by that: the letters name the bytes, and those can be read.
 */
import { decodeText, type TextEncoding } from './codec.ts';
import { CP1252_C1, CP1258_HIGH } from './tables/single-byte-tables.ts';
import { hasHighByte, highWords, readsAsSyllable } from './word-evidence.ts';

const latin = Array.from({ length: 0x100 }, (_, code): [string, number] => [String.fromCharCode(code), code]);
const highHalf = (letters: string): [string, number][] =>
  [...letters].map((letter, at): [string, number] => [letter, 0x80 + at]).filter(([letter]) => letter !== '\ufffd');
const ascii = latin.slice(0, 0x80);
const BYTES_SEEN_AS = {
  cp1252: new Map([...latin, ...highHalf(CP1252_C1)]),
  cp1258: new Map([...ascii, ...highHalf(CP1258_HIGH)]),
} as const;

export interface TwiceReading {
  /** The code page the other program took the bytes for. */
  readonly seenAs: keyof typeof BYTES_SEEN_AS;
  /** What they are. */
  readonly encoding: TextEncoding;
}

/** The likelier first. */
export const TWICE_READINGS: readonly TwiceReading[] = [
  { seenAs: 'cp1252', encoding: 'tcvn3' },
  { seenAs: 'cp1252', encoding: 'utf8' },
  { seenAs: 'cp1252', encoding: 'vni' },
  { seenAs: 'cp1258', encoding: 'tcvn3' },
  { seenAs: 'cp1258', encoding: 'utf8' },
  { seenAs: 'cp1258', encoding: 'vni' },
  { seenAs: 'cp1252', encoding: 'cp1258' },
  { seenAs: 'cp1252', encoding: 'viscii' },
];

const utf8 = new TextDecoder('utf-8');

/** The bytes that the other program saw; null where a letter is none of its code page. */
export function bytesSeen(bytes: Uint8Array, { seenAs }: TwiceReading): Uint8Array | null {
  const table = BYTES_SEEN_AS[seenAs];
  const seen: number[] = [];
  // Not composed: a code page may have the letter and the tone behind it apart.
  for (const letter of utf8.decode(bytes)) {
    const byte = table.get(letter);
    if (byte === undefined) return null;
    seen.push(byte);
  }
  return Uint8Array.from(seen);
}

/** The text behind, for bytes of which {@link bytesSeen} is not null. */
export function decodeTwice(bytes: Uint8Array, reading: TwiceReading): string {
  return decodeText(bytesSeen(bytes, reading) ?? bytes, reading.encoding);
}

/** True when every word of the bytes reads as Vietnamese behind `reading`, and there is one. */
export function readsTwice(bytes: Uint8Array, reading: TwiceReading): boolean {
  const seen = bytesSeen(bytes, reading);
  if (seen === null || !hasHighByte(seen)) return false;
  const words = highWords(seen);
  // One letter is a word in any encoding.
  return words.some((word) => word.length > 1) && words.every((word) => readsAsSyllable(word, reading.encoding));
}

/** What the words of a column that is UTF-8 by its form say about a second encoding inside. */
export interface TwiceEvidence {
  readonly reading: TwiceReading | null;
  /** Words of plain Vietnamese that `reading` cannot explain. */
  readonly plain: number;
  /** Words that only `reading` explains. */
  readonly twice: number;
}

const LEAST_WORDS = 2;

/** `words`: those with a byte of 80 or above, as their UTF-8 bytes. */
export function weighTwice(words: readonly { readonly bytes: Uint8Array; readonly direct: boolean }[]): TwiceEvidence {
  const strange = words.filter(({ direct }) => !direct);
  const nothing = { reading: null, plain: words.length - strange.length, twice: 0 };
  if (strange.length < LEAST_WORDS) return nothing;
  const scored = TWICE_READINGS.map((reading) => ({
    reading,
    twice: strange.filter(({ bytes }) => readsTwice(bytes, reading)).length,
  }));
  const best = scored.reduce((first, other) => (other.twice > first.twice ? other : first));
  // Foreign names and slips fail in every reading; what is encoded twice reads nearly whole in one.
  if (best.twice < LEAST_WORDS || best.twice * 2 < strange.length) return nothing;
  const plain = words.filter(({ bytes, direct }) => direct && !readsTwice(bytes, best.reading)).length;
  return { ...best, plain };
}

/** True when hardly a word of the column is plain Vietnamese: then also those that could be either are not. */
export const isTwiceThroughout = ({ reading, plain, twice }: TwiceEvidence): boolean =>
  reading !== null && plain * 10 <= twice;

/**
 * How to read a cell whose form is UTF-8: the reading behind it, null for what it says, `doubt` where its words could be
 * either and its column holds both. `broken`: it does not read as it stands (broken-text.ts).
 */
export function judgeTwice(
  bytes: Uint8Array,
  column: TwiceEvidence | undefined,
  broken: boolean,
): TwiceReading | null | 'doubt' {
  const own = column?.reading;
  if (!column || !own) return broken ? onlyReading(bytes) : null;
  const strange = highWords(bytes).some((word) => !readsAsSyllable(word, 'utf8'));
  const throughout = isTwiceThroughout(column);
  if (readsTwice(bytes, own)) return strange || throughout ? own : 'doubt';
  if (strange && throughout && !decodeTwice(bytes, own).includes('\ufffd'))
    return bytesSeen(bytes, own) === null ? null : own;
  return strange && broken ? onlyReading(bytes) : null;
}

/** The one reading that explains all of a cell by itself; null where there are several, or none. */
function onlyReading(bytes: Uint8Array): TwiceReading | null {
  const fits = TWICE_READINGS.filter((reading) => readsTwice(bytes, reading));
  const texts = new Set(fits.map((reading) => decodeTwice(bytes, reading)));
  return texts.size === 1 ? (fits[0] ?? null) : null;
}
