/**
 * Text as glyphs, sign by sign, each worked out once. Laying out every cell of a table anew by the font's own rules takes ten
 * times as long as all the rest; what is lost is kerning. Vietnamese letters are one sign each when composed (NFC).
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fontkit from '@pdf-lib/fontkit';
import {
  beginText,
  endText,
  type PDFDocument,
  type PDFFont,
  PDFHexString,
  type PDFName,
  type PDFPage,
  type PDFRef,
  setFillingGrayscaleColor,
  setFontAndSize,
  setTextMatrix,
  showText,
} from 'pdf-lib';

export interface PaperFont {
  readonly ref: PDFRef;
  /** The text as glyphs, for operators of one's own. */
  encode(text: string): PDFHexString;
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
  /** Degrees counter-clockwise round its place. */
  readonly turned?: number;
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
  const encode = (text: string): PDFHexString =>
    PDFHexString.of(
      signsOf(text)
        .map(({ hex }) => hex)
        .join(''),
    );
  return {
    ref: font.ref,
    encode,
    width: (text, size) => signsOf(text).reduce((sum, { width }) => sum + width, 0) * size,
    draw(page, text, { x, y, size, grey = 0, turned = 0 }) {
      const key = keys.get(page) ?? page.node.newFontDictionary(font.name, font.ref);
      keys.set(page, key);
      const [cos, sin] =
        turned === 0 ? [1, 0] : [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)];
      page.pushOperators(
        beginText(),
        setFillingGrayscaleColor(grey),
        setFontAndSize(key, size),
        setTextMatrix(cos, sin, -sin, cos, x, y),
        showText(encode(text)),
        endText(),
      );
    },
  };
}

const require = createRequire(import.meta.url);
const FILES = {
  regular: require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'),
} as const;

export interface PaperFonts {
  readonly regular: PaperFont;
  readonly bold: PaperFont;
}

/** Files and what was read from them: reading the tables of a typeface takes longer than a page, and they are the same for every paper. */
const files = new Map<string, Promise<Buffer>>();
const opened = new WeakMap<Uint8Array, ReturnType<typeof fontkit.create>>();
const readOnce = {
  ...fontkit,
  create(bytes: Uint8Array, name?: string) {
    const font = opened.get(bytes) ?? fontkit.create(bytes, name);
    opened.set(bytes, font);
    return font;
  },
};

function readFont(path: string): Promise<Buffer> {
  const known = files.get(path);
  if (known) return known;
  const reading = readFile(path);
  files.set(path, reading);
  reading.catch(() => files.delete(path));
  return reading;
}

/** Embeds the signs that are used, with their meaning (ToUnicode), so that the text can be read and searched. */
export async function embedPaperFonts(pdf: PDFDocument): Promise<PaperFonts> {
  pdf.registerFontkit(readOnce);
  const embed = async (path: string) => openFont(await pdf.embedFont(await readFont(path), { subset: true }));
  // One after the other: the order of embedding is in the bytes.
  const regular = await embed(FILES.regular);
  return { regular, bold: await embed(FILES.bold) };
}
