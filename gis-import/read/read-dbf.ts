/** Rows of a dBASE table as bytes per column. What the bytes mean is convert's business. */
import type { FileHandle } from 'node:fs/promises';
import type { DbfField } from './dbf-field.ts';
import { type DbfHeader, parseDbfHeader } from './dbf-header.ts';
import { covers, createFileWindow, load } from './file-window.ts';
import type { DbfRow } from './raw-row.ts';

const EMPTY = new Uint8Array(0);
const DELETED = 0x2a; // '*'

/**
 * Columns whose bytes are not text, and their only width: a trailing 0x20 or 0x00 is part of the value. (FoxPro, dBASE 7.)
 * Of another width such a column is text with a broken type, and read as text.
 */
const BINARY_WIDTHS: Readonly<Record<string, number>> = { I: 4, Y: 8, T: 8, B: 8, '@': 8, O: 8, '+': 4 };

/** FoxPro's forms as text; little endian. A day is a Julian one with milliseconds, the 1 January 1970 being 2,440,588. */
const BINARY_TEXT: Readonly<Record<string, (view: DataView) => string>> = {
  I: (view) => String(view.getInt32(0, true)),
  B: (view) => String(view.getFloat64(0, true)),
  Y: (view) => {
    const units = view.getBigInt64(0, true); // ten thousandths
    const [sign, all] = units < 0n ? ['-', -units] : ['', units];
    return `${sign}${all / 10_000n}.${String(all % 10_000n).padStart(4, '0')}`;
  },
  T: (view) => {
    const [day, milliseconds] = [view.getInt32(0, true), view.getInt32(4, true)];
    const time = new Date((day - 2_440_588) * 86_400_000 + milliseconds);
    return day === 0 || Number.isNaN(time.getTime()) ? '' : time.toISOString().slice(0, 19);
  },
};
const encoder = new TextEncoder();

/** Visual FoxPro's own bits about which cells are null: no fact about the land. */
const NULL_FLAGS = '0';

/** True for a column of numbers or days in the binary forms of FoxPro, which are handed on as text. */
export function isBinary(field: DbfField): boolean {
  return BINARY_WIDTHS[field.type] === field.length && field.type in BINARY_TEXT;
}

/** The header of an open .dbf, checked. */
export async function readDbfHeader(handle: FileHandle, size: number): Promise<DbfHeader> {
  const window = createFileWindow(size);
  await load(window, handle, 0, Math.min(size, 0xffff));
  return parseDbfHeader(window.bytes, size);
}

/** Reads forward: `row(i)` for 0, 1, 2 …; a promise only when a new chunk had to come from the disk. */
export interface DbfCursor {
  row(index: number): DbfRow | Promise<DbfRow>;
}

/** A cursor of its own, so that two readings of one file do not disturb each other. */
export function openDbfCursor(handle: FileHandle, size: number, header: DbfHeader): DbfCursor {
  const window = createFileWindow(size);
  const { headerBytes, rowBytes } = header;
  const columns = header.fields.map((field) => ({
    length: field.length,
    memo: field.memo || (header.visualFoxPro && field.type === NULL_FLAGS),
    binary: BINARY_WIDTHS[field.type] === field.length,
    toText: isBinary(field) ? BINARY_TEXT[field.type] : undefined,
  }));
  const slice = (index: number): DbfRow => {
    const { bytes } = window;
    let at = headerBytes + index * rowBytes - window.start;
    const deleted = bytes[at] === DELETED;
    at++;
    const cells: Uint8Array[] = [];
    for (const { length, memo, binary, toText } of columns) {
      let end = at + length;
      if (!binary) while (end > at && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--;
      if (toText) cells.push(encoder.encode(toText(new DataView(bytes.buffer, bytes.byteOffset + at, length))));
      else cells.push(memo || end === at ? EMPTY : new Uint8Array(bytes.buffer, at, end - at));
      at += length;
    }
    return { recordNo: index + 1, deleted, cells };
  };
  return {
    row(index) {
      const offset = headerBytes + index * rowBytes;
      if (covers(window, offset, rowBytes)) return slice(index);
      return load(window, handle, offset, rowBytes).then(() => slice(index));
    },
  };
}
