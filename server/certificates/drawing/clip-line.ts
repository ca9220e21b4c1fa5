import type { Line, Point } from './extract-drawing.ts';

/** The piece of a line within a box (Liang and Barsky 1984); undefined where none is. */
export function clipLine([[ax, ay], [bx, by]]: Line, [minX, minY]: Point, [maxX, maxY]: Point): Line | undefined {
  const [dx, dy] = [bx - ax, by - ay];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-dx, ax - minX],
    [dx, maxX - ax],
    [-dy, ay - minY],
    [dy, maxY - ay],
  ] as const) {
    if (step === 0) {
      if (room < 0) return undefined;
      continue;
    }
    const at = room / step;
    if (step < 0) enter = Math.max(enter, at);
    else leave = Math.min(leave, at);
  }
  if (enter >= leave) return undefined;
  return [
    [ax + enter * dx, ay + enter * dy],
    [ax + leave * dx, ay + leave * dy],
  ];
}

/** A ring within a box (Sutherland and Hodgman 1974), closed: for finding room in it, not for drawing it. */
export function clipRing(ring: readonly Point[], [minX, minY]: Point, [maxX, maxY]: Point): Point[] {
  const sides: readonly (readonly [axis: 0 | 1, limit: number, way: 1 | -1])[] = [
    [0, minX, 1],
    [0, maxX, -1],
    [1, minY, 1],
    [1, maxY, -1],
  ];
  let points = ring.slice(0, -1);
  for (const [axis, limit, way] of sides) {
    const within = (point: Point) => (point[axis] - limit) * way >= 0;
    points = points.flatMap((to, index) => {
      const from = points.at(index - 1)!;
      const at = (limit - from[axis]) / (to[axis] - from[axis]);
      const cut: Point[] =
        within(from) === within(to) ? [] : [[from[0] + at * (to[0] - from[0]), from[1] + at * (to[1] - from[1])]];
      return within(to) ? [...cut, to] : cut;
    });
  }
  return points.length < 3 ? [] : [...points, points[0]!];
}
