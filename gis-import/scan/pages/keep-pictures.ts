/** The pictures of a page, made anew from its points: nothing of the file but what is seen stays in them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { LEAST_SIDE } from '../scan-limits.ts';
import { type PagePicture, ScanRefused, type SplitPage } from '../scan-protocol.ts';
import { liesSideways } from './find-sideways.ts';
import { findSkew } from './find-skew.ts';
import type { DrawnPage } from './page-source.ts';
import { readCodes } from './read-codes.ts';

/** Points across a picture for a screen, and for a row of pages. */
const SCREEN_WIDTH = 1240;
const THUMB_WIDTH = 160;
/** Points a side of the picture that is compared. */
const LIKE = 16;
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

async function inkOf(grey: Sharp): Promise<number> {
  const { data } = await grey
    .clone()
    .resize({ width: 620, kernel: 'nearest' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  let dark = 0;
  for (const value of data) if (value < INK) dark += 1;
  return dark / data.length;
}

/** Writes the pictures of a page into the folder. */
export async function keepPictures(folder: string, pageNo: number, { picture, dpi }: DrawnPage): Promise<SplitPage> {
  const drawn = await layAcross(await picture.raw().toBuffer({ resolveWithObject: true }));
  const { data, info, straightened } = await straighten(drawn.data, drawn.info);
  if (Math.min(info.width, info.height) < LEAST_SIDE) throw new ScanRefused('scan.page_too_small');
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const open = () => sharp(data, { raw, limitInputPixels: false });
  const grey = open().greyscale();
  const isGrey = await hasNoColour(open());
  const pictures: PagePicture[] = [];
  const sizes = [
    { size: 'full', width: info.width, quality: 88 },
    { size: 'screen', width: Math.min(info.width, SCREEN_WIDTH), quality: 78 },
    { size: 'thumb', width: Math.min(info.width, THUMB_WIDTH), quality: 70 },
  ] as const;
  for (const { size, width, quality } of sizes) {
    const path = join(folder, `${pageNo}-${size}.jpg`);
    let made = open();
    if (isGrey) made = made.greyscale();
    if (width < info.width) made = made.resize({ width });
    const written = await made.jpeg({ quality }).toBuffer({ resolveWithObject: true });
    await writeFile(path, written.data, { mode: 0o600 });
    pictures.push({ size, path, width: written.info.width, height: written.info.height });
  }
  const like = await grey.clone().resize({ width: LIKE, height: LIKE, fit: 'fill' }).raw().toBuffer();
  const codes = await readCodes(open, info.width);
  return { pageNo, dpi, pictures, ink: await inkOf(grey), likeness: likenessOf(like), straightened, codes };
}

type Raw = Pick<OutputInfo, 'width' | 'height' | 'channels'>;

/** Turns a page that lies on its side, so that its lines run across; whether it then stands on its head, who reads it finds out. */
async function layAcross(drawn: { data: Buffer; info: Raw }): Promise<{ data: Buffer; info: Raw }> {
  const open = () => sharp(drawn.data, { raw: drawn.info, limitInputPixels: false });
  if (!(await liesSideways(open()))) return drawn;
  return open().rotate(90).raw().toBuffer({ resolveWithObject: true });
}

/** Lays a page straight by its own lines; what comes in at the corners is white. */
async function straighten(data: Buffer, raw: Raw): Promise<{ data: Buffer; info: Raw; straightened: number }> {
  const open = () => sharp(data, { raw, limitInputPixels: false });
  const skew = await findSkew(open());
  if (skew === 0) return { data, info: raw, straightened: 0 };
  const turned = await open().rotate(-skew, { background: 'white' }).raw().toBuffer({ resolveWithObject: true });
  return { data: turned.data, info: turned.info, straightened: -skew };
}

/** Whether a page has no colour: paper and noise vary by a little, stamps and red ink by much. */
async function hasNoColour(picture: Sharp): Promise<boolean> {
  const { data, info } = await picture.resize({ width: 300 }).raw().toBuffer({ resolveWithObject: true });
  if (info.channels < 3) return true;
  let coloured = 0;
  for (let at = 0; at + 2 < data.length; at += info.channels) {
    const [r = 0, g = 0, b = 0] = [data[at], data[at + 1], data[at + 2]];
    if (Math.max(r, g, b) - Math.min(r, g, b) > 40) coloured += 1;
  }
  return coloured < (data.length / info.channels) * 0.0005;
}
