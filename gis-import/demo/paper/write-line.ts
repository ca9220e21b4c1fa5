/** A line of a form: what is printed, and what was filled in by a hand. */
import type { Random } from '../file/random.ts';
import { handStrokes } from './hand-strokes.ts';
import type { Paper, TextStyle } from './paper-sheet.ts';

/** Printed words, or what somebody wrote. */
export type LinePart = string | { readonly written: string };

const INK = [0.08, 0.1, 0.45] as const;

/** Writes the parts side by side from the baseline at `y`; gives the baseline of the line after. */
export function writeLine(
  paper: Paper,
  parts: readonly LinePart[],
  x: number,
  y: number,
  random: Random,
  style: Pick<TextStyle, 'size' | 'face' | 'width'> = {},
): number {
  if (parts.every((part) => typeof part === 'string')) return paper.text(parts.join(''), x, y, style);
  let at = x;
  let next = y;
  for (const part of parts) {
    if (typeof part === 'string') {
      next = paper.text(part, at, y, { size: style.size ?? 12.5, face: style.face ?? 'regular' });
      at += paper.widthOf(part, style);
      continue;
    }
    const { strokes, width } = handStrokes(part.written, random);
    for (const stroke of strokes)
      paper.polyline(
        stroke.map(([right, up]) => [at + 1 + right, y - up] as const),
        { widthMm: 0.35, colour: INK },
      );
    at += width + 2;
  }
  return next;
}
