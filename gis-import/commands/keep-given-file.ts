import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type KeptFile, keepSourceFile } from '../../server/registry/batch/keep-source-file.ts';
import type { GivenDigest } from '../unpack/digest-given.ts';
import { PART_KINDS } from '../unpack/member-kind.ts';

/** Media type of a loose shapefile as it is kept. */
export const SHAPEFILE_SET = 'application/x-shapefile-set';
/** What stands for the length of a part that was not given. */
const ABSENT = 0xff;
const LENGTH_BYTES = 8;

/**
 * Keeps a given file in the store under its digest. A loose shapefile is kept as the byte stream its digest is made of:
 * shp, shx, dbf, prj, cpg in this order, each as its length and its bytes.
 */
export async function keepGivenFile(
  store: { storageDir: string; personalDataKey: Buffer },
  path: string,
  given: GivenDigest,
): Promise<KeptFile & { mediaType: string }> {
  const chunks = given.parts ? framedParts(given.parts) : plain(path);
  const kept = await keepSourceFile(store.storageDir, store.personalDataKey, given.sha256, chunks);
  return { ...kept, mediaType: given.parts ? SHAPEFILE_SET : mediaTypeOf(path) };
}

const CHUNK = 1 << 20;

async function* plain(path: string): AsyncIterable<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) yield chunk as Buffer;
}

async function* framedParts(parts: NonNullable<GivenDigest['parts']>): AsyncIterable<Buffer> {
  for (const kind of PART_KINDS) {
    const path = parts[kind];
    const length = Buffer.alloc(LENGTH_BYTES, ABSENT);
    if (path !== undefined) length.writeBigUInt64BE(BigInt((await stat(path)).size));
    yield length;
    if (path !== undefined) yield* plain(path);
  }
}

/** A kept shapefile as loose parts again, in a folder; the path to name it by. */
export async function unframeParts(kept: string, folder: string): Promise<string> {
  const handle = await open(kept, 'r');
  let first: string | undefined;
  try {
    let at = 0;
    for (const kind of PART_KINDS) {
      const length = Buffer.alloc(LENGTH_BYTES);
      await handle.read(length, 0, LENGTH_BYTES, at);
      at += LENGTH_BYTES;
      if (length.every((byte) => byte === ABSENT)) continue;
      const bytes = Number(length.readBigUInt64BE());
      const path = join(folder, `source.${kind}`);
      // An empty range cannot be asked of a stream.
      const part = bytes === 0 ? [] : createReadStream(kept, { start: at, end: at + bytes - 1, highWaterMark: CHUNK });
      await pipeline(part, createWriteStream(path, { mode: 0o600 }));
      first ??= path;
      at += bytes;
    }
  } finally {
    await handle.close();
  }
  if (first === undefined) throw new RangeError('a shapefile without parts');
  return first;
}

function mediaTypeOf(path: string): string {
  if (/\.zip$/i.test(path)) return 'application/zip';
  return /\.(?:geo)?json$/i.test(path) ? 'application/geo+json' : 'application/octet-stream';
}
