import { fitAffine } from './fit-affine.ts';
import { solveLeastSquares } from './least-squares.ts';
import { frameOf, intoFrame, outOfFrame, type PicturePoint, type Tie, type Transformation } from './transformation.ts';

/** r² log r, from r²: how a thin plate bends under a point. */
const bend = (square: number): number => (square === 0 ? 0 : 0.5 * square * Math.log(square));
const ROUNDS = 60;
/** Pixels. */
const STILL = 1e-7;

/**
 * A thin plate through all ties (Bookstein 1989): what is between them bends as little as it can. It has no residuals of its own;
 * judge-fit.ts leaves one tie out at a time. Null where the ties lie on one line, or two of them on one place.
 */
export function fitThinPlate(ties: readonly Tie[]): Transformation | null {
  const from = frameOf(ties.map(({ picture }) => picture));
  const to = frameOf(ties.map(({ ground }) => ground));
  const plain = fitAffine(ties);
  if (!from || !to || !plain) return null;
  const known = ties.map(({ picture }) => intoFrame(from, picture));
  const wanted = ties.map(({ ground }) => intoFrame(to, ground));
  const bends = (x: number, y: number) => known.map(([u, v]) => bend((x - u) ** 2 + (y - v) ** 2));
  const rows = [
    ...known.map(([x, y]) => [...bends(x, y), 1, x, y]),
    [...known.map(() => 1), 0, 0, 0],
    [...known.map(([x]) => x), 0, 0, 0],
    [...known.map(([, y]) => y), 0, 0, 0],
  ];
  const solve = (axis: 0 | 1) => solveLeastSquares(rows, [...wanted.map((point) => point[axis]), 0, 0, 0]);
  const [easts, norths] = [solve(0), solve(1)];
  if (!easts || !norths) return null;
  const toGround = (at: PicturePoint): [number, number] => {
    const [x, y] = intoFrame(from, at);
    const terms = [...bends(x, y), 1, x, y];
    const along = (weights: readonly number[]) => terms.reduce((sum, term, i) => sum + term * weights[i]!, 0);
    return outOfFrame(to, [along(easts), along(norths)]);
  };
  return {
    toGround,
    // The plate is near its plane: step by step what is missed is laid back by the plane.
    toPicture(at) {
      let [x, y] = plain.toPicture(at);
      for (let round = 0; round < ROUNDS; round++) {
        const [east, north] = toGround([x, y]);
        const [u, v] = plain.toPicture([east, north]);
        const [p, q] = plain.toPicture(at);
        [x, y] = [x + p - u, y + q - v];
        if (Math.abs(p - u) + Math.abs(q - v) < STILL) break;
      }
      return [x, y];
    },
  };
}
