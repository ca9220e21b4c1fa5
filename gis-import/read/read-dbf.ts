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

/**
 * True for a column whose text lies in a memo file (.dbt), which is no part of a shapefile; the ten bytes here are only a
 * block number. Its cells come out empty, and the file gets a finding.
 */
export function isMemo(field: DbfField): boolean {
  return field.length === 10 && 'MGPB'.includes(field.type);
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
    memo: isMemo(field),
    binary: BINARY_WIDTHS[field.type] === field.length,
  }));
  const slice = (index: number): DbfRow => {
    const { bytes } = window;
    let at = headerBytes + index * rowBytes - window.start;
    const deleted = bytes[at] === DELETED;
    at++;
    const cells: Uint8Array[] = [];
    for (const { length, memo, binary } of columns) {
      let end = at + length;
      if (!binary) while (end > at && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--;
      cells.push(memo || end === at ? EMPTY : new Uint8Array(bytes.buffer, at, end - at));
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
