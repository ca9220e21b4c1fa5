/** Paragraphs in a box: the largest size of type at which all of them fit, and nothing cut off. */
import { wrapText } from '../wrap-text.ts';
import { type Face, type Measure, type Placed, textAt } from './placed.ts';

export interface Paragraph {
  readonly text: string;
  readonly face?: Face;
  /** Millimetres from the box's left side. */
  readonly indent?: number;
}
export interface Box {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

const MM_PER_PT = 25.4 / 72;
const LEADING = 1.34;
/** Room between paragraphs, in lines. */
const GAP = 0.12;

interface Line {
  readonly text: string;
  readonly face: Face;
  readonly indent: number;
  /** Millimetres below the top of the box, of its base line. */
  readonly at: number;
}

export const lineHeight = (sizePt: number): number => sizePt * MM_PER_PT * LEADING;

/** The lines of paragraphs at one size, and how high they stand. */
export function breakLines(
  paragraphs: readonly Paragraph[],
  width: number,
  sizePt: number,
  measure: Measure,
): { readonly lines: readonly Line[]; readonly height: number } {
  const step = lineHeight(sizePt);
  let height = 0;
  const lines: Line[] = [];
  for (const { text, face = 'regular', indent = 0 } of paragraphs) {
    for (const line of wrapText(text, width - indent, (part) => measure(part, sizePt, face))) {
      height += step;
      lines.push({ text: line, face, indent, at: height - step * 0.28 });
    }
    height += step * GAP;
  }
  return { lines, height: Math.max(0, height - step * GAP) };
}

/** The largest of `sizesPt` at which the paragraphs fit; undefined where they do at none. */
export const fitSize = (
  paragraphs: readonly Paragraph[],
  box: Box,
  sizesPt: readonly number[],
  measure: Measure,
): number | undefined =>
  sizesPt.find((size) => breakLines(paragraphs, box.width, size, measure).height <= box.bottom - box.top + 1e-6);

/** Places them from the top of the box. */
export const placeLines = (
  part: string,
  paragraphs: readonly Paragraph[],
  box: Box,
  sizePt: number,
  measure: Measure,
): Placed[] =>
  breakLines(paragraphs, box.width, sizePt, measure).lines.map(({ text, face, indent, at }) =>
    textAt(part, text, { x: box.x + indent, y: box.top + at, sizePt, face }),
  );
