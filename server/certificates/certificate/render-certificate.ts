import type { PDFDocument } from 'pdf-lib';
import { markArchivable } from '../mark-archivable.ts';
import { addLayout, openPaper } from '../render-paper.ts';
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

/** Sides and annex as one document. The same layout and moment give the same document. */
export async function renderCertificate({ moment, offset, first, layOut }: Printing): Promise<PDFDocument> {
  const paper = await openPaper();
  const { title, sides, annex } = layOut(measureWith(paper));
  markArchivable(paper.pdf, title, moment);
  addSides(paper, sides, offset, first);
  if (annex) addLayout(paper, annex, false);
  return paper.pdf;
}
