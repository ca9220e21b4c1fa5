/** Reading VNI-Windows: pairs before singles. */
import { byteTable, fromCodeUnits, UNMAPPED } from './code-units.ts';
import { TYPOGRAPHIC_BYTES } from './tables/single-byte-tables.ts';
import { VNI_PAIRS, VNI_SIGNS, VNI_SINGLES, VNI_SLIPS } from './tables/vni-table.ts';

const SINGLE = byteTable(TYPOGRAPHIC_BYTES, VNI_SIGNS, VNI_SINGLES);

/** Letter of a pair at `base slot × 64 + (mark − C0)`; 0 where the two bytes are not a pair. */
const PAIR = new Uint16Array(257 * 64);
/** Slot of a byte that can be a base, 0 otherwise. */
const BASE_SLOT = new Uint8Array(256);
let slots = 0;
for (const [key, letter] of [...VNI_SLIPS, ...VNI_PAIRS]) {
  const base = key >> 8;
  BASE_SLOT[base] ||= ++slots;
  PAIR[(BASE_SLOT[base] as number) * 64 + (key & 0xff) - 0xc0] = letter.charCodeAt(0);
}

/** Decodes VNI. A mark without its base becomes U+FFFD. */
export function decodeVni(bytes: Uint8Array): string {
  return fromCodeUnits(read(bytes));
}

/** How many bytes are neither a letter, nor the mark of one. */
export function countUnmappedVni(bytes: Uint8Array): number {
  let count = 0;
  for (const unit of read(bytes)) if (unit === UNMAPPED) count++;
  return count;
}

function read(bytes: Uint8Array): number[] {
  const units: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    const next = at + 1 < bytes.length ? (bytes[at + 1] as number) : 0;
    const slot = BASE_SLOT[byte] as number;
    const pair = slot !== 0 && next >= 0xc0 ? (PAIR[slot * 64 + next - 0xc0] as number) : 0;
    units.push(pair || (SINGLE[byte] as number));
    if (pair) at++;
  }
  return units;
}
