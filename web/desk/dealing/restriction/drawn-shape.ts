/** Where a restriction lies on a parcel, as one line or one ring that is drawn or typed: X north and Y east where it is typed. Pure. */
import type { ParcelDetail } from '../../../api/parcels.ts';
import { type DrawAction, type DrawHistory, drawStep, type Lines } from '../split/draw-history.ts';
import type { GroundPoint } from '../split/snap.ts';

export const PLACES = ['all', 'line', 'polygon'] as const;
export type Place = (typeof PLACES)[number];

/** Whether there is something to draw. */
export const isDrawn = ({ does, place }: { readonly does: 'place' | 'lift'; readonly place: Place }): boolean =>
  does === 'place' && place !== 'all';

/** Corners that a shape needs. */
const LEAST: Readonly<Record<Place, number>> = { all: 0, line: 2, polygon: 3 };

export interface DrawnShape {
  readonly srid: number;
  readonly type: 'LineString' | 'Polygon';
  readonly coordinates: unknown;
}

const same = (a: GroundPoint, b: GroundPoint) => a[0] === b[0] && a[1] === b[1];

/** A ring without the corner that closes it, which tables of coordinates often repeat. */
const opened = (line: readonly GroundPoint[]) =>
  line.length > 1 && same(line[0]!, line.at(-1)!) ? line.slice(0, -1) : line;

/** One step of drawing a single shape: corners go on where it ended, and what is typed takes the place of what was there. */
export function shapeStep(history: DrawHistory, action: DrawAction): DrawHistory {
  const { now } = history;
  if (action.do === 'corner' && !now.open && now.lines.length > 0)
    return drawStep({ ...history, now: { ...now, open: true } }, action);
  const next = drawStep(history, action);
  return action.do === 'typed' ? { ...next, now: { ...next.now, lines: next.now.lines.slice(-1) } } : next;
}

/** The ring of a part of the ground, closed; null while it has too few corners. */
export function ringOf(lines: Lines): readonly GroundPoint[] | null {
  const corners = opened(lines[0] ?? []);
  return corners.length < LEAST.polygon ? null : [...corners, corners[0]!];
}

/** The shape that is drawn; null where it lies on all of the parcel, undefined while corners are missing. */
export function shapeOf(
  place: Place,
  lines: Lines,
  { geometryLegal: { srid } }: Pick<ParcelDetail, 'geometryLegal'>,
): DrawnShape | null | undefined {
  if (place === 'all') return null;
  const line = lines[0] ?? [];
  if (place === 'line') return line.length < LEAST.line ? undefined : { srid, type: 'LineString', coordinates: line };
  const ring = ringOf(lines);
  return ring === null ? undefined : { srid, type: 'Polygon', coordinates: [ring] };
}
