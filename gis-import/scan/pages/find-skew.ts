/** How far a page lies askew, from its own lines: turned right, the rows of print are dark and the gaps between them light. */
import type { Look } from './look-at-page.ts';

const INK = 150;
/** Degrees: a sheet that went in by hand is seldom further off, and a drawing must not be turned by its own slant. */
const FURTHEST = 5;
/** Less than this is not worth drawing every point anew. */
const LEAST = 0.15;
/** By how much the rows must stand out more than as the page lies. */
const GAIN = 1.06;

interface Ink {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly width: number;
  readonly height: number;
}

/** Sum of squares of ink per row, when rows run at this angle. */
function contrastAt({ xs, ys, width, height }: Ink, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const spare = Math.ceil(width * Math.abs(slope)) + 1;
  const rows = new Uint32Array(height + 2 * spare);
  for (let at = 0; at < xs.length; at++) {
    const row = Math.round(ys[at]! - (xs[at]! - width / 2) * slope) + spare;
    rows[Math.min(rows.length - 1, Math.max(0, row))]! += 1;
  }
  let sum = 0;
  for (const row of rows) sum += row * row;
  return sum;
}

function bestOf(ink: Ink, from: number, to: number, step: number): { degrees: number; contrast: number } {
  let best = { degrees: 0, contrast: -1 };
  for (let degrees = from; degrees <= to + 1e-9; degrees += step) {
    const contrast = contrastAt(ink, degrees);
    if (contrast > best.contrast) best = { degrees, contrast };
  }
  return best;
}

/** Degrees by which the lines of a page fall to the right; 0 where it lies straight or has no lines. */
export function findSkew({ grey, width, height }: Look): number {
  const points: number[] = [];
  // The margins hold the edges of the sheet, which need not be square to its print.
  const [mx, my] = [Math.round(width * 0.05), Math.round(height * 0.03)];
  for (let y = my; y < height - my; y++) {
    for (let x = mx; x < width - mx; x++) if (grey[y * width + x]! < INK) points.push(x, y);
  }
  if (points.length < 600) return 0;
  const ink: Ink = {
    xs: Float64Array.from({ length: points.length / 2 }, (_, at) => points[2 * at]!),
    ys: Float64Array.from({ length: points.length / 2 }, (_, at) => points[2 * at + 1]!),
    width,
    height,
  };
  const coarse = bestOf(ink, -FURTHEST, FURTHEST, 0.25);
  const fine = bestOf(ink, coarse.degrees - 0.25, coarse.degrees + 0.25, 0.05);
  if (Math.abs(fine.degrees) < LEAST || fine.contrast < GAIN * contrastAt(ink, 0)) return 0;
  return fine.degrees;
}
