/** What a scanner makes of a paper: pictures at a resolution, a little askew, greyed and noisy; as files or bound in one PDF. */
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import type { Random } from '../file/random.ts';

export interface ScanTraits {
  readonly dpi: 200 | 300;
  /** Degrees, clockwise. */
  readonly skew: number;
  readonly turn: 0 | 90 | 180 | 270;
  readonly mode: 'colour' | 'grey' | 'bilevel';
  /** Standard deviation of the noise, of 255. */
  readonly noise: number;
  /** JPEG quality of what the scanner keeps. */
  readonly quality: number;
}

export const CLEAN_SCAN: ScanTraits = { dpi: 300, skew: 0, turn: 0, mode: 'colour', noise: 2, quality: 88 };

export function drawScanTraits(random: Random): ScanTraits {
  return {
    dpi: random.chance(0.6) ? 300 : 200,
    skew: random.between(-2, 2),
    turn: random.chance(0.1) ? random.pick([90, 180, 270] as const) : 0,
    mode: random.pick(['colour', 'grey', 'bilevel'] as const),
    noise: random.between(1, 9),
    quality: random.integer(70, 90),
  };
}

export interface ScannedPage {
  readonly bytes: Buffer;
  readonly kind: 'jpeg' | 'tiff';
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

const POINTS = 72;

/** Noise from the seed: sharp's own is not repeatable. A tile of it laid over the page is enough for a reader's eye. */
async function noiseTile(random: Random, sigma: number): Promise<Buffer> {
  const size = 256;
  const tile = Buffer.alloc(size * size * 4);
  for (let at = 0; at < size * size; at++) {
    const value = (random.next() + random.next() + random.next() - 1.5) * 2 * sigma;
    tile.fill(value < 0 ? 0 : 255, at * 4, at * 4 + 3);
    tile[at * 4 + 3] = Math.min(255, Math.abs(value));
  }
  return sharp(tile, { raw: { width: size, height: size, channels: 4 } })
    .png()
    .toBuffer();
}

async function degrade(
  bitmap: Buffer,
  width: number,
  height: number,
  traits: ScanTraits,
  random: Random,
): Promise<ScannedPage> {
  const paper = { r: 252, g: 250, b: 244 };
  const turned = await sharp(bitmap, { raw: { width, height, channels: 4 } })
    .flatten({ background: paper })
    .rotate(traits.skew, { background: paper })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const noisy = await sharp(turned.data, { raw: turned.info })
    .extract({
      left: Math.max(0, (turned.info.width - width) >> 1),
      top: Math.max(0, (turned.info.height - height) >> 1),
      width: Math.min(width, turned.info.width),
      height: Math.min(height, turned.info.height),
    })
    .composite([{ input: await noiseTile(random, traits.noise), tile: true, blend: 'over' }])
    .blur(0.6)
    .raw()
    .toBuffer({ resolveWithObject: true });
  let picture = sharp(noisy.data, { raw: noisy.info }).withMetadata({ density: traits.dpi });
  if (traits.turn !== 0) picture = picture.rotate(traits.turn);
  if (traits.mode === 'bilevel') {
    const ink = await picture
      .greyscale()
      .threshold(165)
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { data, info } = await sharp(ink.data, { raw: ink.info })
      .toColourspace('b-w')
      .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: traits.dpi / 25.4, yres: traits.dpi / 25.4 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, kind: 'tiff', width: info.width, height: info.height, dpi: traits.dpi };
  }
  if (traits.mode === 'grey') picture = picture.greyscale();
  const { data, info } = await picture.jpeg({ quality: traits.quality }).toBuffer({ resolveWithObject: true });
  return { bytes: data, kind: 'jpeg', width: info.width, height: info.height, dpi: traits.dpi };
}

/** Scans the pages of a paper: all, or the one at this place, from 0. */
export async function scanPaper(
  pdf: Uint8Array,
  traits: ScanTraits,
  random: Random,
  only?: number,
): Promise<ScannedPage[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  try {
    const pages: ScannedPage[] = [];
    for (const page of document.pages()) {
      if (only !== undefined && page.number !== only) continue;
      const { data, width, height } = await page.render({ scale: traits.dpi / POINTS, render: 'bitmap' });
      // Each goes in a little otherwise than the one before.
      const skew = traits.skew === 0 ? 0 : traits.skew + random.between(-0.4, 0.4);
      pages.push(await degrade(Buffer.from(data), width, height, { ...traits, skew }, random));
    }
    return pages;
  } finally {
    document.destroy();
    library.destroy();
  }
}

/** Binds scanned pages in one PDF, as scanners hand them over: a picture a page, at its true size. */
export async function bindPages(pages: readonly ScannedPage[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  for (const { bytes, kind, width, height, dpi } of pages) {
    const jpeg = kind === 'jpeg' ? bytes : await sharp(bytes).toColourspace('srgb').jpeg({ quality: 80 }).toBuffer();
    const image = await pdf.embedJpg(jpeg);
    const size: [number, number] = [(width / dpi) * POINTS, (height / dpi) * POINTS];
    pdf.addPage(size).drawImage(image, { x: 0, y: 0, width: size[0], height: size[1] });
  }
  return pdf.save({ useObjectStreams: false });
}
