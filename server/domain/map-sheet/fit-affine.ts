import { solveLeastSquares } from './least-squares.ts';
import { frameOf, intoFrame, outOfFrame, type Tie, type Transformation } from './transformation.ts';

/** Six numbers: a line stays a line, and parallels stay parallel. Null where the ties lie on one line, or are fewer than three. */
export function fitAffine(ties: readonly Tie[]): Transformation | null {
  const from = frameOf(ties.map(({ picture }) => picture));
  const to = frameOf(ties.map(({ ground }) => ground));
  if (!from || !to) return null;
  const rows = ties.map(({ picture }) => [...intoFrame(from, picture), 1]);
  const wanted = ties.map(({ ground }) => intoFrame(to, ground));
  const easts = solveLeastSquares(
    rows,
    wanted.map(([east]) => east),
  );
  const norths = solveLeastSquares(
    rows,
    wanted.map(([, north]) => north),
  );
  if (!easts || !norths) return null;
  const [a = 0, b = 0, c = 0] = easts;
  const [d = 0, e = 0, f = 0] = norths;
  const area = a * e - b * d;
  // Ground on one line would make a picture of a line.
  if (Math.abs(area) < 1e-9) return null;
  return {
    toGround(at) {
      const [x, y] = intoFrame(from, at);
      return outOfFrame(to, [a * x + b * y + c, d * x + e * y + f]);
    },
    toPicture(at) {
      const [east, north] = intoFrame(to, at);
      const [p, q] = [east - c, north - f];
      return outOfFrame(from, [(e * p - b * q) / area, (a * q - d * p) / area]);
    },
  };
}
