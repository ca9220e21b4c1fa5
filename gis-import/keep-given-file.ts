import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type KeptFile, keepSourceFile } from '../server/registry/keep-source-file.ts';
import type { GivenDigest } from './unpack/digest-given.ts';
import { PART_KINDS } from './unpack/member-kind.ts';

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
  return { ...kept, mediaType: given.parts ? 'application/x-shapefile-set' : mediaTypeOf(path) };
}

const CHUNK = 1 << 20;

async function* plain(path: string): AsyncIterable<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) yield chunk as Buffer;
}

async function* framedParts(parts: NonNullable<GivenDigest['parts']>): AsyncIterable<Buffer> {
  for (const kind of PART_KINDS) {
    const path = parts[kind];
    const length = Buffer.alloc(8, 0xff);
    if (path !== undefined) length.writeBigUInt64BE(BigInt((await stat(path)).size));
    yield length;
    if (path !== undefined) yield* plain(path);
  }
}

function mediaTypeOf(path: string): string {
  if (/\.zip$/i.test(path)) return 'application/zip';
  return /\.(?:geo)?json$/i.test(path) ? 'application/geo+json' : 'application/octet-stream';
}
