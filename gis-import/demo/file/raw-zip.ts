/** Writes zips that no honest program writes. For tests only. Source: PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  /** Bytes of the name; a string is written as UTF-8 without the flag that would say so. */
  readonly name: string | Uint8Array;
  readonly bytes?: Uint8Array;
  /** Unix mode in the external attributes. */
  readonly mode?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly declaredSize?: number;
  readonly declaredCrc?: number;
  /** Central entry points at the local header of the entry with this index. */
  readonly sharesHeaderOf?: number;
}

/** The zip's bytes; `entryCount` lies in the end record. */
export function rawZip(entries: readonly RawEntry[], entryCount = entries.length): Buffer {
  const chunks: Buffer[] = [];
  const offsets: number[] = [];
  const heads = entries.map((entry, i) => {
    const bytes = entry.bytes ?? new Uint8Array(0);
    const method = entry.method ?? 8;
    const packed = method === 8 ? deflateRawSync(bytes) : Buffer.from(bytes);
    const name = Buffer.from(entry.name as Uint8Array);
    const fields = Buffer.alloc(22); // the run of fields that both headers share
    fields.writeUInt16LE(entry.flags ?? 0, 0);
    fields.writeUInt16LE(method, 2);
    fields.writeUInt32LE(entry.declaredCrc ?? crc32(bytes), 8);
    fields.writeUInt32LE(packed.length, 12);
    fields.writeUInt32LE(entry.declaredSize ?? bytes.length, 16);
    fields.writeUInt16LE(name.length, 20);
    offsets[i] = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    if (entry.sharesHeaderOf !== undefined) offsets[i] = offsets[entry.sharesHeaderOf]!;
    else chunks.push(Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), fields, Buffer.alloc(2), name, packed);
    return { entry, fields, name, offset: offsets[i] };
  });
  const directoryAt = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  for (const { entry, fields, name, offset } of heads) {
    const tail = Buffer.alloc(16); // lengths of extra and comment, disk, internal and external attributes, offset
    tail.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 8);
    tail.writeUInt32LE(offset, 12);
    chunks.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 3, 20, 0]), fields, tail, name);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entryCount, 8);
  end.writeUInt16LE(entryCount, 10);
  end.writeUInt32LE(chunks.reduce((sum, chunk) => sum + chunk.length, 0) - directoryAt, 12);
  end.writeUInt32LE(directoryAt, 16);
  return Buffer.concat([...chunks, end]);
}
