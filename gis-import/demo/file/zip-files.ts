/** A zip in memory with fixed times and modes, so that the same files give the same bytes. */
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** DOS time stamps are local time without a zone: local components give the same bytes in every time zone. */
const MTIME = new Date(2004, 5, 1, 8, 0, 0);

/** Zips the files in the order given. Names are written as UTF-8. */
export async function zipFiles(files: readonly { name: string; bytes: Uint8Array }[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, bytes } of files) {
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, {
      mtime: MTIME,
      mode: 0o100644,
      forceDosTimestamp: true,
    });
  }
  zip.end();
  return buffer(zip.outputStream);
}
