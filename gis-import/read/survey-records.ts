/**
 * Before a record is read: do the .shp and its index tell the same story? Two looks, neither of which keeps a list:
 * the walk (each record header says where the next one starts) and the index on its own.
 */
import type { FileHandle } from 'node:fs/promises';
import { covers, createFileWindow, load } from './file-window.ts';
import { entryOffset, entryWords, type Shx, seekEntry } from './read-shx.ts';
import { HEADER_BYTES } from './shp-header.ts';

export interface Walk {
  /** Records met before the end, or before the walk broke. */
  readonly records: number;
  /** 1-based number of the record whose length cannot be; null when the walk ends exactly at the end of the file. */
  readonly brokenAt: number | null;
  /** The record headers count 1, 2, 3 … (or 0, 1, 2 …, as some programs write). */
  readonly numbered: boolean;
  /** Every record is where the index says, as long as the index says, and the index has no more. */
  readonly agreesWithShx: boolean;
}

/** Walks the record headers from byte 100 to `end`. Memory: one chunk. */
export async function walkShp(handle: FileHandle, end: number, shx: Shx | undefined): Promise<Walk> {
  const window = createFileWindow(end);
  let [offset, records, firstNumber] = [HEADER_BYTES, 0, 1];
  let numbered = true;
  let agrees = shx !== undefined;
  while (offset < end) {
    if (offset + 12 > end) return { records, brokenAt: records + 1, numbered, agreesWithShx: false };
    if (!covers(window, offset, 8)) await load(window, handle, offset, 8);
    const number = window.view.getInt32(offset - window.start);
    const words = window.view.getInt32(offset + 4 - window.start);
    if (records === 0) firstNumber = number;
    if (number !== firstNumber + records || firstNumber < 0 || firstNumber > 1) numbered = false;
    const next = offset + 8 + 2 * words;
    if (words < 2 || next > end) return { records, brokenAt: records + 1, numbered, agreesWithShx: false };
    if (agrees && shx) {
      if (records >= shx.entries) agrees = false;
      else {
        const seeking = seekEntry(shx, records);
        if (seeking) await seeking;
        agrees = entryOffset(shx, records) === offset && entryWords(shx, records) === words;
      }
    }
    offset = next;
    records++;
  }
  return { records, brokenAt: null, numbered, agreesWithShx: agrees && shx?.entries === records };
}

/** What the index alone says about a .shp that ends at byte `end`. */
export interface ShxCheck {
  /** An entry points behind the end: the .shp was cut. */
  readonly runsOver: boolean;
  /** Entries are in rising order, do not overlap, and lie inside the file. */
  readonly ordered: boolean;
  /** Entries lie inside the file, in any order (programs that edit in place move a grown record to the end). */
  readonly inside: boolean;
}

/** Whether the index names every record of the .shp once, in an order of its own, and whose numbers say so too. */
export interface ShxOrder {
  /** Each entry points at a record of just that length, and none at a record another entry points at. */
  readonly everyRecordOnce: boolean;
  /** The record that entry `i` points at carries the number `i` (counted from 1, or from 0). */
  readonly numbered: boolean;
}

/** Looks at the record behind each entry, one small read each: only for an index that disagrees with the walk. */
export async function checkShxOrder(shp: FileHandle, shx: Shx, end: number): Promise<ShxOrder> {
  const header = Buffer.alloc(8);
  const seen = new Set<number>();
  let [bytes, numbered, firstNumber] = [HEADER_BYTES, true, 1];
  for (let i = 0; i < shx.entries; i++) {
    const seeking = seekEntry(shx, i);
    if (seeking) await seeking;
    const [offset, words] = [entryOffset(shx, i), entryWords(shx, i)];
    await shp.read(header, 0, 8, offset);
    const number = header.readInt32BE(0);
    if (header.readInt32BE(4) !== words) return { everyRecordOnce: false, numbered: false };
    if (i === 0) firstNumber = number;
    if (number !== firstNumber + i || firstNumber < 0 || firstNumber > 1) numbered = false;
    seen.add(offset);
    bytes += 8 + 2 * words;
  }
  const everyRecordOnce = seen.size === shx.entries && bytes === end;
  return { everyRecordOnce, numbered: numbered && everyRecordOnce };
}

/** Reads the index once, from the first entry to the last. */
export async function checkShx(shx: Shx, end: number): Promise<ShxCheck> {
  let [runsOver, ordered, inside, floor] = [false, true, true, HEADER_BYTES];
  for (let i = 0; i < shx.entries; i++) {
    const seeking = seekEntry(shx, i);
    if (seeking) await seeking;
    const offset = entryOffset(shx, i);
    const words = entryWords(shx, i);
    const behind = offset + 8 + 2 * words;
    if (offset < HEADER_BYTES || words < 2) inside = false;
    else if (behind > end) runsOver = true;
    if (offset < floor) ordered = false;
    floor = behind;
  }
  return { runsOver, inside: inside && !runsOver, ordered: ordered && inside && !runsOver };
}
