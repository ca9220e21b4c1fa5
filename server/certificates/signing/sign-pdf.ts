/**
 * PAdES B-B and B-T (ETSI EN 319 142-1): a CMS over the whole file but its own place, as ETSI.CAdES.detached. The first
 * signature is written with the document; each further one is an increment behind it, which it covers with all before.
 */
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib';
import { STAMP_1 } from '../../../templates/certificates/stamp/1/template.ts';
import { claimNoAccessibility } from '../mark-archivable.ts';
import { embedPaperFonts, type PaperFonts } from '../paper-font.ts';
import type { RenderedPaper, StampRow } from '../rendered-paper.ts';
import { tagSignature } from '../tag-tree.ts';
import { appendChanges } from './append-changes.ts';
import { drawStamp, type StampFacts } from './draw-stamp.ts';
import { type StampTime, signCms } from './sign-cms.ts';
import type { PaperSigner } from './signer.ts';

/** Bytes kept for the CMS: a chain of some certificates takes a third of it; a time stamp brings its own chain. */
const CMS_BYTES = 12_288;
const STAMPED_CMS_BYTES = 24_576;
const UNKNOWN = '**********';

const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

export interface Sealing {
  /** In the order in which they sign. */
  readonly signers: readonly PaperSigner[];
  readonly office: string;
  readonly moment: Date;
  readonly stampTime: StampTime;
}

const roomFor = ({ stampTime }: Sealing): number => (stampTime ? STAMPED_CMS_BYTES : CMS_BYTES);

/** The place of one stamp in the row: from the left, the last one at the right end, as papers are signed. */
function placeIn(row: StampRow, { index, count }: Pick<StampFacts, 'index' | 'count'>) {
  const width = Math.min(mm(STAMP_1.widthMm), (row.width - mm(STAMP_1.gapMm) * (count - 1)) / count);
  const step = count === 1 ? 0 : (row.width - width) / (count - 1);
  return { x: count === 1 ? row.x + row.width - width : row.x + step * index, y: row.y, width, height: row.height };
}

/** Puts an approval signature on its page, the first one into the tree of parts as well. */
function addSignatureField(
  pdf: PDFDocument,
  fonts: PaperFonts,
  row: StampRow | null,
  sealing: Sealing,
  index: number,
): void {
  const { context } = pdf;
  const { signers, office, moment } = sealing;
  const signer = signers[index]!;
  const range = PDFArray.withContext(context);
  for (const part of [PDFNumber.of(0), PDFName.of(UNKNOWN), PDFName.of(UNKNOWN), PDFName.of(UNKNOWN)]) range.push(part);
  const signature = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'ETSI.CAdES.detached',
      ByteRange: range,
      Contents: PDFHexString.of('0'.repeat(roomFor(sealing) * 2)),
      Name: PDFHexString.fromText(signer.name),
      M: PDFString.fromDate(moment),
    }),
  );
  const facts = { signer, index, count: signers.length, office, moment };
  const place = row && placeIn(row, facts);
  const page = pdf.getPage(row?.page ?? 0);
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      Rect: place ? [place.x, place.y, place.x + place.width, place.y + place.height] : [0, 0, 0, 0],
      V: signature,
      T: PDFString.of(`signature${index + 1}`),
      // Read by who cannot see the stamp.
      TU: PDFHexString.fromText(`${signer.name}, ${office}`),
      ...(place ? { AP: { N: drawStamp(pdf, fonts, place, facts) } } : {}),
      // Printed (bit 3) and locked (bit 8).
      F: 132,
      P: page.ref,
    }),
  );
  const add = (holder: PDFDict, name: string) => {
    const list = holder.lookupMaybe(PDFName.of(name), PDFArray) ?? PDFArray.withContext(context);
    list.push(widget);
    holder.set(PDFName.of(name), list);
  };
  add(page.node, 'Annots');
  const known = pdf.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict);
  const form = known ?? context.obj({ SigFlags: 3 });
  add(form, 'Fields');
  if (!known) pdf.catalog.set(PDFName.of('AcroForm'), context.register(form));
  // Further ones stay out of the tree: a change of it behind a signature is taken for a change of what was signed.
  if (index === 0) tagSignature(pdf, widget, page);
}

/** Fills the place that the last field made: first the range, then the CMS over all but itself. */
async function fill(bytes: Buffer, sealing: Sealing, index: number): Promise<Buffer> {
  const room = roomFor(sealing);
  const place = bytes.lastIndexOf(`<${'0'.repeat(room * 2)}>`);
  const end = place + room * 2 + 2;
  const asked = `[ 0 /${UNKNOWN} /${UNKNOWN} /${UNKNOWN} ]`;
  const rangeAt = bytes.lastIndexOf(asked);
  if (place < 0 || rangeAt < 0) throw new Error('the document has no place for a signature');
  const range = `[ 0 ${place} ${end} ${bytes.length - end} ]`.padEnd(asked.length);
  bytes.write(range, rangeAt, 'latin1');
  const parts = [bytes.subarray(0, place), bytes.subarray(end)];
  const cms = await signCms(sealing.signers[index]!, parts, sealing.stampTime);
  if (cms.length > room) throw new Error(`a signature of ${cms.length} bytes has no room`);
  bytes.write(cms.toString('hex'), place + 1, 'latin1');
  return bytes;
}

async function addFurther(before: Buffer, row: StampRow | null, sealing: Sealing, index: number): Promise<Buffer> {
  const pdf = await PDFDocument.load(before, { updateMetadata: false });
  const known = pdf.context.largestObjectNumber;
  const fonts = await embedPaperFonts(pdf);
  addSignatureField(pdf, fonts, row, sealing, index);
  await pdf.flush();
  const form = pdf.catalog.get(PDFName.of('AcroForm'));
  const page = pdf.getPage(row?.page ?? 0).ref;
  return fill(
    appendChanges(before, pdf, (ref) => ref.objectNumber > known || ref === form || ref === page),
    sealing,
    index,
  );
}

/** The signed bytes, by every signer in order. Nothing may be written after them. */
export async function signPdf({ pdf, fonts, stamps }: RenderedPaper, sealing: Sealing): Promise<Buffer> {
  if (sealing.signers.length > 1) claimNoAccessibility(pdf);
  addSignatureField(pdf, fonts, stamps, sealing, 0);
  const saved = Buffer.from(await pdf.save({ useObjectStreams: false, updateFieldAppearances: false }));
  let bytes = await fill(saved, sealing, 0);
  for (const index of sealing.signers.keys()) if (index > 0) bytes = await addFurther(bytes, stamps, sealing, index);
  return bytes;
}
