import bwip from 'bwip-js/node';
import { fill, type PDFPage, popGraphicsState, pushGraphicsState, rectangle, setFillingGrayscaleColor } from 'pdf-lib';

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

/** Version 8: with more modules on the same paper they are too small for a bad copy, and less correction costs less. */
const MOST_MODULES = 49;

function modulesFor(text: string) {
  const [strong] = modulesOf({ bcid: 'qrcode', text, eclevel: 'M' });
  return strong.pixx <= MOST_MODULES ? strong : modulesOf({ bcid: 'qrcode', text, eclevel: 'L' })[0];
}

/** A QR code (ISO/IEC 18004), sharp at any size. Whoever places it leaves four modules free around it. */
export function renderQr(page: PDFPage, text: string, { x, y, size }: Place): void {
  const { pixs, pixx, pixy } = modulesFor(text);
  const step = size / pixx;
  // One shape filled at once: pieces that are filled one by one show seams between them, which a bad copy does not survive.
  page.pushOperators(pushGraphicsState(), setFillingGrayscaleColor(0));
  for (let row = 0; row < pixy; row += 1) {
    for (let column = 0; column < pixx; column += 1) {
      if (!pixs[row * pixx + column]) continue;
      let run = 1;
      while (column + run < pixx && pixs[row * pixx + column + run]) run += 1;
      const [left, low] = [x + step * column, y + step * (pixy - 1 - row)];
      page.pushOperators(rectangle(left, low, step * run, step));
      column += run - 1;
    }
  }
  page.pushOperators(fill(), popGraphicsState());
}
