/** Whether the lines of a page run down instead of across: print makes rows dark and the gaps between them light, and columns do not. */
import type { Look } from './look-at-page.ts';

const INK = 150;
/** Strips are so narrow that a page a little askew keeps its rows within each. */
const STRIPS = 12;
/** By how much columns must stand out more than rows: drawings and tables have lines both ways. */
const GAIN = 1.25;
/** Points of ink below which there is nothing to judge by. */
const LEAST_INK = 600;

/** How much neighbouring bins differ, in strips across them; independent of how much ink there is. */
function contrastOf(ink: Uint8Array, width: number, height: number, across: boolean): number {
  const [bins, length] = across ? [height, width] : [width, height];
  const counts = new Uint32Array(bins * STRIPS);
  let total = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (ink[y * width + x] === 0) continue;
      const [bin, along] = across ? [y, x] : [x, y];
      counts[Math.floor((along * STRIPS) / length) * bins + bin]! += 1;
      total += 1;
    }
  let sum = 0;
  for (let strip = 0; strip < STRIPS; strip++)
    for (let bin = 1; bin < bins; bin++) {
      const change = counts[strip * bins + bin]! - counts[strip * bins + bin - 1]!;
      sum += change * change;
    }
  return total === 0 ? 0 : (sum * bins) / (total * length);
}

/** By how much columns stand out more than rows; 0 where there is too little to judge by. */
function sidewaysness(look: Look): number {
  // The margins hold the edges of the sheet and of the scanner's lid.
  const [mx, my] = [Math.round(look.width * 0.05), Math.round(look.height * 0.05)];
  const [width, height] = [look.width - 2 * mx, look.height - 2 * my];
  const ink = new Uint8Array(width * height);
  let count = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (look.grey[(y + my) * look.width + x + mx]! >= INK) continue;
      ink[y * width + x] = 1;
      count += 1;
    }
  if (count < LEAST_INK) return 0;
  return contrastOf(ink, width, height, false) / contrastOf(ink, width, height, true);
}

/** Whether a page lies on its side. */
export const liesSideways = (look: Look): boolean => sidewaysness(look) > GAIN;
