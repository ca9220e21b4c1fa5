import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { csvRecord } from '../../domain/csv-record.ts';
import { readStoredBytes } from '../../registry/store/read-stored-bytes.ts';
import type { PaperPress } from '../issue-paper.ts';
import type { RunItem } from './make-papers.ts';

const HEADS = ['sheet', 'no', 'parcelCode', 'serial', 'code', 'issuedAt', 'status', 'sha256', 'file', 'leftOut'];
/** So that spreadsheets take the file for UTF-8. */
const BOM = '\ufeff';

const fileOf = (serial: string): string => `${serial}.pdf`;

const indexOf = (items: readonly RunItem[]): string =>
  BOM +
  [
    csvRecord(HEADS),
    ...items.map(({ parcel: { sheet, no, parcelCode }, paper, leftOut }) =>
      csvRecord(
        paper
          ? [
              sheet,
              no,
              parcelCode,
              paper.serial,
              paper.code,
              paper.issuedAt,
              paper.status,
              paper.sha256,
              fileOf(paper.serial),
              null,
            ]
          : [sheet, no, parcelCode, null, null, null, null, null, null, leftOut],
      ),
    ),
  ].join('');

/** The papers as they were signed and a table of them, in one zip: there whole, or not at all. One paper at a time is in memory. */
export async function packPapers(press: PaperPress, items: readonly RunItem[], path: string): Promise<void> {
  const part = `${path}.part`;
  const zip = new ZipFile();
  const failed = new Promise<never>((_, reject) => zip.once('error', reject));
  zip.addBuffer(Buffer.from(indexOf(items)), 'index.csv', { mode: 0o100644 });
  for (const { paper } of items) {
    if (!paper) continue;
    const { sha256, serial, issuedAt } = paper;
    // PDFs are compressed within.
    const options = { compress: false, mtime: new Date(issuedAt), mode: 0o100644 };
    zip.addReadStreamLazy(fileOf(serial), options, (give) => {
      readStoredBytes(press.storageDir, press.personalDataKey, sha256).then(
        (bytes) => give(null, Readable.from([bytes])),
        (error: Error) => give(error, Readable.from([])),
      );
    });
  }
  zip.end();
  try {
    await Promise.race([pipeline(zip.outputStream, createWriteStream(part, { mode: 0o600 })), failed]);
    const written = await open(part);
    await written.sync();
    await written.close();
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
