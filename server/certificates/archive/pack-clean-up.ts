/** Sheet PL3-01 with the scans it names, in one zip that is packed while it is sent. */
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Actor } from '../../domain/actor.ts';
import { csvRecord } from '../../domain/csv-record.ts';
import { StoredFileDamaged } from '../../registry/batch/restore-source-file.ts';
import { type CleanUpCertificate, type CleanUpPlace, type CleanUpSheet, filesOf } from './export-clean-up.ts';
import { bindSearchablePdf } from './make-searchable-pdf.ts';

const HEADS = [
  'serial',
  'rows',
  'rowsWrong',
  'rowsMissing',
  'certificateFile',
  'certificateAbsent',
  'papersFile',
  'papersAbsent',
];
/** So that spreadsheets take the file for UTF-8. */
const BOM = '\ufeff';

/** Why a certificate has no file of a kind: never scanned (or not confirmed), no other papers in its scan, several certificates in it, or pages that cannot be read any more. */
type Absent = 'not_scanned' | 'none' | 'several_certificates' | 'unreadable';
/** A file that is there, or why it is not. */
type Packed = { readonly file: string } | { readonly absent: Absent };

const cellsOf = (packed: Packed): [string, string] => ('file' in packed ? [packed.file, ''] : ['', packed.absent]);

const recordOf = (one: CleanUpCertificate, certificate: Packed, papers: Packed): string =>
  csvRecord([
    one.serial,
    String(one.rows),
    String(one.wrong),
    String(one.missing),
    ...cellsOf(certificate),
    ...cellsOf(papers),
  ]);

function papersAbsent({ certificateIds, isShared }: CleanUpCertificate): Absent {
  if (certificateIds.length === 0) return 'not_scanned';
  return isShared ? 'several_certificates' : 'none';
}

const PLAIN = { mode: 0o100600 };
/** PDFs are compressed within. */
const AS_IT_IS = { ...PLAIN, compress: false };

/** Puts bytes into the zip; resolves when they have been taken, so that no more than one paper waits. */
const put = (zip: ZipFile, name: string, bytes: Uint8Array, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    zip.addReadStreamLazy(name, AS_IT_IS, (give) => {
      const stream = Readable.from([bytes]);
      stream.once('close', resolve);
      give(null, stream);
    });
  });

/**
 * The bytes of the zip: the sheet, the papers, and last index.csv, which says of each certificate what is there and why not. A paper at a time
 * is in memory, so thousands of certificates can leave. One that cannot be made is left out and said; what breaks off otherwise breaks
 * the stream off, and a zip without its end opens nowhere.
 */
export function packCleanUp(
  place: CleanUpPlace,
  actor: Actor,
  { file, name, certificates }: CleanUpSheet,
  signal: AbortSignal,
  onUnreadable: (error: unknown) => void,
): Readable {
  const zip = new ZipFile();
  const out = Readable.from(zip.outputStream as AsyncIterable<Buffer>, { objectMode: false });
  zip.once('error', (error: Error) => out.destroy(error));
  out.once('close', () => void file.close().catch(() => {}));
  zip.addReadStream(file.createReadStream({ autoClose: false }), `${name}.xlsx`, AS_IT_IS);

  const pack = async (fileName: string, documentIds: readonly string[]): Promise<Packed> => {
    signal.throwIfAborted();
    const bytes = await bindSearchablePdf(place, actor, fileName, documentIds).catch((error: unknown) => {
      // A database that does not answer says nothing of the paper.
      if (!(error instanceof StoredFileDamaged)) throw error;
      onUnreadable(error);
      return null;
    });
    if (bytes === null) return { absent: 'unreadable' };
    await put(zip, fileName, bytes, signal);
    return { file: fileName };
  };
  const packAll = async (): Promise<void> => {
    const records = [BOM, csvRecord(HEADS)];
    for (const one of certificates) {
      const files = filesOf(one);
      const certificate: Packed =
        files.certificate === null ? { absent: 'not_scanned' } : await pack(files.certificate, one.certificateIds);
      const papers: Packed =
        files.papers === null ? { absent: papersAbsent(one) } : await pack(files.papers, one.paperIds);
      records.push(recordOf(one, certificate, papers));
    }
    zip.addBuffer(Buffer.from(records.join('')), 'index.csv', PLAIN);
    zip.end();
  };
  packAll().catch((error: Error) => out.destroy(error));
  return out;
}
