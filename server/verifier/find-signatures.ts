/** Places of signatures in a PDF (ISO 32000-2, 12.8.1), found by their ByteRange: what it leaves out is the CMS and nothing else. */
import { firstElement, readHex } from './der.ts';

export interface SignaturePlace {
  /** The signed bytes: two pieces of the file, one after the other. */
  readonly signed: Uint8Array<ArrayBuffer>;
  /** DER. */
  readonly cms: Uint8Array<ArrayBuffer>;
  /** Length of the file when this signature was made. */
  readonly end: number;
}

const [LESS, GREATER] = [0x3c, 0x3e];
/** Papers bear a handful; a file with more is not read to its end. */
const MOST = 16;

const latin1 = new TextDecoder('latin1');

/** Undefined where a range is no range of one signature: then nothing in the file is believed. */
function readPlace(
  bytes: Uint8Array<ArrayBuffer>,
  [zero, to, from, rest]: readonly number[],
): SignaturePlace | undefined {
  if (zero !== 0 || to === undefined || from === undefined || rest === undefined) return undefined;
  const end = from + rest;
  if (to < 1 || from < to + 4 || end > bytes.length || rest < 1) return undefined;
  if (bytes[to] !== LESS || bytes[from - 1] !== GREATER) return undefined;
  const hex = readHex(bytes.subarray(to + 1, from - 1));
  const cms = hex && firstElement(hex);
  if (!cms) return undefined;
  const signed = new Uint8Array(to + rest);
  signed.set(bytes.subarray(0, to));
  signed.set(bytes.subarray(from, end), to);
  return { signed, cms, end };
}

/** The signatures in the order in which they were made; `broken` where one has a range that is none. */
export function findSignatures(bytes: Uint8Array<ArrayBuffer>): SignaturePlace[] | 'broken' {
  const places: SignaturePlace[] = [];
  const text = latin1.decode(bytes);
  for (const [, range = ''] of text.matchAll(/\/ByteRange\s*\[([^\]]{0,100})\]/g)) {
    const place = readPlace(bytes, range.trim().split(/\s+/).map(Number));
    if (!place || places.length === MOST) return 'broken';
    places.push(place);
  }
  return places.sort((a, b) => a.end - b.end);
}
