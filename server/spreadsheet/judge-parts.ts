/**
 * Looks at every part of a workbook before one is read: how many, how large, whole by size and checksum, and closed by the element
 * that opens it. Readers of XML that go on where a part is cut off would lose rows without a word.
 */
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { WorkbookRefused } from '../domain/spreadsheet/workbook-trouble.ts';
import type { WorkbookLimits } from './workbook-limits.ts';

/** A full disk or a missing right is no fault of the file: such errors name the system call that failed. */
const ofThisMachine = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

function asRefusal(error: unknown): unknown {
  if (error instanceof WorkbookRefused || ofThisMachine(error)) return error;
  return new WorkbookRefused('workbook.damaged', null, { cause: error });
}

/** Bytes kept of a part's beginning and of its end: the root element with its name spaces, and its closing. */
const KEPT = 4_096;
const IS_XML = /\.(xml|rels)$/i;

/** A document type could bring entities; no program writes one into a workbook. */
function requireWholeXml(head: string, tail: string): void {
  const root = /<([A-Za-z_][\w.:-]*)/.exec(head)?.[1];
  const isClosed = root !== undefined && (tail.trimEnd().endsWith(`</${root}>`) || /\/>\s*$/.test(tail));
  if (!isClosed || /<!DOCTYPE/i.test(head)) throw new WorkbookRefused('workbook.damaged');
}

/** Unpacked size of one part. Inflates it once and keeps nothing. */
async function judgePart(zip: ZipFile, entry: Entry, most: number): Promise<number> {
  if (entry.isEncrypted()) throw new WorkbookRefused('workbook.not_xlsx');
  if (entry.uncompressedSize > most) throw new WorkbookRefused('workbook.too_large', 'unpackedBytes');
  let [bytes, crc] = [0, 0];
  let head: Buffer = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > most) throw new WorkbookRefused('workbook.too_large', 'unpackedBytes');
    crc = crc32(chunk, crc);
    if (head.length < KEPT) head = Buffer.concat([head, chunk.subarray(0, KEPT - head.length)]);
    tail = chunk.length < KEPT ? Buffer.concat([tail, chunk]).subarray(-KEPT) : chunk.subarray(-KEPT);
  }
  if (bytes !== entry.uncompressedSize || crc !== entry.crc32) throw new WorkbookRefused('workbook.damaged');
  if (IS_XML.test(entry.fileName)) requireWholeXml(head.toString('utf8'), tail.toString('utf8'));
  return bytes;
}

/** Throws WorkbookRefused. */
export async function judgeParts(path: string, limits: WorkbookLimits): Promise<void> {
  const zip = await openPromise(path, { autoClose: false, validateEntrySizes: true }).catch((error: unknown) => {
    throw ofThisMachine(error) ? error : new WorkbookRefused('workbook.not_xlsx', null, { cause: error });
  });
  zip.on('error', () => undefined); // reported by the call that failed; without a listener it would end the process
  try {
    if (zip.entryCount > limits.parts) throw new WorkbookRefused('workbook.too_large', 'parts');
    const names = new Set<string>();
    let left = limits.unpackedBytes;
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (names.has(name)) throw new WorkbookRefused('workbook.damaged');
      names.add(name);
      left -= await judgePart(zip, entry, left);
    }
    if (!names.has('[content_types].xml')) throw new WorkbookRefused('workbook.not_xlsx');
  } catch (error) {
    throw asRefusal(error);
  } finally {
    zip.close();
  }
}
