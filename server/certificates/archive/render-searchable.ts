/**
 * A paper of the archive as a PDF that can be searched: the pictures of its pages as they lie in the store, byte for byte, and over each
 * its words as they were read, drawn invisibly where they stand. Pure.
 */
import {
  beginText,
  degrees,
  endText,
  PDFDocument,
  setCharacterSqueeze,
  setFontAndSize,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  TextRenderingMode,
} from 'pdf-lib';
import type { PageTurn } from '../../domain/document/document.ts';
import { turnSize } from '../../domain/document/page-turn.ts';
import { embedPaperFonts } from '../paper-font.ts';

export interface WordOnPage {
  readonly text: string;
  /** [x, y, width, height] in points of the full picture as it is turned, from its top left. */
  readonly box: readonly [number, number, number, number];
}

export interface PictureOfPage {
  readonly jpeg: Buffer;
  /** Of the full picture as it is kept, in its points. */
  readonly width: number;
  readonly height: number;
  /** Clockwise, to be read. */
  readonly turn: PageTurn;
  readonly dpi: number;
  readonly words: readonly WordOnPage[];
}

/** Points of a PDF an inch. */
const POINTS = 72;
/** Longest side of a page that readers open, points. */
const LONGEST = 14_000;

/** Where the lower left corner of a picture lies so that it fills the turned page; the PDF turns counter-clockwise about it. */
function placeOf(turn: PageTurn, page: { readonly width: number; readonly height: number }) {
  if (turn === 90) return { x: 0, y: page.height };
  if (turn === 180) return { x: page.width, y: page.height };
  return turn === 270 ? { x: page.width, y: 0 } : { x: 0, y: 0 };
}

export async function renderSearchable(title: string, pages: readonly PictureOfPage[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(title);
  const { regular } = await embedPaperFonts(pdf);
  for (const { jpeg, width, height, turn, dpi, words } of pages) {
    const point = Math.min(POINTS / dpi, LONGEST / Math.max(width, height));
    const size = turnSize({ width: width * point, height: height * point }, turn);
    const page = pdf.addPage([size.width, size.height]);
    // A JPEG is taken over as it is: nothing is drawn anew. Copied, since pdf-lib reads from where its memory begins.
    const picture = await pdf.embedJpg(Uint8Array.from(jpeg));
    page.drawImage(picture, {
      ...placeOf(turn, size),
      width: width * point,
      height: height * point,
      rotate: degrees(-turn),
    });
    const key = page.node.newFontDictionary('Words', regular.ref);
    page.pushOperators(beginText(), setTextRenderingMode(TextRenderingMode.Invisible));
    for (const { text, box } of words) {
      const [x, y, across, tall] = box;
      const letters = Math.max(1, tall * point);
      const natural = regular.width(text, letters);
      if (natural <= 0) continue;
      page.pushOperators(
        setFontAndSize(key, letters),
        setCharacterSqueeze((100 * across * point) / natural),
        setTextMatrix(1, 0, 0, 1, x * point, size.height - (y + tall) * point),
        showText(regular.encode(text)),
      );
    }
    page.pushOperators(endText());
  }
  return pdf.save();
}
