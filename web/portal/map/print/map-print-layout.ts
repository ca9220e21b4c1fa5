/** Where things lie on a printed sheet. Millimetres on paper, metres on the ground. */
import { roundBelow } from '../../../../server/domain/drawing/round-below.ts';

export const PAPERS = {
  'a4-portrait': { name: 'A4', portrait: true, width: 210, height: 297 },
  'a4-landscape': { name: 'A4', portrait: false, width: 297, height: 210 },
  'a3-portrait': { name: 'A3', portrait: true, width: 297, height: 420 },
  'a3-landscape': { name: 'A3', portrait: false, width: 420, height: 297 },
} as const;
export type PaperName = keyof typeof PAPERS;

/** Denominators a sheet can be printed at, as on cadastral maps. */
export const SCALES = [200, 500, 1000, 2000, 5000, 10_000] as const;

const MARGIN = 10;
const HEAD = 18;
const FOOT = 30;

export interface SheetLayout {
  readonly paper: { readonly width: number; readonly height: number };
  /** The map on the paper, from the upper left corner. */
  readonly map: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

export function sheetLayout(paper: PaperName): SheetLayout {
  const { width, height } = PAPERS[paper];
  return {
    paper: { width, height },
    map: { left: MARGIN, top: MARGIN + HEAD, width: width - 2 * MARGIN, height: height - 2 * MARGIN - HEAD - FOOT },
  };
}

/** Millimetres on paper of metres on the ground. */
export const onPaper = (metres: number, scale: number) => (metres * 1000) / scale;
/** Metres on the ground of millimetres on paper. */
export const onGround = (mm: number, scale: number) => (mm * scale) / 1000;

/** The largest scale (smallest denominator) at which so much ground fits on the paper; else the smallest there is. */
export function scaleThatFits(paper: PaperName, widthM: number, heightM: number): number {
  const { map } = sheetLayout(paper);
  return (
    SCALES.find((scale) => onGround(map.width, scale) >= widthM && onGround(map.height, scale) >= heightM) ??
    SCALES[SCALES.length - 1]!
  );
}

/** Most millimetres between grid crosses, and of the scale bar. */
const GRID = 60;
const BAR = 60;

/** Metres between the crosses of a sheet. */
export const gridStep = (scale: number) => roundBelow(onGround(GRID, scale));

/** Metres the scale bar stands for. */
export const barLength = (scale: number) => roundBelow(onGround(BAR, scale));

export interface Grid {
  /** Grid lines going north, with their east coordinate (Y), from the left edge of the map. */
  readonly east: readonly { readonly metres: number; readonly mm: number }[];
  /** Grid lines going east, with their north coordinate (X), from the top edge of the map. */
  readonly north: readonly { readonly metres: number; readonly mm: number }[];
}

/** Whole grid coordinates on a map of so many millimetres around a centre (east, north in metres). */
export function gridOf(
  centre: readonly [east: number, north: number],
  width: number,
  height: number,
  scale: number,
): Grid {
  const step = gridStep(scale);
  const lines = (middle: number, size: number, mmOf: (metres: number) => number) => {
    const half = onGround(size / 2, scale);
    const made: { metres: number; mm: number }[] = [];
    for (let metres = Math.ceil((middle - half) / step) * step; metres <= middle + half; metres += step)
      made.push({ metres, mm: mmOf(metres) });
    return made;
  };
  return {
    east: lines(centre[0], width, (metres) => width / 2 + onPaper(metres - centre[0], scale)),
    north: lines(centre[1], height, (metres) => height / 2 - onPaper(metres - centre[1], scale)),
  };
}
