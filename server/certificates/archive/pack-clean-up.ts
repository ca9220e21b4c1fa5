/** Sheet PL3-01 with the scans it names, in one zip that is packed while it is sent. */
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Actor } from '../../domain/actor.ts';
import { csvRecord } from '../../domain/csv-record.ts';
import { type CleanUpCertificate, type CleanUpPlace, type CleanUpSheet, filesOf } from './export-clean-up.ts';
import { bindSearchablePdf } from './make-searchable-pdf.ts';

const HEADS = ['serial', 'rows', 'rowsWrong', 'rowsMissing', 'certificateFile', 'papersFile'];
/** So that spreadsheets take the file for UTF-8. */
const BOM = '\ufeff';

const indexOf = (certificates: readonly CleanUpCertificate[]): string =>
  BOM +
  [
    csvRecord(HEADS),
    ...certificates.map((one) => {
      const { certificate, papers } = filesOf(one);
      return csvRecord([one.serial, String(one.rows), String(one.wrong), String(one.missing), certificate, papers]);
    }),
  ].join('');

/**
 * The bytes of the zip. A paper at a time is in memory, so thousands of certificates can leave; what fails on the way breaks the stream off, and a zip
 * without its end opens nowhere.
 */
export function packCleanUp(
  place: CleanUpPlace,
  actor: Actor,
  { file, name, certificates }: CleanUpSheet,
  signal: AbortSignal,
): Readable {
  const zip = new ZipFile();
  const out = Readable.from(zip.outputStream as AsyncIterable<Buffer>, { objectMode: false });
  zip.once('error', (error: Error) => out.destroy(error));
  out.once('close', () => void file.close().catch(() => {}));
  const plain = { mode: 0o100600 };
  zip.addBuffer(Buffer.from(indexOf(certificates)), 'index.csv', plain);
  zip.addReadStream(file.createReadStream({ autoClose: false }), `${name}.xlsx`, { ...plain, compress: false });
  const add = (fileName: string | null, documentIds: readonly string[]): void => {
    if (fileName === null) return;
    // PDFs are compressed within.
    zip.addReadStreamLazy(fileName, { ...plain, compress: false }, (give) => {
      const made = signal.aborted
        ? Promise.reject(signal.reason as Error)
        : bindSearchablePdf(place, actor, fileName, documentIds);
      made.then(
        (bytes) =>
          bytes ? give(null, Readable.from([bytes])) : give(new Error('a paper lost its pages'), Readable.from([])),
        (error: Error) => give(error, Readable.from([])),
      );
    });
  };
  for (const one of certificates) {
    const { certificate, papers } = filesOf(one);
    add(certificate, one.certificateIds);
    add(papers, one.paperIds);
  }
  zip.end();
  return out;
}
