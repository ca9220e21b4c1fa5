/** A file that lies on this machine, whole, and is to be taken in: its bytes, their digest, and what its name says it is. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

const CHUNK = 1 << 20;

export async function* bytesOf(path: string): AsyncIterable<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) yield chunk as Buffer;
}

/** SHA-256, hex. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytesOf(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** By its ending; what it is inside is found by who reads it. */
export function mediaTypeOf(name: string): string {
  if (/\.zip$/i.test(name)) return 'application/zip';
  const scan = /\.(?<kind>pdf|jpe?g|png|tiff?)$/i.exec(name)?.groups?.kind?.toLowerCase();
  if (scan === 'pdf') return 'application/pdf';
  if (scan) return `image/${scan.replace(/^jpg$/, 'jpeg').replace(/^tif$/, 'tiff')}`;
  return /\.(?:geo)?json$/i.test(name) ? 'application/geo+json' : 'application/octet-stream';
}

/** The same file came twice at the same moment, by two roads: the second time, what it became is there. */
export async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { constraint } = error as { constraint?: string };
    if (constraint !== 'batch_identity_key' && constraint !== 'scan_source_key') throw error;
    return work();
  }
}
