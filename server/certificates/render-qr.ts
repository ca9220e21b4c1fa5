import bwip from 'bwip-js/node';
import { type PDFPage, rgb } from 'pdf-lib';

/** The library's types name another function of the same name. */
const modulesOf = bwip.raw as unknown as (options: {
  readonly bcid: string;
  readonly text: string;
  readonly eclevel: string;
}) => [{ readonly pixs: readonly number[]; readonly pixx: number; readonly pixy: number }];

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A QR code (ISO/IEC 18004) as rectangles, sharp at any size; four modules of quiet zone belong to it. Correction M. */
export function renderQr(page: PDFPage, text: string, { x, y, size }: Place): void {
  const [code] = modulesOf({ bcid: 'qrcode', text, eclevel: 'M' });
  const { pixs, pixx, pixy } = code;
  const quiet = 4;
  const step = size / (pixx + 2 * quiet);
  for (let row = 0; row < pixy; row += 1) {
    for (let column = 0; column < pixx; column += 1) {
      if (!pixs[row * pixx + column]) continue;
      let run = 1;
      while (column + run < pixx && pixs[row * pixx + column + run]) run += 1;
      page.drawRectangle({
        x: x + step * (quiet + column),
        y: y + step * (quiet + pixy - 1 - row),
        width: step * run,
        height: step,
        color: rgb(0, 0, 0),
      });
      column += run - 1;
    }
  }
}
