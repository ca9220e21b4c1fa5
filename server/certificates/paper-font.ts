/**
 * Text as glyphs, sign by sign, each worked out once. Laying out every cell of a table anew by the font's own rules takes ten
 * times as long as all the rest; what is lost is kerning. Vietnamese letters are one sign each when composed (NFC).
 */
import {
  beginText,
  endText,
  type PDFDocument,
  type PDFFont,
  PDFHexString,
  type PDFName,
  type PDFPage,
  setFillingRgbColor,
  setFontAndSize,
  setTextMatrix,
  showText,
} from 'pdf-lib';

export interface PaperFont {
  /** Width in points. */
  width(text: string, size: number): number;
  draw(page: PDFPage, text: string, place: TextPlace): void;
}

export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** 0 is black, 1 is white. */
  readonly grey?: number;
}

interface Sign {
  readonly hex: string;
  /** At size 1. */
  readonly width: number;
}

function openFont(font: PDFFont): PaperFont {
  const signs = new Map<string, Sign>();
  const keys = new WeakMap<PDFPage, PDFName>();
  const signsOf = (text: string): Sign[] =>
    Array.from(text.normalize('NFC'), (character) => {
      const known = signs.get(character);
      if (known) return known;
      const sign = { hex: font.encodeText(character).asString(), width: font.widthOfTextAtSize(character, 1) };
      signs.set(character, sign);
      return sign;
    });
  return {
    width: (text, size) => signsOf(text).reduce((sum, { width }) => sum + width, 0) * size,
    draw(page, text, { x, y, size, grey = 0 }) {
      const key = keys.get(page) ?? page.node.newFontDictionary(font.name, font.ref);
      keys.set(page, key);
      page.pushOperators(
        beginText(),
        setFillingRgbColor(grey, grey, grey),
        setFontAndSize(key, size),
        setTextMatrix(1, 0, 0, 1, x, y),
        showText(
          PDFHexString.of(
            signsOf(text)
              .map(({ hex }) => hex)
              .join(''),
          ),
        ),
        endText(),
      );
    },
  };
}

/** Embeds the signs that are used, with their meaning (ToUnicode), so that the text can be read and searched. */
export const embedPaperFont = async (pdf: PDFDocument, bytes: Uint8Array): Promise<PaperFont> =>
  openFont(await pdf.embedFont(bytes, { subset: true }));
