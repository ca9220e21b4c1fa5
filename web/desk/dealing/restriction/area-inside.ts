import type { GroundPoint } from '../split/snap.ts';

type Ring = readonly GroundPoint[];
type Triangle = readonly [GroundPoint, GroundPoint, GroundPoint];

/** Twice the area of a ring that need not repeat its first corner; positive where it turns left. */
function twiceArea(ring: Ring): number {
  let sum = 0;
  for (const [at, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!;
    sum += x * nextY - nextX * y;
  }
  return sum;
}

/** Triangles from the origin to each edge, each turning left, with the sign by which they add up to the polygon. */
function fan(rings: readonly Ring[], origin: GroundPoint): { readonly sign: number; readonly corners: Triangle }[] {
  return rings.flatMap((ring, index) => {
    const local = ring.map(([x, y]): GroundPoint => [x - origin[0], y - origin[1]]);
    // Yards are taken away, whichever way the file goes round.
    const way = Math.sign(twiceArea(local)) * (index === 0 ? 1 : -1);
    return local.flatMap((a, at) => {
      const b = local[(at + 1) % local.length]!;
      const twice = a[0] * b[1] - b[0] * a[1];
      if (twice === 0) return [];
      const corners: Triangle = twice > 0 ? [[0, 0], a, b] : [[0, 0], b, a];
      return [{ sign: Math.sign(twice) * way, corners }];
    });
  });
}

/** What of a convex ring lies left of the line from a to b. */
function leftOf(ring: Ring, a: GroundPoint, b: GroundPoint): GroundPoint[] {
  const side = (p: GroundPoint) => (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);
  return ring.flatMap((p, at) => {
    const q = ring[(at + 1) % ring.length]!;
    const [here, there] = [side(p), side(q)];
    const kept = here >= 0 ? [p] : [];
    if (here < 0 === there < 0 || here === there) return kept;
    const t = here / (here - there);
    return [...kept, [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])] as GroundPoint];
  });
}

function common(one: Triangle, [a, b, c]: Triangle): number {
  const left = [[a, b] as const, [b, c] as const, [c, a] as const].reduce<Ring>(
    (ring, [from, to]) => (ring.length === 0 ? ring : leftOf(ring, from, to)),
    one,
  );
  return left.length < 3 ? 0 : twiceArea(left) / 2;
}

/**
 * The ground that two polygons have in common, m²; rings in metres of one system, the outer one first, not crossing
 * themselves. Shown while a shape is drawn; what is registered is measured by the database. A polygon is the sum of signed
 * triangles from one point to its edges, so that what two have in common is the sum of what their triangles have.
 */
export function areaInside(shape: readonly Ring[], land: readonly Ring[]): number {
  const origin = shape[0]?.[0] ?? [0, 0];
  const parts = fan(land, origin);
  const sum = fan(shape, origin).reduce(
    (all, one) =>
      all + parts.reduce((part, other) => part + one.sign * other.sign * common(one.corners, other.corners), 0),
    0,
  );
  return Math.max(0, sum);
}
