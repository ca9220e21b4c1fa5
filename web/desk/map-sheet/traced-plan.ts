/** What the map shows of a sheet that is being traced. Ground in metres of the sheet's system, [east, north]. */
import { landOfRings } from '../../../server/domain/map-sheet/land-of-rings.ts';
import type { Transformation } from '../../../server/domain/map-sheet/transformation.ts';
import type { MapSheetLand } from '../../api/document/map-sheets.ts';
import type { Extent, PlanShape, SheetPlan } from '../../map/map-context.ts';
import { type Caught, type GroundPoint, type SnapTarget, snap } from '../dealing/split/snap.ts';
import type { PictureCorner, Traced } from './trace-history.ts';

/** Traced rings on the ground, each corner beside the point of the picture that it is. */
export interface OnGround {
  readonly rings: readonly (readonly GroundPoint[])[];
  /** Each with the parcels inside it as holes: what is handed over. */
  readonly land: readonly (readonly (readonly GroundPoint[])[])[];
  readonly open: readonly GroundPoint[];
  /** The point of the picture that a corner is, where one was caught. */
  cornerAt(ground: GroundPoint): PictureCorner | undefined;
}

export function onGround({ parcels, open }: Traced, { toGround }: Transformation): OnGround {
  const known = new Map<string, PictureCorner>();
  const put = ([x = 0, y = 0]: readonly number[]): GroundPoint => {
    const ground = toGround([x, y]);
    known.set(ground.join(), [x, y]);
    return ground;
  };
  const rings = parcels.map(({ ring }) => ring.map(put));
  const begun = open.map(put);
  return { rings, land: landOfRings(rings), open: begun, cornerAt: (ground) => known.get(ground.join()) };
}

/** What catches the pointer: corners and edges of what was traced, and of the boundary in hand. */
export const targetsOf = ({ rings, open }: OnGround, nameOf: (parcel: number) => string): SnapTarget[] => [
  ...rings.map((ring, at) => ({ line: [...ring, ring[0]!], name: nameOf(at) })),
  ...(open.length > 0 ? [{ line: open, name: '' }] : []),
];

/** Corners nearer to each other than this are one, metres: what a hand-over keeps apart is 0.1 mm. */
const SAME_CORNER_M = 0.001;

/**
 * What catches a pointer over a sheet: a registered corner before all, however near a traced one is, since that boundary is registered;
 * of two corners at one place the traced one, whose point of the picture is known. Metres of the sheet's system.
 */
export function catchOnSheet(
  at: GroundPoint,
  within: number,
  traced: readonly SnapTarget[],
  registered: readonly SnapTarget[],
): Caught | null {
  const caught = snap(at, within, [...traced, ...registered], null);
  const corner = snap(at, within, registered, null);
  if (corner?.kind !== 'corner') return caught;
  const same = snap(corner.at, SAME_CORNER_M, traced, null);
  return same?.kind === 'corner' ? same : corner;
}

/** Whether a line may pass within so many metres of a place: by its box, since there are thousands and a pointer moves often. */
export function comesNear(line: readonly GroundPoint[], [east, north]: GroundPoint, within: number): boolean {
  let [west, south, right, top] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const [x, y] of line) {
    [west, right] = [Math.min(west, x), Math.max(right, x)];
    [south, top] = [Math.min(south, y), Math.max(top, y)];
  }
  return east >= west - within && east <= right + within && north >= south - within && north <= top + within;
}

/** What catches of the register: every ring of every parcel. */
export const targetsOfLand = (registered: MapSheetLand['items']): SnapTarget[] =>
  registered.flatMap(({ rings, no, sheet }) => rings.map((line) => ({ line, name: `${no} (${sheet})` })));

/** West, south, east, north of points in degrees. */
export function boxOf(points: readonly (readonly number[])[]): Extent | null {
  if (points.length === 0) return null;
  const [xs, ys] = [points.map(([x = 0]) => x), points.map(([, y = 0]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export interface TracePointer {
  readonly at: GroundPoint;
  readonly caught: Caught | null;
}

/** The drawing as shapes, the lowest first. */
export function planOfTraced(
  { land, open }: OnGround,
  traced: Traced,
  {
    srid,
    chosen,
    pointer,
    drawing,
    registered,
  }: {
    srid: number;
    chosen: number | null;
    pointer: TracePointer | null;
    drawing: boolean;
    /** Land of the register under the sheet. */
    registered: MapSheetLand['items'];
  },
): SheetPlan {
  const shapes: PlanShape[] = [
    ...registered.map(({ rings, no }) => ({ kind: 'neighbour' as const, rings, label: no })),
    ...land.map((rings, at) => ({
      kind: at === chosen ? ('part-chosen' as const) : ('part' as const),
      rings,
      label: traced.parcels[at]?.no || '?',
    })),
  ];
  const line = pointer && open.length > 0 ? [...open, pointer.at] : open;
  if (line.length > 1) shapes.push({ kind: 'cut', line });
  for (const point of open) shapes.push({ kind: 'corner', point });
  if (pointer?.caught)
    shapes.push({ kind: pointer.caught.kind === 'corner' ? 'catch-corner' : 'catch', point: pointer.at });
  return { srid, shapes, drawing };
}
