/** A side of paper on which every thing has its place, in millimetres from the upper left corner: what a blank asks for. Pure data. */
import type { DrawnBlock } from '../drawing/extract-drawing.ts';

export type Face = 'regular' | 'bold';
/** Width of a text in millimetres. */
export type Measure = (text: string, sizePt: number, face: Face) => number;

/** `part` says what it belongs to, so that an overlay can leave out what the blank carries. */
interface OfPart {
  readonly part: string;
}
interface PlacedText extends OfPart {
  readonly kind: 'text';
  readonly text: string;
  /** Of its left end, middle or right end, as `align` says. */
  readonly x: number;
  /** Of its base line. */
  readonly y: number;
  readonly sizePt: number;
  readonly face: Face;
  readonly align: 'left' | 'centre' | 'right';
  /** True: it says what the whole is. */
  readonly heading?: boolean;
}
interface PlacedLine extends OfPart {
  readonly kind: 'line';
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly widthPt: number;
}
interface PlacedCircle extends OfPart {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}
interface PlacedQr extends OfPart {
  readonly kind: 'qr';
  readonly text: string;
  readonly alt: string;
  readonly x: number;
  readonly y: number;
  readonly sizeMm: number;
}
interface PlacedDrawing extends OfPart, DrawnBlock {
  readonly kind: 'drawing';
  readonly alt: string;
  readonly x: number;
  readonly y: number;
}
/** A word across the side in pale grey. */
interface PlacedMark extends OfPart {
  readonly kind: 'mark';
  readonly text: string;
}
export type Placed = PlacedText | PlacedLine | PlacedCircle | PlacedQr | PlacedDrawing | PlacedMark;

export interface PlacedSide {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly things: readonly Placed[];
}

interface Style {
  readonly x: number;
  readonly y: number;
  readonly sizePt: number;
  readonly face?: Face;
  readonly align?: PlacedText['align'];
  readonly heading?: boolean;
}

export const textAt = (
  part: string,
  text: string,
  { x, y, sizePt, face = 'regular', align = 'left', heading }: Style,
): Placed => ({
  kind: 'text',
  part,
  text,
  x,
  y,
  sizePt,
  face,
  align,
  ...(heading ? { heading } : {}),
});

export const lineAt = (
  part: string,
  from: readonly [number, number],
  to: readonly [number, number],
  widthPt = 0.5,
): Placed => ({ kind: 'line', part, from, to, widthPt });
