/** The pictures of a page, made anew from its points: nothing of the file but what is seen stays in them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type OutputInfo } from 'sharp';
import { LEAST_SIDE } from '../scan-limits.ts';
import { type PagePicture, ScanRefused, type SplitPage } from '../scan-protocol.ts';
import { liesSideways } from './find-sideways.ts';
import { findSkew } from './find-skew.ts';
import { greyOf, type Look, lookAtPage } from './look-at-page.ts';
import type { DrawnPage } from './page-source.ts';
import { readCodes } from './read-codes.ts';

/** What is kept, the largest first: the page itself, one for a screen, one for a row of pages; at most so many points across. */
const SIZES = [
  { size: 'full', most: Number.POSITIVE_INFINITY, quality: 88 },
  { size: 'screen', most: 1240, quality: 78 },
  { size: 'thumb', most: 160, quality: 70 },
] as const;
/** Points a side of the picture that is compared. */
const LIKE = 16;
/** Share of coloured points below which a page is kept as a grey picture. */
const LEAST_COLOURED = 0.0005;
/** Darker than this is ink, of 255. */
const INK = 140;
const INK_COLUMNS = 620;

/** 256 bits: brighter or darker than all together. Scans of one paper differ in few of them. */
function likenessOf(points: Uint8Array): string {
  const middle = points.reduce((sum, value) => sum + value, 0) / points.length;
  const bits = Buffer.alloc(points.length / 8);
  for (const [at, value] of points.entries()) {
    if (value < middle) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  }
  return bits.toString('hex');
}

/** Share of ink among points picked across the page: some 620 a row. */
function inkOf(data: Buffer, { width, height, channels }: Raw): number {
  const step = Math.max(1, width / INK_COLUMNS);
  const across = Math.floor(width / step);
  const down = Math.floor(height / step);
  const picked = new Uint8Array(across * down * channels);
  for (let row = 0, to = 0; row < down; row++)
    for (let column = 0; column < across; column++, to += channels) {
      const from = (Math.floor((row + 0.5) * step) * width + Math.floor((column + 0.5) * step)) * channels;
      for (let channel = 0; channel < channels; channel++) picked[to + channel] = data[from + channel]!;
    }
  let dark = 0;
  for (const value of greyOf(picked, channels)) if (value < INK) dark += 1;
  return dark / (across * down);
}

/** Writes the pictures of a page into the folder. */
export async function keepPictures(folder: string, pageNo: number, { picture, dpi }: DrawnPage): Promise<SplitPage> {
  const drawn = await layAcross(await picture.raw().toBuffer({ resolveWithObject: true }));
  const { data, info, straightened } = await straighten(await withoutColour(drawn));
  if (Math.min(info.width, info.height) < LEAST_SIDE) throw new ScanRefused('scan.page_too_small');
  const open = () => openRaw(data, info);
  const pictures: PagePicture[] = [];
  // Each is made of the one before it: points of the whole page are gone through once.
  let larger = { data, info };
  for (const { size, most, quality } of SIZES) {
    if (most < larger.info.width)
      larger = await openRaw(larger.data, larger.info)
        .resize({ width: most })
        .raw()
        .toBuffer({ resolveWithObject: true });
    const path = join(folder, `${pageNo}-${size}.jpg`);
    const written = await openRaw(larger.data, larger.info).jpeg({ quality }).toBuffer();
    await writeFile(path, written, { mode: 0o600 });
    pictures.push({ size, path, width: larger.info.width, height: larger.info.height });
  }
  const like = await openRaw(larger.data, larger.info)
    .resize({ width: LIKE, height: LIKE, fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    pageNo,
    dpi,
    pictures,
    ink: inkOf(data, info),
    likeness: likenessOf(greyOf(like.data, like.info.channels)),
    straightened,
    codes: await readCodes(open, info.width),
  };
}

type Raw = Pick<OutputInfo, 'width' | 'height' | 'channels'>;

interface Drawn {
  readonly data: Buffer;
  readonly info: Raw;
  readonly look: Look;
}

const openRaw = (data: Buffer, { width, height, channels }: Raw) =>
  sharp(data, { raw: { width, height, channels }, limitInputPixels: false });

/** Turns a page that lies on its side, so that its lines run across; whether it then stands on its head, who reads it finds out. */
async function layAcross({ data, info }: { data: Buffer; info: Raw }): Promise<Drawn> {
  const look = await lookAtPage(openRaw(data, info));
  if (!liesSideways(look)) return { data, info, look };
  const turned = await openRaw(data, info).rotate(90).raw().toBuffer({ resolveWithObject: true });
  return { ...turned, look: await lookAtPage(openRaw(turned.data, turned.info)) };
}

/** A page without colour in one channel: a third of the points to turn and to write. */
async function withoutColour({ data, info, look }: Drawn): Promise<Drawn> {
  if (info.channels === 1 || look.coloured >= LEAST_COLOURED) return { data, info, look };
  const grey = await openRaw(data, info).greyscale().toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { ...grey, look };
}

/** Lays a page straight by its own lines; what comes in at the corners is white. */
async function straighten({ data, info, look }: Drawn): Promise<{ data: Buffer; info: Raw; straightened: number }> {
  const skew = findSkew(look);
  if (skew === 0) return { data, info, straightened: 0 };
  const turned = await openRaw(data, info)
    .rotate(-skew, { background: 'white' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: turned.data, info: turned.info, straightened: -skew };
}
