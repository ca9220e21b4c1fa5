/** Where a page lies in its frame: whole, or so near that one place of it can be read. Pure. */
import type { PageTurn } from '../../../../server/domain/document/document.ts';
import { type PageBox, type PageSize, turnBox, turnSize } from '../../../../server/domain/document/page-turn.ts';

export type Size = PageSize;
export type Box = PageBox;
/** Degrees, clockwise. */
export type Turn = PageTurn;

export const addTurn = (turn: Turn, further: Turn): Turn => ((turn + further) % 360) as Turn;

/** Pixels of the frame a point of the picture takes, and where its first point lies. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** Share of the frame that a box takes at most, along and across the lines: what stands around it is seen too. */
const [ALONG, ACROSS] = [0.7, 0.3];
/** Nearer than this nothing is read better: print of 10 pt at 300 dpi is 23 px high, and the line around it is seen. */
const NEAREST = 0.55;
const MARGIN = 0.98;

/** How the sheet is laid so that its turned corner is its first point again. */
export function turnCss({ width, height }: Size, turn: Turn): string {
  if (turn === 90) return `translate(${height}px, 0) rotate(90deg)`;
  if (turn === 180) return `translate(${width}px, ${height}px) rotate(180deg)`;
  if (turn === 270) return `translate(0, ${width}px) rotate(270deg)`;
  return '';
}

/** No ground is shown beside a page that is larger than the frame; a smaller one lies in the middle. */
const within = (at: number, page: number, frame: number): number =>
  page <= frame ? (frame - page) / 2 : Math.min(0, Math.max(frame - page, at));

export function viewOf(frame: Size, page: Size, box: Box | null, turn: Turn): View {
  const sheet = turnSize(page, turn);
  const whole = Math.min(frame.width / sheet.width, frame.height / sheet.height) * MARGIN;
  const [x, y, width, height] = box ? turnBox(box, page, turn) : [0, 0, sheet.width, sheet.height];
  const near = Math.min((frame.width * ALONG) / width, (frame.height * ACROSS) / height, NEAREST);
  const scale = box ? Math.max(whole, near) : whole;
  return {
    scale,
    x: within(frame.width / 2 - (x + width / 2) * scale, sheet.width * scale, frame.width),
    y: within(frame.height / 2 - (y + height / 2) * scale, sheet.height * scale, frame.height),
  };
}

/** The view after a turn of the wheel: what lies under the pointer stays there. */
export function nearer(view: View, at: { readonly x: number; readonly y: number }, factor: number): View {
  const scale = Math.min(4, Math.max(0.02, view.scale * factor));
  const share = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * share, y: at.y - (at.y - view.y) * share };
}
