import { createHash, randomUUID } from 'node:crypto';

/**
 * An id that follows from the dealing and from what is named: the same plan made twice gives the same, so that a paper, a
 * preview and a later dealing of the same file can name what a dealing will raise. In the form of a UUID of version 8 (RFC 9562).
 */
export function derivedId(dealingId: string, ...of: readonly string[]): string {
  const bytes = createHash('sha256')
    .update([dealingId, ...of].join('\n'))
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Id of the nth parcel that a dealing raises; any while nobody has opened it. */
export const raisedId = ({ dealingId }: { readonly dealingId: string | null }, at: number): string =>
  dealingId === null ? randomUUID() : derivedId(dealingId, 'parcel', String(at));
