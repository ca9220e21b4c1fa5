/** The picture of a page that a reader of print is given: grey, plain points, and no more of them than print needs. */
import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { PageTurn } from '../../../server/domain/document/document.ts';
import { greyOf } from '../pages/look-at-page.ts';

/**
 * Print is read off a line made 36 points high, whatever it was: beyond this resolution finding the lines takes time and nothing else.
 * On certificates scanned at 300 dpi the same words are read at two thirds of the time.
 */
export const READING_DPI = 200;

export interface ReadingPicture {
  readonly path: string;
  readonly dpi: number;
  /** Points of the page for one of the picture. */
  readonly scale: number;
}

/** Written beside the page as a PGM (8 bits a point), turned as asked, at most of `most` dpi. */
export async function makeReadingPicture(
  path: string,
  dpi: number,
  turn: PageTurn,
  most: number,
): Promise<ReadingPicture> {
  const page = sharp(path, { limitInputPixels: false });
  const { width: across } = await page.metadata();
  const wished = dpi > most ? Math.round((across * most) / dpi) : across;
  const { data, info } = await page
    .resize({ width: wished, kernel: 'linear' })
    .rotate(turn)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const picture = `${path}-${most}-${turn}.pgm`;
  const head = Buffer.from(`P5\n${info.width} ${info.height}\n255\n`, 'latin1');
  await writeFile(picture, [head, greyOf(data, info.channels)], { mode: 0o600 });
  return { path: picture, dpi: Math.round((dpi * wished) / across), scale: across / wished };
}
