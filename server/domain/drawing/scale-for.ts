import { roundBelow } from './round-below.ts';

/** Room for the land on paper, millimetres. */
export interface PaperRoom {
  readonly width: number;
  readonly height: number;
}

/** Denominators used on land extracts, and larger ones for forests and lakes. */
export const DRAWING_SCALES: readonly number[] = [100, 200, 500, 1000, 2000, 5000, 10_000, 25_000, 50_000, 100_000];
const BEYOND = 50_000;

/** The largest of the scales at which a piece of ground of this size (metres) fits; beyond the last one a round number. */
export function scaleFor(widthM: number, heightM: number, room: PaperRoom, scales = DRAWING_SCALES): number {
  const needed = Math.max((widthM * 1000) / room.width, (heightM * 1000) / room.height);
  return scales.find((scale) => scale >= needed) ?? Math.ceil(needed / BEYOND) * BEYOND;
}

/** Metres, a round number, that are at most so many millimetres long on paper, and at least two fifths of it. */
export const roundLength = (scale: number, mostMm: number): number => roundBelow((mostMm * scale) / 1000);
