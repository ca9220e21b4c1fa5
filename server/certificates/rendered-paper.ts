import type { PDFDocument } from 'pdf-lib';
import type { PaperFonts } from './paper-font.ts';

/** Where signatures are seen: a row on one page, in points from its lower left corner. */
export interface StampRow {
  /** From 0. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A paper on pages, not signed yet. */
export interface RenderedPaper {
  readonly pdf: PDFDocument;
  readonly fonts: PaperFonts;
  /** Null: signatures are not seen. */
  readonly stamps: StampRow | null;
}
