/** Reading and writing TCVN3. */
import { byteTable, fromCodeUnits, UNMAPPED, unitsOf } from './code-units.ts';
import { TYPOGRAPHIC_BYTES } from './tables/single-byte-tables.ts';
import { TCVN3_LETTERS, TCVN3_PAIR_BASE } from './tables/tcvn3-table.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

const SINGLE = byteTable(TYPOGRAPHIC_BYTES, TCVN3_LETTERS);

/** Per byte: the capital base it pairs with (0: none), and the capital the pair stands for. */
const PAIR_BASE = new Uint8Array(256);
const PAIR_CAPITAL = new Uint16Array(256);
for (const [byte, base] of TCVN3_PAIR_BASE) {
  PAIR_BASE[byte] = base;
  PAIR_CAPITAL[byte] = (TCVN3_LETTERS.get(byte) as string).toUpperCase().charCodeAt(0);
}

/**
 * Decodes TCVN3. A single byte is read as the lower-case letter it is; see `repair-case.ts` for lost capitals. Where a
 * capital base stands before its own toned byte (`Aµ`), it may be a converter's capital (À) or two letters typed
 * under caps lock (`§OßNG`): {@link readWithPairs} decides.
 */
export function decodeTcvn3(bytes: Uint8Array): string {
  const units: number[] = [];
  let pairs = false;
  let before = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    units.push(SINGLE[byte] as number);
    if (PAIR_BASE[byte] !== 0 && PAIR_BASE[byte] === before) pairs = true;
    before = byte;
  }
  return pairs ? readWithPairs(bytes) : fromCodeUnits(units);
}

/** How many bytes the table does not define. */
export function countUnmappedTcvn3(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (SINGLE[byte] === UNMAPPED) count++;
  return count;
}

interface Word {
  readonly single: string;
  readonly pair: string;
  readonly verdict: 'single' | 'pair' | 'open';
}

/**
 * Evidence within the value, word by word: the reading that makes a Vietnamese syllable wins. A word that allows both
 * follows the words that allow one: pairs elsewhere mean a converter wrote the value, a toned byte inside an upper-case
 * word without its base (`NGUYÔN`) means a typist did. With no such word, pairs, for doubled vowels are rare loan words;
 * a word that is no syllable either way keeps its letters apart, so nothing is lost.
 */
function readWithPairs(bytes: Uint8Array): string {
  const words: Word[] = [];
  let converter = 0;
  let typist = 0;
  for (let at = 0; at < bytes.length; ) {
    let end = at;
    while (end < bytes.length && isLetterByte(bytes[end] as number) === isLetterByte(bytes[at] as number)) end++;
    const word = readWord(bytes.subarray(at, end));
    if (word.verdict === 'pair') converter++;
    if (word.verdict === 'single') typist++;
    words.push(word);
    at = end;
  }
  const preferPairs = converter >= typist;
  return words
    .map((word) => (word.verdict === 'single' || (word.verdict === 'open' && !preferPairs) ? word.single : word.pair))
    .join('');
}

function isLetterByte(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte >= 0xa1;
}

function readWord(bytes: Uint8Array): Word {
  const single = fromCodeUnits(unitsOf(bytes, SINGLE));
  let pair = '';
  let hasPair = false;
  for (const byte of bytes) {
    if (
      PAIR_BASE[byte] !== 0 &&
      pair !== '' &&
      pair.charCodeAt(pair.length - 1) === SINGLE[PAIR_BASE[byte] as number]
    ) {
      pair = pair.slice(0, -1) + String.fromCharCode(PAIR_CAPITAL[byte] as number);
      hasPair = true;
    } else {
      pair += String.fromCharCode(SINGLE[byte] as number);
    }
  }
  if (!hasPair) {
    const typed =
      /^\p{Lu}{2}/u.test(single) && bytes.some((byte) => PAIR_BASE[byte] !== 0) && isVietnameseSyllable(single);
    return { single, pair, verdict: typed ? 'single' : 'open' };
  }
  const asPair = isVietnameseSyllable(pair);
  const asSingle = isVietnameseSyllable(single);
  if (asPair && asSingle) return { single, pair, verdict: 'open' };
  return { single, pair, verdict: asPair ? 'pair' : 'single' };
}
