/** Shapes of a .shp, one after the other or by the index. A record that cannot be used never hides the next one. */
import type { FileHandle } from 'node:fs/promises';
import { covers, createFileWindow, load } from './file-window.ts';
import type { RawShape } from './raw-row.ts';
import { entryOffset, entryWords, type Shx, seekEntry } from './read-shx.ts';
import { HEADER_BYTES } from './shp-header.ts';
import { parsePolygon, unusable } from './shp-polygon.ts';

/** A boundary of four million points is no parcel, and one record must not fill the memory. */
const MAX_RECORD_BYTES = 64 << 20;

/** Reads forward: `shape(i)` for 0, 1, 2 …; a promise only when the disk is needed. */
export interface ShpCursor {
  shape(index: number): RawShape | Promise<RawShape>;
}

/** `end`: where the records end; `index`: given when the plan says to jump by it. */
export function openShpCursor(
  handle: FileHandle,
  end: number,
  index: Shx | undefined,
  parse: typeof parsePolygon = parsePolygon,
): ShpCursor {
  const window = createFileWindow(end);
  let next = HEADER_BYTES;
  // Records of ordinary size inside the loaded chunk take the path without a promise.
  const atHand = (offset: number): RawShape | undefined => {
    if (!covers(window, offset, 8)) return undefined;
    const bytes = 2 * window.view.getInt32(offset + 4 - window.start);
    if (!covers(window, offset, 8 + bytes) || bytes < 4) return undefined;
    next = offset + 8 + bytes;
    return parse(window.view, offset + 8 - window.start, bytes);
  };
  const fetch = async (offset: number, indexedBytes: number | undefined): Promise<RawShape> => {
    if (!covers(window, offset, 8)) await load(window, handle, offset, 8);
    const bytes = 2 * window.view.getInt32(offset + 4 - window.start);
    if (bytes < 4 || offset + 8 + bytes > end || (indexedBytes !== undefined && bytes !== indexedBytes)) {
      return unusable('geometry.length_invalid', { bytes, indexedBytes: indexedBytes ?? null });
    }
    next = offset + 8 + bytes;
    if (bytes > MAX_RECORD_BYTES) return unusable('geometry.damaged', { bytes, limitBytes: MAX_RECORD_BYTES });
    if (!covers(window, offset, 8 + bytes)) await load(window, handle, offset, 8 + bytes);
    return parse(window.view, offset + 8 - window.start, bytes);
  };
  if (!index) return { shape: () => atHand(next) ?? fetch(next, undefined) };
  return {
    async shape(i) {
      const seeking = seekEntry(index, i);
      if (seeking) await seeking;
      return fetch(entryOffset(index, i), 2 * entryWords(index, i));
    },
  };
}
