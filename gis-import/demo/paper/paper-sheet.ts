/** A sheet of A4 on which fictional papers are set, in a face as wide as the one offices print in. Millimetres from the top left. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fontkit from '@pdf-lib/fontkit';
import bwip from 'bwip-js/node';
import { degrees, PDFDocument, type PDFFont, type PDFPage, rgb } from 'pdf-lib';

const MM = 72 / 25.4;
export const A4_MM = [210, 297] as const;
const require = createRequire(import.meta.url);
const FACES = {
  regular: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  italic: '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
} as const;
export type Face = keyof typeof FACES;

type Colour = readonly [red: number, green: number, blue: number];
const BLACK: Colour = [0, 0, 0];
const ink = ([red, green, blue]: Colour) => rgb(red, green, blue);

export interface TextStyle {
  /** Points. */
  readonly size?: number;
  readonly face?: Face;
  readonly align?: 'left' | 'centre' | 'right';
  /** Width in which it is wrapped, mm. */
  readonly width?: number;
  readonly colour?: Colour;
}

export interface Paper {
  /** A further page; what is drawn next is drawn on it. */
  page(): PDFPage;
  /** Writes from the baseline at `y`; gives the baseline of the line after. */
  text(words: string, x: number, y: number, style?: TextStyle): number;
  /** How wide words are in this style, mm. */
  widthOf(words: string, style?: Pick<TextStyle, 'size' | 'face'>): number;
  line(x1: number, y1: number, x2: number, y2: number, widthMm?: number): void;
  polyline(points: readonly (readonly [number, number])[], style?: { widthMm?: number; colour?: Colour }): void;
  /** A round stamp of an office. */
  stamp(words: string, x: number, y: number, radius: number): void;
  qr(payload: string, x: number, y: number, size: number): void;
  barcode(digits: string, x: number, y: number, width: number, height: number): void;
  /** Words that were printed, page by page. */
  readonly printed: readonly (readonly string[])[];
  /** Sets a seal across pages, where `place` gives [x, y, radius] for one. */
  sealSome(place: () => readonly [x: number, y: number, radius: number] | null): void;
  bytes(): Promise<Uint8Array>;
}

interface Modules {
  readonly pixs: readonly number[];
  readonly pixx: number;
  readonly pixy: number;
}
/** The types of the library name another function of the same name. */
const modulesOf = bwip.raw as unknown as (options: object) => [Modules & { readonly sbs?: readonly number[] }];

/** Opens an empty paper, in millimetres. The same drawing gives the same bytes. */
export async function openPaper(sizeMm: readonly [width: number, height: number] = A4_MM): Promise<Paper> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.registerFontkit(fontkit);
  const fonts = {} as Record<Face, PDFFont>;
  for (const [face, path] of Object.entries(FACES)) {
    fonts[face as Face] = await pdf.embedFont(await readFile(require.resolve(path)), { subset: false });
  }
  let page: PDFPage | undefined;
  const printed: string[][] = [];
  const height = sizeMm[1];
  const now = (): PDFPage => {
    page ??= paper.page();
    return page;
  };
  const wrap = (words: string, font: PDFFont, size: number, width: number): string[] => {
    const lines: string[] = [];
    let line = '';
    for (const word of words.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && font.widthOfTextAtSize(longer, size) > width * MM) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  };
  const paper: Paper = {
    printed,
    page() {
      printed.push([]);
      page = pdf.addPage([sizeMm[0] * MM, sizeMm[1] * MM]);
      return page;
    },
    text(words, x, y, { size = 12.5, face = 'regular', align = 'left', width, colour = BLACK } = {}) {
      const font = fonts[face];
      const lines = width === undefined ? [words] : wrap(words.normalize('NFC'), font, size, width);
      let at = y;
      for (const line of lines) {
        const wide = font.widthOfTextAtSize(line, size) / MM;
        now();
        printed.at(-1)?.push(...line.normalize('NFC').split(' ').filter(Boolean));
        const left = align === 'left' ? x : align === 'right' ? x - wide : x - wide / 2;
        now().drawText(line.normalize('NFC'), { x: left * MM, y: (height - at) * MM, size, font, color: ink(colour) });
        at += (size * 1.35) / MM;
      }
      return at;
    },
    widthOf: (words, { size = 12.5, face = 'regular' } = {}) =>
      fonts[face].widthOfTextAtSize(words.normalize('NFC'), size) / MM,
    line(x1, y1, x2, y2, widthMm = 0.2) {
      now().drawLine({
        start: { x: x1 * MM, y: (height - y1) * MM },
        end: { x: x2 * MM, y: (height - y2) * MM },
        thickness: widthMm * MM,
      });
    },
    polyline(points, { widthMm = 0.3, colour = BLACK } = {}) {
      for (const [index, [x, y]] of points.entries()) {
        const next = points[index + 1];
        if (!next) continue;
        now().drawLine({
          start: { x: x * MM, y: (height - y) * MM },
          end: { x: next[0] * MM, y: (height - next[1]) * MM },
          thickness: widthMm * MM,
          color: ink(colour),
        });
      }
    },
    stamp(words, x, y, radius) {
      const red = rgb(0.78, 0.1, 0.12);
      for (const part of [1, 0.72]) {
        now().drawEllipse({
          x: x * MM,
          y: (height - y) * MM,
          xScale: radius * part * MM,
          yScale: radius * part * MM,
          borderColor: red,
          borderWidth: 1.4,
          borderOpacity: 0.8,
        });
      }
      now().drawText(words, {
        x: (x - radius * 0.6) * MM,
        y: (height - y - 1) * MM,
        size: 8,
        font: fonts.bold,
        color: red,
        opacity: 0.8,
        rotate: degrees(8),
      });
    },
    qr(payload, x, y, size) {
      const [{ pixs, pixx, pixy }] = modulesOf({ bcid: 'qrcode', text: payload, eclevel: 'M' });
      const step = size / pixx;
      for (let row = 0; row < pixy; row++) {
        for (let column = 0; column < pixx; column++) {
          if (!pixs[row * pixx + column]) continue;
          now().drawRectangle({
            x: (x + column * step) * MM,
            y: (height - y - (row + 1) * step) * MM,
            width: step * MM * 1.02,
            height: step * MM * 1.02,
            color: rgb(0, 0, 0),
          });
        }
      }
    },
    barcode(digits, x, y, width, tall) {
      const [{ sbs = [] }] = modulesOf({ bcid: 'code128', text: digits });
      const step = width / sbs.reduce((sum, part) => sum + part, 0);
      let at = x;
      for (const [index, part] of sbs.entries()) {
        if (index % 2 === 0) {
          now().drawRectangle({
            x: at * MM,
            y: (height - y - tall) * MM,
            width: part * step * MM,
            height: tall * MM,
            color: rgb(0, 0, 0),
          });
        }
        at += part * step;
      }
      paper.text(digits, x + width / 2, y + tall + 4, { size: 10, align: 'centre' });
    },
    sealSome(place) {
      const last = page;
      for (const each of pdf.getPages()) {
        const at = place();
        page = each;
        if (at) paper.stamp('MẪU HƯ CẤU', ...at);
      }
      page = last;
    },
    bytes: () => pdf.save({ useObjectStreams: false }),
  };
  return paper;
}
