import { niceBelow } from '../../domain/drawing/nice-below.ts';

/** Largest drawing on the page, millimetres: fits the text width of A4 and stays readable on a phone. */
export const PAPER = { width: 120, height: 105 } as const;

/** Denominators used on land extracts, and larger ones for forests and lakes. */
const SCALES = [100, 200, 500, 1000, 2000, 5000, 10_000, 25_000, 50_000, 100_000] as const;

/** The largest scale at which a piece of ground of this size (metres) fits the paper. */
export function scaleFor(widthM: number, heightM: number): number {
  const fits = (scale: number) => (widthM * 1000) / scale <= PAPER.width && (heightM * 1000) / scale <= PAPER.height;
  return SCALES.find(fits) ?? Math.ceil(Math.max((widthM * 1000) / PAPER.width, (heightM * 1000) / PAPER.height));
}

/** A round length in metres that is 20 to 50 mm long on paper. */
export const roundLength = (scale: number): number => niceBelow((50 * scale) / 1000);
