/**
 * A window of about one megabyte on an open file, so that files of gigabytes are read with bounded memory.
 * Every load takes fresh memory: views handed out earlier stay true.
 */
import type { FileHandle } from 'node:fs/promises';

const CHUNK_BYTES = 1 << 20;
/** After a jump the next read may be far away again: take little. */
const JUMP_BYTES = 1 << 16;

export interface FileWindow {
  /** File length in bytes. */
  readonly size: number;
  /** Offset in the file of the first byte of `bytes`. */
  start: number;
  bytes: Uint8Array;
  view: DataView;
}

/** A window that covers nothing yet. */
export function createFileWindow(size: number): FileWindow {
  const bytes = new Uint8Array(0);
  return { size, start: 0, bytes, view: new DataView(bytes.buffer) };
}

/** True when the `length` bytes from `offset` are at hand. */
export function covers(window: FileWindow, offset: number, length: number): boolean {
  return offset >= window.start && offset + length <= window.start + window.bytes.length;
}

/** Moves the window so that it covers `length` bytes from `offset`. The caller has checked that the file holds them. */
export async function load(window: FileWindow, handle: FileHandle, offset: number, length: number): Promise<void> {
  const onward = offset >= window.start && offset <= window.start + window.bytes.length + JUMP_BYTES;
  const wanted = Math.min(Math.max(length, onward ? CHUNK_BYTES : JUMP_BYTES), window.size - offset);
  if (wanted < length) throw new RangeError(`bytes ${offset}+${length} lie outside a file of ${window.size}`);
  const bytes = new Uint8Array(wanted);
  let filled = 0;
  while (filled < wanted) {
    const { bytesRead } = await handle.read(bytes, filled, wanted - filled, offset + filled);
    if (bytesRead === 0) throw new Error(`the file became shorter while it was read (at byte ${offset + filled})`);
    filled += bytesRead;
  }
  window.start = offset;
  window.bytes = bytes;
  window.view = new DataView(bytes.buffer);
}
