import type { PDFDocument } from 'pdf-lib';
import { STAMP_1 } from '../../../templates/certificates/stamp/1/template.ts';
import { mm } from '../flow.ts';
import { markArchivable } from '../mark-archivable.ts';
import { addLayout, type OpenPaper, openPaper } from '../render-paper.ts';
import type { RenderedPaper, StampRow } from '../rendered-paper.ts';
import type { Measure } from '../sheet/placed.ts';
import type { PrinterOffset } from '../sheet/printer-offset.ts';
import { addSides, measureWith } from '../sheet/render-sides.ts';
import type { CertificateLayout } from './lay-out-certificate.ts';

interface Printing {
  readonly moment: Date;
  readonly offset?: PrinterOffset;
  readonly first?: 'front' | 'back';
  /** Lays out with the widths of the typeface it is printed in. */
  layOut(measure: Measure): CertificateLayout;
}

/** Where the signatures of a sample are seen: on side 1, left of the place for pen and seal. */
const STAMPS: StampRow = { page: 0, x: mm(20), y: mm(297 - 270), width: mm(84), height: mm(STAMP_1.heightMm) };

/** The same as a paper that is signed. */
export async function renderCertificatePaper(printing: Printing): Promise<RenderedPaper> {
  const paper = await openPaper();
  draw(paper, printing);
  return { pdf: paper.pdf, fonts: paper, stamps: STAMPS };
}

/** Sides and annex as one document. The same layout and moment give the same document. */
export async function renderCertificate(printing: Printing): Promise<PDFDocument> {
  const paper = await openPaper();
  draw(paper, printing);
  return paper.pdf;
}

function draw(paper: OpenPaper, { moment, offset, first, layOut }: Printing): void {
  const { title, sides, annex } = layOut(measureWith(paper));
  markArchivable(paper.pdf, title, moment);
  addSides(paper, sides, offset, first);
  if (annex) addLayout(paper, annex);
  paper.tags.write();
}
