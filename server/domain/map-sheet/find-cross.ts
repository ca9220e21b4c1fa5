import type { PicturePoint } from './transformation.ts';

/** Brightness of a piece of a picture, row by row, 0 black to 255 white. */
export interface GreyPicture {
  readonly grey: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Points beside the middle of a line that still are the line. */
const HALF_LINE = 4;
/** By how much a line must stand out of what is around it. */
const CLEAR = 2.5;
const ROUNDS = 4;

/** Of the strongest line, what another must have to be one. */
const STRONG = 0.6;

/** Middle of the nearest line that runs through sums of ink; null where none stands out. */
function middleOf(sums: readonly number[]): number | null {
  const sorted = [...sums].sort((a, b) => a - b);
  const ground = sorted[sorted.length >> 1] ?? 0;
  const most = Math.max(...sums);
  const mean = sums.reduce((sum, value) => sum + value, 0) / sums.length;
  if (most < CLEAR * Math.max(mean, 1)) return null;
  // A boundary may run nearly along: of the lines that stand out the nearest is meant.
  const centre = sums.length / 2;
  const peak = sums.reduce((best, value, at) => {
    const isPeak = value >= STRONG * most && value >= (sums[at - 1] ?? 0) && value >= (sums[at + 1] ?? 0);
    return isPeak && (best < 0 || Math.abs(at + 0.5 - centre) < Math.abs(best + 0.5 - centre)) ? at : best;
  }, -1);
  let [weight, moment] = [0, 0];
  for (let at = Math.max(0, peak - HALF_LINE); at <= Math.min(sums.length - 1, peak + HALF_LINE); at++) {
    const over = Math.max(0, sums[at]! - ground);
    weight += over;
    moment += over * (at + 0.5);
  }
  return weight > 0 ? moment / weight : null;
}

/**
 * The crossing of two lines, upright and level, near a point: where a person pointed at a cross of the grid, its very middle. `radius` in points
 * of the picture. Null where there is no such cross.
 */
export function findCross(
  { grey, width, height }: GreyPicture,
  near: PicturePoint,
  radius: number,
): PicturePoint | null {
  let [x, y] = near;
  for (let round = 0; round < ROUNDS; round++) {
    const [left, top] = [Math.round(x) - radius, Math.round(y) - radius];
    const columns = new Array<number>(2 * radius).fill(0);
    const rows = new Array<number>(2 * radius).fill(0);
    for (let v = Math.max(0, top); v < Math.min(height, top + 2 * radius); v++)
      for (let u = Math.max(0, left); u < Math.min(width, left + 2 * radius); u++) {
        const ink = 255 - grey[v * width + u]!;
        columns[u - left]! += ink;
        rows[v - top]! += ink;
      }
    const [across, down] = [middleOf(columns), middleOf(rows)];
    if (across === null || down === null) return null;
    const next = [left + across, top + down] as const;
    // Where the window wandered off, something else was meant.
    if (Math.hypot(next[0] - near[0], next[1] - near[1]) > radius) return null;
    if (Math.hypot(next[0] - x, next[1] - y) < 0.01) return next;
    [x, y] = next;
  }
  return [x, y];
}
