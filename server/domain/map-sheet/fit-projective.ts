import { solveLeastSquares } from './least-squares.ts';
import { frameOf, intoFrame, outOfFrame, type Tie, type Transformation } from './transformation.ts';

type Eight = readonly [number, number, number, number, number, number, number, number];
const ROUNDS = 20;
/** In units of the frame: below what a double can tell of the plane of the law. */
const STILL = 1e-13;

const project = ([a, b, c, d, e, f, g, h]: Eight, x: number, y: number): [number, number] => {
  const w = g * x + h * y + 1;
  return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
};

/**
 * Eight numbers: a line stays a line. The distances on the ground are made least (not those of the linear form, which weigh a
 * point by how far off it lies): the linear form first, then Gauss and Newton. Null where three of four ties lie on one line, or
 * there are fewer than four.
 */
export function fitProjective(ties: readonly Tie[]): Transformation | null {
  const from = frameOf(ties.map(({ picture }) => picture));
  const to = frameOf(ties.map(({ ground }) => ground));
  if (!from || !to) return null;
  const pairs = ties.map(({ picture, ground }) => [intoFrame(from, picture), intoFrame(to, ground)] as const);
  let found = solveLeastSquares(
    pairs.flatMap(([[x, y], [east, north]]) => [
      [x, y, 1, 0, 0, 0, -east * x, -east * y],
      [0, 0, 0, x, y, 1, -north * x, -north * y],
    ]),
    pairs.flatMap(([, ground]) => [...ground]),
  ) as Eight | null;
  if (!found) return null;
  for (let round = 0; round < ROUNDS; round++) {
    const at: Eight = found;
    const rows: number[][] = [];
    const left: number[] = [];
    for (const [[x, y], [east, north]] of pairs) {
      const w = at[6] * x + at[7] * y + 1;
      const [u, v] = project(at, x, y);
      rows.push([x / w, y / w, 1 / w, 0, 0, 0, (-u * x) / w, (-u * y) / w]);
      rows.push([0, 0, 0, x / w, y / w, 1 / w, (-v * x) / w, (-v * y) / w]);
      left.push(east - u, north - v);
    }
    const step = solveLeastSquares(rows, left);
    if (!step) return null;
    found = at.map((value, i) => value + step[i]!) as unknown as Eight;
    if (step.every((part) => Math.abs(part) < STILL)) break;
  }
  // A picture beyond the horizon of the fit would lie behind the eye.
  if (!pairs.every(([[x, y]]) => found![6] * x + found![7] * y + 1 > 0)) return null;
  const back = invert(found);
  if (!back) return null;
  const forth = found;
  return {
    toGround: (at) => outOfFrame(to, project(forth, ...intoFrame(from, at))),
    toPicture: (at) => outOfFrame(from, project(back, ...intoFrame(to, at))),
  };
}

/** The same the other way round; null where everything falls on one line. */
function invert([a, b, c, d, e, f, g, h]: Eight): Eight | null {
  const last = a * e - b * d;
  if (Math.abs(last) < 1e-9) return null;
  const all = [e - f * h, c * h - b, b * f - c * e, f * g - d, a - c * g, c * d - a * f, d * h - e * g, b * g - a * h];
  return all.map((part) => part / last) as unknown as Eight;
}
