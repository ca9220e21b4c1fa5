/**
 * Legacy Vietnamese text: bytes ↔ NFC Unicode, exactly, for the five encodings in which land records arrive.
 * Browser-safe: `TextDecoder` is used for UTF-8 alone, because its label `latin1` really means Windows-1252.
 */
import { byteTable, fromCodeUnits, isPlainAscii, sameUnits, UNMAPPED, unitsOf } from './code-units.ts';
import { encodeByTable, LEGACY_ENCODINGS } from './encode-by-table.ts';
import { CP1258_HIGH, VISCII_HIGH, VISCII_LOW } from './tables/single-byte-tables.ts';
import { countUnmappedTcvn3, decodeTcvn3 } from './tcvn3.ts';
import { countUnmappedVni, decodeVni } from './vni.ts';

export const TEXT_ENCODINGS = ['utf8', ...LEGACY_ENCODINGS] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

const highHalf = (letters: string): [number, string][] => [...letters].map((letter, at) => [0x80 + at, letter]);
const CP1258 = byteTable(highHalf(CP1258_HIGH));
const VISCII = byteTable(highHalf(VISCII_HIGH), VISCII_LOW);

const utf8 = new TextDecoder('utf-8');

/**
 * The text of a value, NFC. Bytes the encoding does not define become U+FFFD; {@link countUnmapped} counts them. In
 * TCVN3 toned capitals have no byte and come out as the lower-case letter that was typed: `repair-case.ts` follows.
 */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): string {
  if (isPlainAscii(bytes)) return fromCodeUnits(sameUnits(bytes));
  switch (encoding) {
    case 'utf8':
      return utf8.decode(bytes).normalize('NFC');
    case 'tcvn3':
      return decodeTcvn3(bytes);
    case 'vni':
      return decodeVni(bytes);
    case 'cp1258':
      return fromCodeUnits(unitsOf(bytes, CP1258)).normalize('NFC');
    case 'viscii':
      return fromCodeUnits(unitsOf(bytes, VISCII));
  }
}

/** How many U+FFFD of {@link decodeText} stand for something the encoding does not define (a literal one is no such). */
export function countUnmapped(bytes: Uint8Array, encoding: TextEncoding): number {
  if (isPlainAscii(bytes)) return 0;
  switch (encoding) {
    case 'utf8':
      return countReplaced(utf8.decode(bytes)) - countLiteralReplacement(bytes);
    case 'tcvn3':
      return countUnmappedTcvn3(bytes);
    case 'vni':
      return countUnmappedVni(bytes);
    case 'cp1258':
      return countReplaced(fromCodeUnits(unitsOf(bytes, CP1258)));
    case 'viscii':
      return countReplaced(fromCodeUnits(unitsOf(bytes, VISCII)));
  }
}

/**
 * The bytes of a text. TCVN3 writes a toned capital as the lower-case byte, as typists did (`Ấm` and `ấm` alike).
 * Throws RangeError naming the character that the encoding cannot write.
 */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  const composed = text.normalize('NFC');
  if (encoding !== 'utf8') return encodeByTable(composed, encoding);
  if (!composed.isWellFormed()) throw new RangeError('utf8 cannot write a lone surrogate');
  return new TextEncoder().encode(composed);
}

/** What a program that knows nothing shows: each byte as the code point of the same number, NUL as U+2400 (␀). */
export function latin1View(bytes: Uint8Array): string {
  const text = fromCodeUnits(sameUnits(bytes));
  return text.includes('\0') ? text.replaceAll('\0', '\u2400') : text;
}

/** The bytes behind a {@link latin1View}. Throws RangeError for a character that no byte shows as. */
export function fromLatin1View(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0xff && unit !== 0x2400) throw new RangeError(`no byte shows as ${JSON.stringify(text.charAt(at))}`);
    bytes[at] = unit === 0x2400 ? 0 : unit;
  }
  return bytes;
}

function countReplaced(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === UNMAPPED) count++;
  return count;
}

/** EF BF BD: a U+FFFD that some earlier program wrote. */
function countLiteralReplacement(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at + 2 < bytes.length; at++) {
    if (bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count++;
  }
  return count;
}
