/** Pages and places on them after a turn. Pure. */
import type { PageTurn } from './document.ts';

export interface PageSize {
  readonly width: number;
  readonly height: number;
}
/** [x, y, width, height] in points of the picture, from its top left. */
export type PageBox = readonly [number, number, number, number];

export const turnSize = ({ width, height }: PageSize, turn: PageTurn): PageSize =>
  turn % 180 === 0 ? { width, height } : { width: height, height: width };

/** A box of a page of this size as it lies after the turn. */
export function turnBox(
  [x, y, width, height]: PageBox,
  page: PageSize,
  turn: PageTurn,
): [number, number, number, number] {
  if (turn === 90) return [page.height - y - height, x, height, width];
  if (turn === 180) return [page.width - x - width, page.height - y - height, width, height];
  if (turn === 270) return [y, page.width - x - width, height, width];
  return [x, y, width, height];
}
