/** PAdES B-B (ETSI EN 319 142-1): a CMS over the whole file but its own place, as ETSI.CAdES.detached. */
import { PDFArray, type PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib';
import { signCms } from './sign-cms.ts';
import type { PaperSigner } from './signer.ts';

/** Bytes kept for the CMS: one signature with a chain of some certificates takes a third of it. */
const CMS_BYTES = 12_288;
const UNKNOWN = '**********';

/** Puts an approval signature without a picture on the first page. */
function addSignatureField(pdf: PDFDocument, signer: PaperSigner, moment: Date): void {
  const { context } = pdf;
  const range = PDFArray.withContext(context);
  for (const part of [PDFNumber.of(0), PDFName.of(UNKNOWN), PDFName.of(UNKNOWN), PDFName.of(UNKNOWN)]) range.push(part);
  const signature = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'ETSI.CAdES.detached',
      ByteRange: range,
      Contents: PDFHexString.of('0'.repeat(CMS_BYTES * 2)),
      Name: PDFHexString.fromText(signer.name),
      M: PDFString.fromDate(moment),
    }),
  );
  const page = pdf.getPage(0);
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      Rect: [0, 0, 0, 0],
      V: signature,
      T: PDFString.of('signature1'),
      // Printed (bit 3) and locked (bit 8).
      F: 132,
      P: page.ref,
    }),
  );
  page.node.set(PDFName.of('Annots'), context.obj([widget]));
  pdf.catalog.set(PDFName.of('AcroForm'), context.obj({ SigFlags: 3, Fields: [widget] }));
}

/** The signed bytes. Nothing may be written after them. */
export async function signPdf(pdf: PDFDocument, signer: PaperSigner, moment: Date): Promise<Buffer> {
  addSignatureField(pdf, signer, moment);
  const bytes = Buffer.from(await pdf.save({ useObjectStreams: false, updateFieldAppearances: false }));
  const place = bytes.indexOf(`<${'0'.repeat(CMS_BYTES * 2)}>`);
  const end = place + CMS_BYTES * 2 + 2;
  const asked = `[ 0 /${UNKNOWN} /${UNKNOWN} /${UNKNOWN} ]`;
  const rangeAt = bytes.indexOf(asked);
  if (place < 0 || rangeAt < 0) throw new Error('the document has no place for a signature');
  const range = `[ 0 ${place} ${end} ${bytes.length - end} ]`.padEnd(asked.length);
  bytes.write(range, rangeAt, 'latin1');
  const cms = await signCms(signer, [bytes.subarray(0, place), bytes.subarray(end)]);
  if (cms.length > CMS_BYTES) throw new Error(`a signature of ${cms.length} bytes has no room`);
  bytes.write(cms.toString('hex'), place + 1, 'latin1');
  return bytes;
}
