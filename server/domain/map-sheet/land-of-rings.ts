/** Boundaries within boundaries: a parcel that lies inside another is no part of its land. Everything in metres of the sheet's system, [east, north]. Pure. */
export type Corner = readonly [east: number, north: number];
/** Corners of a boundary; the last is joined to the first, which is not repeated. */
export type Ring = readonly Corner[];

/** A corner this near to a line stands on it, m: less than is kept. */
const ON_LINE_M = 0.001;

const keyOf = (corner: Corner): string => corner.join();

const edgesOf = (ring: Ring): [Corner, Corner][] => ring.map((from, at) => [from, ring[(at + 1) % ring.length]!]);

/** Twice the area, more than nothing where the ring runs against the clock. */
function turnOf(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  return edgesOf(ring).reduce((sum, [[x, y], [u, v]]) => sum + (x - x0) * (v - y0) - (u - x0) * (y - y0), 0);
}

/** m², of one ring. */
const ringAreaOf = (ring: Ring): number => Math.abs(turnOf(ring)) / 2;

/** m², of a boundary without what lies within it. */
export const landAreaOf = ([outer, ...holes]: readonly Ring[]): number =>
  outer ? ringAreaOf(outer) - holes.reduce((sum, hole) => sum + ringAreaOf(hole), 0) : 0;

function distanceTo([px, py]: Corner, [ax, ay]: Corner, [bx, by]: Corner): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / square));
  return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}

const sideOf = ([px, py]: Corner, [ax, ay]: Corner, [bx, by]: Corner): number =>
  Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax));

const cross = ([a, b]: readonly [Corner, Corner], [c, d]: readonly [Corner, Corner]): boolean =>
  sideOf(a, c, d) * sideOf(b, c, d) < 0 && sideOf(c, a, b) * sideOf(d, a, b) < 0;

/** Whether a corner lies within a ring, and not on its line. */
function liesWithin(corner: Corner, edges: readonly (readonly [Corner, Corner])[]): boolean {
  const [px, py] = corner;
  let within = false;
  for (const [a, b] of edges) {
    if (distanceTo(corner, a, b) <= ON_LINE_M) return false;
    if (a[1] > py !== b[1] > py && px < ((b[0] - a[0]) * (py - a[1])) / (b[1] - a[1]) + a[0]) within = !within;
  }
  return within;
}

interface Boundary {
  readonly ring: Ring;
  readonly edges: [Corner, Corner][];
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

function boundaryOf(ring: Ring): Boundary {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const [west, south, east, north] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return { ring, edges: edgesOf(ring), west, south, east, north };
}

/** Whether a boundary lies wholly within another and touches it nowhere. Neighbours share corners, and end at the first. */
const encloses = (outer: Boundary, inner: Boundary): boolean =>
  inner.west > outer.west &&
  inner.south > outer.south &&
  inner.east < outer.east &&
  inner.north < outer.north &&
  inner.ring.every((corner) => liesWithin(corner, outer.edges)) &&
  !inner.edges.some((edge) => outer.edges.some((other) => cross(edge, other)));

/** Edges against the clock, each cut where a corner of another boundary stands on it: what two share is then the same edge both ways. */
function cutEdges(rings: readonly Ring[]): [Corner, Corner][] {
  const corners = rings.flat();
  return rings.flatMap((ring) =>
    edgesOf(turnOf(ring) < 0 ? ring.toReversed() : ring).flatMap(([from, to]) => {
      const isEnd = (corner: Corner) => [from, to].some((end) => keyOf(end) === keyOf(corner));
      const far = (corner: Corner) => Math.hypot(corner[0] - from[0], corner[1] - from[1]);
      const between = new Map(
        corners
          .filter((corner) => !isEnd(corner) && distanceTo(corner, from, to) <= ON_LINE_M)
          .map((corner) => [keyOf(corner), corner]),
      );
      const path = [from, ...[...between.values()].sort((a, b) => far(a) - far(b)), to];
      return path.slice(1).map((end, at): [Corner, Corner] => [path[at]!, end]);
    }),
  );
}

/** The outlines of boundaries taken together: holes that shared an edge would be no geometry. Ground that they surround is nobody's yet, and stays out. */
function outlinesOf(rings: readonly Ring[]): Ring[] {
  const edges = new Map(cutEdges(rings).map(([from, to]) => [`${keyOf(from)} ${keyOf(to)}`, [from, to] as const]));
  const onward = new Map<string, Corner[]>();
  for (const [from, to] of edges.values()) {
    if (edges.has(`${keyOf(to)} ${keyOf(from)}`)) continue;
    onward.set(keyOf(from), [...(onward.get(keyOf(from)) ?? []), to]);
  }
  const outlines: Ring[] = [];
  for (const start of onward.keys()) {
    // Where the way comes back to a corner it has been at, that loop is an outline by itself.
    let path: Corner[] = [];
    for (let next = onward.get(start)?.pop(); next; next = onward.get(keyOf(next))?.pop()) {
      const met = path.findIndex((corner) => keyOf(corner) === keyOf(next!));
      if (met >= 0) {
        outlines.push(path.slice(met));
        path = path.slice(0, met);
      }
      path.push(next);
    }
    if (path.length > 2) outlines.push(path);
  }
  return outlines.filter((ring) => ring.length > 2 && turnOf(ring) > 0);
}

/** Each boundary with what lies directly within it: its ring, then the outlines of the boundaries inside, which are other parcels. */
export function landOfRings(rings: readonly Ring[]): Ring[][] {
  const boundaries = rings.map(boundaryOf);
  const inside = boundaries.map((outer) => boundaries.filter((inner) => inner !== outer && encloses(outer, inner)));
  return rings.map((ring, at) => {
    const all = inside[at] ?? [];
    const direct = all.filter((one) => !all.some((other) => inside[boundaries.indexOf(other)]?.includes(one)));
    return direct.length === 0 ? [ring] : [ring, ...outlinesOf(direct.map((one) => one.ring))];
  });
}
