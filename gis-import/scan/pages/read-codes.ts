/** QR codes and barcodes of a page. What they say is opaque text: it is compared, never trusted (fact sheet 3.7). */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Sharp } from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { PageCode } from '../scan-protocol.ts';

const require = createRequire(import.meta.url);
/** Points across in which a code of 2 cm on A4 is found quickly. */
const QUICK_WIDTH = 1650;
/** Wider pictures are of larger sheets, or of a finer scan: where none is found quickly, all their points are looked at. */
const WIDE = 2 * QUICK_WIDTH;
/** Longer texts are no code of a land office. */
const LONGEST = 1000;

let prepared: Promise<unknown> | undefined;
/** The library would fetch its program from elsewhere; it lies beside it. */
const prepare = () => {
  prepared ??= readFile(require.resolve('zxing-wasm/reader/zxing_reader.wasm')).then(
    ({ buffer, byteOffset, byteLength }) =>
      prepareZXingModule({
        overrides: { wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer },
        fireImmediately: true,
      }),
  );
  return prepared;
};

async function readAt(picture: Sharp, width: number, scale: number): Promise<PageCode[]> {
  const { data, info } = await picture
    .resize({ width, kernel: 'linear' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = {
    data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length),
    width: info.width,
    height: info.height,
  };
  const found = await readBarcodes(pixels as ImageData, {
    formats: ['QRCode', 'Code128', 'Code39', 'ITF', 'EAN13'],
    maxNumberOfSymbols: 8,
    tryHarder: true,
    // White on black is no code of a land office, and the picture is small already.
    tryInvert: false,
    tryDownscale: false,
  });
  return found
    .filter(({ isValid, text }) => isValid && text !== '' && text.length <= LONGEST)
    .map(({ format, text, position }) => {
      const corners = Object.values(position);
      const [xs, ys] = [corners.map(({ x }) => x * scale), corners.map(({ y }) => y * scale)];
      const [left, top] = [Math.round(Math.min(...xs)), Math.round(Math.min(...ys))];
      return {
        kind: format === 'QRCode' ? ('qr' as const) : ('barcode' as const),
        text,
        box: [left, top, Math.round(Math.max(...xs)) - left, Math.round(Math.max(...ys)) - top] as const,
      };
    });
}

/** Codes of a picture `width` points wide, with where they stand in it. */
export async function readCodes(open: () => Sharp, width: number): Promise<PageCode[]> {
  await prepare();
  if (width > QUICK_WIDTH) {
    const quick = await readAt(open(), QUICK_WIDTH, width / QUICK_WIDTH);
    if (quick.length > 0 || width <= WIDE) return quick;
  }
  return readAt(open(), width, 1);
}
