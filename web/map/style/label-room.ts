/** How much room a label has inside its polygon. Pure; map units in, map units out. */

/** Polygons as flat coordinates, x, y, x, y …; `ends` says where each ring ends. */
export interface FlatPolygon {
  readonly flat: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Distance from a point to the outline along one axis, both ways. Null where the point is outside. `axis` 0: along x.
 */
function reach({ flat, ends }: FlatPolygon, point: readonly [number, number], axis: 0 | 1): [number, number] | null {
  const other = axis === 0 ? 1 : 0;
  const at = point[axis];
  const level = point[other];
  let before = Number.NEGATIVE_INFINITY;
  let after = Number.POSITIVE_INFINITY;
  let crossings = 0;
  let start = 0;
  for (const end of ends) {
    for (let i = start, j = end - 2; i < end; j = i, i += 2) {
      const [a, b] = [flat[i + other]!, flat[j + other]!];
      if (a > level === b > level) continue;
      const cut = flat[i + axis]! + ((flat[j + axis]! - flat[i + axis]!) * (level - a)) / (b - a);
      if (cut > at) {
        crossings += 1;
        after = Math.min(after, cut);
      } else before = Math.max(before, cut);
    }
    start = end;
  }
  return crossings % 2 === 1 && before > Number.NEGATIVE_INFINITY ? [at - before, after - at] : null;
}

/**
 * Width and height of the room around a label point: a label is centred, so twice the nearer side counts. Where a tile
 * cut the polygon off, that side says nothing, and the other one stands for both. Null: the point lies outside.
 */
export function labelRoom(
  polygon: FlatPolygon,
  point: readonly [number, number],
  tile: readonly [west: number, south: number, east: number, north: number],
): { readonly width: number; readonly height: number } | null {
  const across = reach(polygon, point, 0);
  const along = reach(polygon, point, 1);
  if (!across || !along) return null;
  const room = ([low, high]: [number, number], at: number, from: number, to: number) => {
    const lowCut = at - low <= from;
    const highCut = at + high >= to;
    if (lowCut && highCut) return low + high;
    return 2 * (lowCut ? high : highCut ? low : Math.min(low, high));
  };
  return { width: room(across, point[0], tile[0], tile[2]), height: room(along, point[1], tile[1], tile[3]) };
}
