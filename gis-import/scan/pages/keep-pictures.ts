/** The pictures of a page, made anew from its points: nothing of the file but what is seen stays in them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { LEAST_SIDE } from '../scan-limits.ts';
import { type PagePicture, ScanRefused, type SplitPage } from '../scan-protocol.ts';
import { liesSideways } from './find-sideways.ts';
import { findSkew } from './find-skew.ts';
import { greyOf, type Look, lookAtPage } from './look-at-page.ts';
import type { DrawnPage } from './page-source.ts';
import { readCodes } from './read-codes.ts';

/** Points across a picture for a screen, and for a row of pages. */
const SCREEN_WIDTH = 1240;
const THUMB_WIDTH = 160;
/** Points a side of the picture that is compared. */
const LIKE = 16;
/** Share of coloured points below which a page is kept as a grey picture. */
const LEAST_COLOURED = 0.0005;
/** Darker than this is ink, of 255. */
const INK = 140;

/** 256 bits: brighter or darker than all together. Scans of one paper differ in few of them. */
function likenessOf(points: Uint8Array): string {
  const middle = points.reduce((sum, value) => sum + value, 0) / points.length;
  const bits = Buffer.alloc(points.length / 8);
  for (const [at, value] of points.entries()) {
    if (value < middle) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  }
  return bits.toString('hex');
}

async function inkOf(picture: Sharp): Promise<number> {
  const { data, info } = await picture
    .resize({ width: 620, kernel: 'nearest' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  let dark = 0;
  for (const value of greyOf(data, info.channels)) if (value < INK) dark += 1;
  return dark / (info.width * info.height);
}

/** Writes the pictures of a page into the folder. */
export async function keepPictures(folder: string, pageNo: number, { picture, dpi }: DrawnPage): Promise<SplitPage> {
  const drawn = await layAcross(await picture.raw().toBuffer({ resolveWithObject: true }));
  const { data, info, straightened } = await straighten(await withoutColour(drawn));
  if (Math.min(info.width, info.height) < LEAST_SIDE) throw new ScanRefused('scan.page_too_small');
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const open = () => sharp(data, { raw, limitInputPixels: false });
  const pictures: PagePicture[] = [];
  const sizes = [
    { size: 'full', width: info.width, quality: 88 },
    { size: 'screen', width: Math.min(info.width, SCREEN_WIDTH), quality: 78 },
    { size: 'thumb', width: Math.min(info.width, THUMB_WIDTH), quality: 70 },
  ] as const;
  for (const { size, width, quality } of sizes) {
    const path = join(folder, `${pageNo}-${size}.jpg`);
    let made = open();
    if (width < info.width) made = made.resize({ width });
    const written = await made.jpeg({ quality }).toBuffer({ resolveWithObject: true });
    await writeFile(path, written.data, { mode: 0o600 });
    pictures.push({ size, path, width: written.info.width, height: written.info.height });
  }
  const like = await open()
    .resize({ width: LIKE, height: LIKE, fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const codes = await readCodes(open, info.width);
  return {
    pageNo,
    dpi,
    pictures,
    ink: await inkOf(open()),
    likeness: likenessOf(greyOf(like.data, like.info.channels)),
    straightened,
    codes,
  };
}

type Raw = Pick<OutputInfo, 'width' | 'height' | 'channels'>;

interface Drawn {
  readonly data: Buffer;
  readonly info: Raw;
  readonly look: Look;
}

const openRaw = (data: Buffer, raw: Raw) => sharp(data, { raw, limitInputPixels: false });

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
