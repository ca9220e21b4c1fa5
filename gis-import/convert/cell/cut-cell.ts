/** Text that may have been cut where its column ends. */
import type { TextEncoding } from '../../../server/domain/encoding/codec.ts';

const leadLength = (byte: number): number =>
  byte >= 0xc2 && byte <= 0xdf ? 2 : byte >= 0xe0 && byte <= 0xef ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;

/** Bytes at the end that begin a letter of UTF-8 and do not finish it; 0 where it ends whole, or is no UTF-8 at all. */
export function halfLetterBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0x80 && byte <= 0xbf) continue;
    return leadLength(byte) > back ? back : 0;
  }
  return 0;
}

/** Narrower columns hold codes, which fill them rightly. */
const LEAST_WIDTH = 10;

/**
 * True when the text ends where its column does. A program that cuts UTF-8 between letters leaves up to two bytes; text set
 * to the right of its column begins with blanks and was not cut.
 */
export function isFull(bytes: Uint8Array, width: number, encoding: TextEncoding | 'ascii'): boolean {
  if (width < LEAST_WIDTH || bytes[0] === 0x20) return false;
  return width - bytes.length <= (encoding === 'utf8' ? 2 : 0);
}
