/** Shapes of a few bytes whose comparison costs far more than they weigh. Invented, for tests and the benchmark of heavy files. */

type Ring = [number, number][];

const squareAround = ([x, y]: readonly [number, number], reach: number): Ring => [
  [x - reach, y - reach],
  [x - reach, y + reach],
  [x + reach, y + reach],
  [x + reach, y - reach],
  [x - reach, y - reach],
];

/** Squares within each other around a point, land and hole in turn; the outermost reaches this far from it, in metres. */
export const ringsWithinRings = (rings: number, centre: readonly [number, number], reach: number): Ring[] =>
  Array.from({ length: rings }, (_, i) => squareAround(centre, reach * (1 - i / rings)));

/** The same square over and over, as in a layer that was exported twice. */
export const sameSquares = (times: number, centre: readonly [number, number], reach: number): Ring[][] =>
  Array.from({ length: times }, () => [squareAround(centre, reach)]);

/** Squares of one size, each this much farther than the one before: no two alike, and all on the same ground. */
export const shiftedSquares = (
  times: number,
  [x, y]: readonly [number, number],
  reach: number,
  step: number,
): Ring[][] => Array.from({ length: times }, (_, i) => [squareAround([x + i * step, y], reach)]);
