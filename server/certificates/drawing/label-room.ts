/** Room on a drawing: labels and lines that are there already, found by where they are. */
import type { DrawingLabel, Line, Point } from './extract-drawing.ts';

const MM_PER_PT = 25.4 / 72;
/** Of a figure, in sizes of type; a letter is rarely wider. */
const SIGN_WIDTH = 0.6;
const CELL = 8;

/** Half its width and half its height, its middle and its direction. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly ux: number;
  readonly uy: number;
}

export const widthOf = (text: string, sizePt: number): number => text.length * sizePt * SIGN_WIDTH * MM_PER_PT;

function boxOf({ text, at: [x, y], sizePt, angle = 0 }: DrawingLabel): Box {
  const turned = (angle * Math.PI) / 180;
  const [w, h] = [widthOf(text, sizePt) / 2 + 0.25, (sizePt * MM_PER_PT * 0.8) / 2 + 0.15];
  return { x, y, w, h, ux: Math.cos(turned), uy: Math.sin(turned) };
}

/** How far a box reaches from its middle along a direction. */
const reach = ({ w, h, ux, uy }: Box, x: number, y: number): number =>
  Math.abs(ux * x + uy * y) * w + Math.abs(uy * x - ux * y) * h;

/** By the separating axes of both. */
function boxesMeet(a: Box, b: Box): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  return [
    [a.ux, a.uy],
    [-a.uy, a.ux],
    [b.ux, b.uy],
    [-b.uy, b.ux],
  ].every(([x = 0, y = 0]) => Math.abs(dx * x + dy * y) < reach(a, x, y) + reach(b, x, y));
}

/** A line seen from the box, cut off at its four sides. */
function lineMeets(box: Box, [from, to]: Line): boolean {
  const seen = ([x, y]: Point): readonly [number, number] => {
    const [dx, dy] = [x - box.x, y - box.y];
    return [dx * box.ux + dy * box.uy, dy * box.ux - dx * box.uy];
  };
  const [[ax, ay], [bx, by]] = [seen(from), seen(to)];
  let [enter, leave] = [0, 1];
  for (const [start, step, half] of [
    [ax, bx - ax, box.w],
    [ay, by - ay, box.h],
  ] as const) {
    if (Math.abs(step) < 1e-12) {
      if (Math.abs(start) >= half) return false;
      continue;
    }
    const [one, other] = [(-half - start) / step, (half - start) / step];
    enter = Math.max(enter, Math.min(one, other));
    leave = Math.min(leave, Math.max(one, other));
  }
  return enter < leave;
}

/** A box of paper with what is taken in it. */
export interface LabelRoom {
  /** What labels must not be written over. */
  keepLine(line: Line): void;
  keepBox(from: Point, to: Point): void;
  /** Takes the place if nothing is there; tells whether it did. `over`: lines may be crossed. */
  place(label: DrawingLabel, over?: boolean): boolean;
}

export function openLabelRoom(from: Point, to: Point): LabelRoom {
  const boxes = new Map<string, Box[]>();
  const lines = new Map<string, Line[]>();
  /** Names of the cells of a piece of paper, never more than those of the whole room. */
  function* cellsOf(minX: number, minY: number, maxX: number, maxY: number): Generator<string> {
    const cell = (value: number) => Math.floor(value / CELL);
    for (let x = cell(Math.max(minX, from[0])); x <= cell(Math.min(maxX, to[0])); x += 1)
      for (let y = cell(Math.max(minY, from[1])); y <= cell(Math.min(maxY, to[1])); y += 1) yield `${x} ${y}`;
  }
  function put<T>(into: Map<string, T[]>, cells: Iterable<string>, thing: T): void {
    for (const name of cells) {
      const there = into.get(name);
      if (there) there.push(thing);
      else into.set(name, [thing]);
    }
  }
  const around = (box: Box) => {
    const [w, h] = [reach(box, 1, 0), reach(box, 0, 1)];
    return [box.x - w, box.y - h, box.x + w, box.y + h] as const;
  };
  return {
    keepLine(line) {
      const [[ax, ay], [bx, by]] = line;
      const cells = cellsOf(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
      put(lines, cells, line);
    },
    keepBox([minX, minY], [maxX, maxY]) {
      const [w, h] = [(maxX - minX) / 2, (maxY - minY) / 2];
      put(boxes, cellsOf(minX, minY, maxX, maxY), { x: minX + w, y: minY + h, w, h, ux: 1, uy: 0 });
    },
    place(label, over = false) {
      const box = boxOf(label);
      const [minX, minY, maxX, maxY] = around(box);
      if (minX < from[0] || minY < from[1] || maxX > to[0] || maxY > to[1]) return false;
      for (const name of cellsOf(minX, minY, maxX, maxY)) {
        if (boxes.get(name)?.some((other) => boxesMeet(box, other))) return false;
        if (!over && lines.get(name)?.some((line) => lineMeets(box, line))) return false;
      }
      put(boxes, cellsOf(minX, minY, maxX, maxY), box);
      return true;
    },
  };
}
