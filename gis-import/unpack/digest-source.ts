/** Digests by which the same file is recognised again. */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { PART_KINDS } from './member-kind.ts';
import type { ShapefilePaths } from './opened-source.ts';

/** SHA-256 of a file's bytes, hex. */
export async function digestFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await feed(hash, path);
  return hash.digest('hex');
}

/** SHA-256 of a loose set, as `OpenedSource.sha256` describes it. */
export async function digestParts(parts: ShapefilePaths): Promise<string> {
  const hash = createHash('sha256');
  for (const kind of PART_KINDS) {
    const path = parts[kind];
    const length = Buffer.alloc(8, 0xff);
    if (path !== undefined) length.writeBigUInt64BE(BigInt((await stat(path)).size));
    hash.update(length);
    if (path !== undefined) await feed(hash, path);
  }
  return hash.digest('hex');
}

async function feed(hash: Hash, path: string): Promise<void> {
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
}
