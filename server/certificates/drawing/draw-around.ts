import type { Position, Ring } from '../../domain/drawing/boundary.ts';
import { poleOfInaccessibility } from '../../domain/geometry/pole-of-inaccessibility/pole-of-inaccessibility.ts';
import { clipLine, clipRing } from './clip-line.ts';
import type { DrawingLabel, Line, Point } from './extract-drawing.ts';
import type { LabelRoom } from './label-room.ts';

/** A parcel beside the one that is drawn: its number and its rings, metres, in the system of the drawing. */
export interface Neighbour {
  readonly no: string;
  readonly rings: readonly Ring[];
}

const NUMBER_PT = 7.5;
/** Of the land itself, in bold: the largest that has room. */
const OWN_PT = [11, 9, 7.5, 6.5];
/** Where a number may stand instead, millimetres from the middle of the room. */
const ASIDE: readonly Point[] = [
  [0, 0],
  [0, 3.5],
  [0, -3.5],
  [5, 0],
  [-5, 0],
  [0, 7],
  [0, -7],
];
/** Narrower pieces of neighbours have no number: nobody could tell whose it is. */
const LEAST_MM = 1.6;

interface Ground {
  readonly from: Point;
  readonly to: Point;
  at(position: Position): Point;
}

/** The largest circle that has room in the part of a neighbour that is seen. */
function circleIn(
  rings: readonly (readonly Point[])[],
  { from, to }: Ground,
): { at: Point; radius: number } | undefined {
  const seen = rings.map((ring) => clipRing(ring, from, to)).filter((ring) => ring.length > 3);
  if (seen.length === 0) return undefined;
  const flat = seen.map((ring) => Float64Array.from(ring.flat()));
  const [x, y] = poleOfInaccessibility(flat, 0, 0, 0.5);
  let radius = Number.POSITIVE_INFINITY;
  for (const ring of seen)
    for (const [index, [bx, by]] of ring.slice(1).entries()) {
      const [ax, ay] = ring[index]!;
      const [dx, dy] = [bx - ax, by - ay];
      const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      radius = Math.min(radius, Math.hypot(x - ax - along * dx, y - ay - along * dy));
    }
  return { at: [x, y], radius };
}

/** Lines of neighbours within the frame, taken in the room. */
export function linesAround(neighbours: readonly Neighbour[], ground: Ground, room: LabelRoom): Line[] {
  const lines: Line[] = [];
  for (const { rings } of neighbours)
    for (const ring of rings) {
      const points = ring.map(ground.at);
      for (const [index, to] of points.slice(1).entries()) {
        const seen = clipLine([points[index]!, to], ground.from, ground.to);
        if (seen) lines.push(seen);
      }
    }
  for (const line of lines) room.keepLine(line);
  return lines;
}

/** The number of the land itself: where it is widest, else beside it, else in smaller type; it stands on no line and no other label. */
export function ownNumber(no: string, rings: readonly Ring[], ground: Ground, room: LabelRoom): DrawingLabel | null {
  const circle = circleIn(
    rings.map((ring) => ring.map(ground.at)),
    ground,
  );
  if (!circle || no === '') return null;
  const { at, radius } = circle;
  const wishes = OWN_PT.flatMap((sizePt) =>
    ASIDE.filter(([dx, dy]) => Math.hypot(dx, dy) <= radius).map(
      ([dx, dy]): DrawingLabel => ({ text: no, at: [at[0] + dx, at[1] + dy], sizePt }),
    ),
  );
  return wishes.find((one) => room.place(one)) ?? null;
}

/** Numbers of neighbours, each on its own land, where they have room. */
export function numbersAround(neighbours: readonly Neighbour[], ground: Ground, room: LabelRoom): DrawingLabel[] {
  return neighbours.flatMap(({ no, rings }) => {
    const circle = circleIn(
      rings.map((ring) => ring.map(ground.at)),
      ground,
    );
    if (!circle || circle.radius < LEAST_MM) return [];
    const { at, radius } = circle;
    const wishes = ASIDE.filter(([dx, dy]) => Math.hypot(dx, dy) < radius);
    const label = wishes
      .map(([dx, dy]): DrawingLabel => ({ text: no, at: [at[0] + dx, at[1] + dy], sizePt: NUMBER_PT }))
      .find((one) => room.place(one));
    return label ? [label] : [];
  });
}
