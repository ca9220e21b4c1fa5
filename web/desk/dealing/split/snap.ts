/** Where a pointer near a boundary is meant to be. Everything in metres of the sheet's own system, [east, north]. */
export type GroundPoint = readonly [east: number, north: number];

export interface SnapTarget {
  /** Rings or lines; a ring repeats its first corner. */
  readonly line: readonly GroundPoint[];
  /** Of what, for the hint: a parcel's number. */
  readonly name: string;
}

export type CatchKind = 'corner' | 'intersection' | 'foot' | 'edge';
export interface Caught {
  readonly kind: CatchKind;
  readonly at: GroundPoint;
  readonly name: string;
}

const distance = (a: GroundPoint, b: GroundPoint) => Math.hypot(b[0] - a[0], b[1] - a[1]);

interface Edge {
  readonly a: GroundPoint;
  readonly b: GroundPoint;
  readonly name: string;
}

const edgesOf = (targets: readonly SnapTarget[]): Edge[] =>
  targets.flatMap(({ line, name }) => line.slice(1).map((b, at) => ({ a: line[at]!, b, name })));

/** The point of an edge nearest to p, and whether it lies within the edge. */
function footOn({ a, b }: Edge, p: GroundPoint): { at: GroundPoint; within: boolean } {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square;
  const kept = Math.min(1, Math.max(0, t));
  return { at: [a[0] + kept * dx, a[1] + kept * dy], within: t >= 0 && t <= 1 };
}

/** Where two edges cross, ends included; null where they do not, or run along each other. */
function crossing(one: Edge, other: Edge): GroundPoint | null {
  const [rx, ry] = [one.b[0] - one.a[0], one.b[1] - one.a[1]];
  const [sx, sy] = [other.b[0] - other.a[0], other.b[1] - other.a[1]];
  const turn = rx * sy - ry * sx;
  if (turn === 0) return null;
  const [qx, qy] = [other.a[0] - one.a[0], other.a[1] - one.a[1]];
  const t = (qx * sy - qy * sx) / turn;
  const u = (qx * ry - qy * rx) / turn;
  return t < 0 || t > 1 || u < 0 || u > 1 ? null : [one.a[0] + t * rx, one.a[1] + t * ry];
}

const nearest = (all: readonly Caught[], p: GroundPoint, within: number): Caught | null =>
  all.reduce<Caught | null>(
    (best, one) =>
      distance(one.at, p) <= within && (best === null || distance(one.at, p) < distance(best.at, p)) ? one : best,
    null,
  );

/**
 * What catches a pointer: a corner before a crossing of lines, that before the foot of the perpendicular from the corner set
 * last, that before any place on an edge. A corner is exactly that corner, to the last bit.
 */
export function snap(
  p: GroundPoint,
  within: number,
  targets: readonly SnapTarget[],
  before: GroundPoint | null,
): Caught | null {
  const corners = targets.flatMap(({ line, name }) => line.map((at): Caught => ({ kind: 'corner', at, name })));
  const corner = nearest(corners, p, within);
  if (corner) return corner;
  const near = edgesOf(targets).filter((edge) => distance(footOn(edge, p).at, p) <= within);
  const crossings = near.flatMap((one, i) =>
    near.slice(i + 1).flatMap((other): Caught[] => {
      const at = crossing(one, other);
      return at ? [{ kind: 'intersection', at, name: one.name }] : [];
    }),
  );
  const met = nearest(crossings, p, within);
  if (met) return met;
  const feet = before
    ? near.flatMap((edge): Caught[] => {
        const { at, within: inside } = footOn(edge, before);
        // From a corner on the edge itself every foot is that corner.
        return inside && distance(at, before) > within ? [{ kind: 'foot', at, name: edge.name }] : [];
      })
    : [];
  const edges = near.map((edge): Caught => ({ kind: 'edge', at: footOn(edge, p).at, name: edge.name }));
  return nearest(feet, p, within) ?? nearest(edges, p, within);
}
