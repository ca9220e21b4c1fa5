/** Exact segment tests on whole millimetres (products stay below 2^53). */
import type { Point } from './planar-mesh.ts';

const turn = (a: Point, b: Point, c: Point): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

const same = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];

/** p is known to be on the line through a and b: is it between them? */
const between = (a: Point, b: Point, p: Point): boolean =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1]);

/** True where two segments share a point, unless all they share is one common end. */
export function segmentsMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  if (same(a, c)) return turn(a, b, d) === 0 && (b[0] - a[0]) * (d[0] - c[0]) + (b[1] - a[1]) * (d[1] - c[1]) > 0;
  if (same(a, d)) return segmentsMeet(a, b, d, c);
  if (same(b, c)) return segmentsMeet(b, a, c, d);
  if (same(b, d)) return segmentsMeet(b, a, d, c);
  const abc = turn(a, b, c);
  const abd = turn(a, b, d);
  const cda = turn(c, d, a);
  const cdb = turn(c, d, b);
  if (abc !== abd && cda !== cdb && abc * abd <= 0 && cda * cdb <= 0 && (abc !== 0 || abd !== 0)) return true;
  return (
    (abc === 0 && between(a, b, c)) ||
    (abd === 0 && between(a, b, d)) ||
    (cda === 0 && between(c, d, a)) ||
    (cdb === 0 && between(c, d, b))
  );
}
