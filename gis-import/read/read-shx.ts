/** The index: offset and content length of every record of the .shp, both in 16-bit words, big-endian. */
import type { FileHandle } from 'node:fs/promises';
import { covers, createFileWindow, type FileWindow, load } from './file-window.ts';
import { findShpHeader, HEADER_BYTES } from './shp-header.ts';

export interface Shx {
  readonly handle: FileHandle;
  readonly window: FileWindow;
  /** Entries that the file has room for. */
  readonly entries: number;
}

/** Undefined when the bytes are no index, or do not agree with their own header. */
export async function findShx(handle: FileHandle, size: number): Promise<Shx | undefined> {
  if (size < HEADER_BYTES) return undefined;
  const window = createFileWindow(size);
  await load(window, handle, 0, HEADER_BYTES);
  const header = findShpHeader(window.bytes);
  if (!header || header.claimedBytes !== size || (size - HEADER_BYTES) % 8 !== 0) return undefined;
  return { handle, window, entries: (size - HEADER_BYTES) / 8 };
}

/** Makes entry `index` readable by {@link entryOffset} and {@link entryWords}; a promise only when the disk is needed. */
export function seekEntry({ handle, window }: Shx, index: number): Promise<void> | undefined {
  const at = HEADER_BYTES + 8 * index;
  return covers(window, at, 8) ? undefined : load(window, handle, at, 8);
}

/** Byte offset of the record in the .shp. */
export function entryOffset({ window }: Shx, index: number): number {
  return window.view.getInt32(HEADER_BYTES + 8 * index - window.start) * 2;
}

/** Content length in 16-bit words. */
export function entryWords({ window }: Shx, index: number): number {
  return window.view.getInt32(HEADER_BYTES + 8 * index + 4 - window.start);
}
