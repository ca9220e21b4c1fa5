import { createHash } from 'node:crypto';
import { PDFArray, type PDFDocument, PDFHexString, type PDFObject, type PDFRef } from 'pdf-lib';

function write(object: PDFObject): Buffer {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return Buffer.from(bytes);
}

/** Where the last cross-reference table of the file begins. */
function lastTableOf(bytes: Buffer): number {
  const at = bytes.lastIndexOf('startxref');
  const offset = Number(/^startxref\s+(\d+)/.exec(bytes.toString('latin1', at, at + 40))?.[1]);
  if (!Number.isInteger(offset) || bytes.toString('latin1', offset, offset + 4) !== 'xref')
    throw new Error('the document has no cross-reference table to go on from');
  return offset;
}

/**
 * The file as it is, and behind it an incremental update (ISO 32000-2, 7.5.6) with those objects that are new or changed: what
 * was signed before stays byte for byte. The second half of the file's id names this revision.
 */
export function appendChanges(before: Buffer, pdf: PDFDocument, isChanged: (ref: PDFRef) => boolean): Buffer {
  const { context } = pdf;
  const pieces: Buffer[] = [before];
  let length = before.length;
  const put = (piece: Buffer) => {
    pieces.push(piece);
    length += piece.length;
  };
  const entries: string[] = [];
  for (const [ref, object] of context.enumerateIndirectObjects().filter(([one]) => isChanged(one))) {
    put(Buffer.from('\n'));
    entries.push(`${ref.objectNumber} 1\n${String(length).padStart(10, '0')} 00000 n \n`);
    put(Buffer.from(`${ref.objectNumber} 0 obj\n`));
    put(write(object));
    put(Buffer.from('\nendobj\n'));
  }
  const { Root, Info, ID } = context.trailerInfo;
  const [first] = ID instanceof PDFArray ? ID.asArray() : [];
  const revision = PDFHexString.of(createHash('sha256').update(before).digest('hex').slice(0, 32));
  const trailer = context.obj({
    Size: context.largestObjectNumber + 1,
    Root: Root ?? null,
    ...(Info ? { Info } : {}),
    ID: [first ?? revision, revision],
    Prev: lastTableOf(before),
  });
  const table = length;
  put(Buffer.from(`xref\n${entries.join('')}trailer\n`));
  put(write(trailer));
  put(Buffer.from(`\nstartxref\n${table}\n%%EOF\n`));
  return Buffer.concat(pieces);
}
