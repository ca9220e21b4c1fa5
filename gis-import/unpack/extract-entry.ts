/** Writes one member of a zip under a name of ours, counting every byte. */
import { createWriteStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { FileRefused } from '../../server/domain/finding/finding.ts';
import { MAGIC_BYTES } from './member-kind.ts';
import { asRefusal } from './zip-refusal.ts';

/** The first bytes of a member, at most `MAGIC_BYTES`. */
export async function readHead(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  try {
    const stream = await zip.openReadStreamPromise(entry);
    const chunks: Buffer[] = [];
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      if (chunks.reduce((sum, { length }) => sum + length, 0) >= MAGIC_BYTES) break;
    }
    return Buffer.concat(chunks).subarray(0, MAGIC_BYTES);
  } catch (error) {
    throw asRefusal(error);
  }
}

/** Inflates `entry` into the new file `path`. Size and CRC must be those that the directory declared. */
export async function extractEntry(zip: ZipFile, entry: Entry, path: string, signal: AbortSignal): Promise<void> {
  let [bytes, crc] = [0, 0];
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > entry.uncompressedSize) {
        return done(
          new FileRefused('file.zip_bomb', { problem: 'larger than declared', declared: entry.uncompressedSize }),
        );
      }
      crc = crc32(chunk, crc);
      return done(null, chunk);
    },
  });
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    await pipeline(stream, count, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal });
  } catch (error) {
    if (signal.aborted) throw new FileRefused('file.parser_timeout', { stage: 'unpack' }, { cause: error });
    throw asRefusal(error);
  }
  if (bytes !== entry.uncompressedSize || crc !== entry.crc32) {
    throw new FileRefused('file.zip_damaged', { problem: 'size or checksum', bytes, declared: entry.uncompressedSize });
  }
}
