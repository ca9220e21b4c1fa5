import type { Position } from '../../domain/drawing/boundary.ts';
import { roundBelow } from '../../domain/drawing/round-below.ts';
import type { DrawingLabel, DrawnFrame, Line, Point } from './extract-drawing.ts';
import { widthOf } from './label-room.ts';

const TICK_MM = 2.5;
/** Ticks stand at least so far apart, and at most two and a half times as far. */
const APART_MM = 25;
const SIZE_PT = 6;

interface Ground {
  readonly scale: number;
  readonly from: Point;
  readonly to: Point;
  readonly middle: Position;
  at(position: Position): Point;
}

/** Round coordinates between two ends. */
function roundOnes(least: number, most: number, step: number): number[] {
  const first = Math.ceil(least / step);
  return Array.from({ length: Math.max(0, Math.floor(most / step) - first + 1) }, (_, index) => (first + index) * step);
}

/** The frame with ticks at round coordinates on all four sides: east is written above and below, north along left and right. */
export function drawFrame({ widthMm, heightMm }: { widthMm: number; heightMm: number }, ground: Ground): DrawnFrame {
  const { scale, from, to, middle, at } = ground;
  const step = roundBelow(((APART_MM * scale) / 1000) * 2.5);
  const [halfE, halfN] = [((to[0] - from[0]) * scale) / 2000, ((to[1] - from[1]) * scale) / 2000];
  const ticks: Line[] = [];
  const labels: DrawingLabel[] = [];
  for (const east of roundOnes(middle[0] - halfE, middle[0] + halfE, step)) {
    const [x] = at([east, middle[1]]);
    const text = String(east);
    const half = widthOf(text, SIZE_PT) / 2;
    ticks.push(
      [
        [x, from[1]],
        [x, from[1] + TICK_MM],
      ],
      [
        [x, to[1]],
        [x, to[1] - TICK_MM],
      ],
    );
    if (x - half < 0 || x + half > widthMm) continue;
    for (const y of [from[1] - 1.8, to[1] + 1.8]) labels.push({ text, at: [x, y], sizePt: SIZE_PT });
  }
  for (const north of roundOnes(middle[1] - halfN, middle[1] + halfN, step)) {
    const [, y] = at([middle[0], north]);
    const text = String(north);
    const half = widthOf(text, SIZE_PT) / 2;
    ticks.push(
      [
        [from[0], y],
        [from[0] + TICK_MM, y],
      ],
      [
        [to[0], y],
        [to[0] - TICK_MM, y],
      ],
    );
    if (y - half < from[1] || y + half > heightMm) continue;
    for (const x of [from[0] - 1.8, to[0] + 1.8]) labels.push({ text, at: [x, y], sizePt: SIZE_PT, angle: 90 });
  }
  return { from, to, ticks, labels };
}
