/** Control points as they are typed: a row may lack its place or its coordinates yet. */
import { judgeFit } from '../../../server/domain/map-sheet/judge-fit.ts';
import { type ControlPoint, tiesOf } from '../../../server/domain/map-sheet/map-sheet.ts';
import type { TransformationKind } from '../../../server/domain/map-sheet/transformation.ts';

export interface PointRow {
  readonly name: string;
  readonly at: readonly [x: number, y: number];
  readonly north: number | null;
  readonly east: number | null;
  readonly used: boolean;
}

export const rowOf = ({ name, x, y, north, east, used }: ControlPoint): PointRow => ({
  name,
  at: [x, y],
  north,
  east,
  used,
});

/** Rows that are whole, with their places in the list. */
export function wholeOf(rows: readonly PointRow[]): { readonly row: number; readonly point: ControlPoint }[] {
  return rows.flatMap(({ name, at: [x, y], north, east, used }, row) =>
    north === null || east === null ? [] : [{ row, point: { name, x, y, north, east, used } }],
  );
}

/** The lowest number that no row has. */
export function nextName(rows: readonly PointRow[]): string {
  let n = 1;
  while (rows.some(({ name }) => name === String(n))) n += 1;
  return String(n);
}

export interface RowsJudged {
  readonly fit: ReturnType<typeof judgeFit>;
  /** Metres by which each row is missed; null where it takes no part. */
  readonly residuals: readonly (number | null)[];
}

/** What the rows are worth as they stand. */
export function judgeRows(rows: readonly PointRow[], method: TransformationKind, toleranceM: number): RowsJudged {
  const part = wholeOf(rows).filter(({ point }) => point.used);
  const fit = judgeFit(method, tiesOf(part.map(({ point }) => point)), toleranceM);
  const residuals = rows.map((_, row) => {
    const at = part.findIndex((one) => one.row === row);
    return fit && at >= 0 ? (fit.residualsM[at] ?? null) : null;
  });
  return { fit, residuals };
}

/** Ten centimetres of paper: how far crosses of the grid are apart on the ground, metres. */
const gridOf = (scale: number) => scale / 10;
/** A cross lies within this share of the grid of where the points so far say. */
const NEAR = 0.1;

/** What cross of the grid a place on the picture must be, by the points so far; null where they do not say. */
export function proposeCross(
  rows: readonly PointRow[],
  at: readonly [number, number],
  scale: number,
): { readonly north: number; readonly east: number } | null {
  const { fit } = judgeRows(rows, 'affine', 1);
  if (!fit) return null;
  const grid = gridOf(scale);
  const ground = fit.transformation.toGround(at);
  const [east, north] = ground.map((value) => Math.round(value / grid) * grid) as [number, number];
  const taken = rows.some((row) => row.east === east && row.north === north);
  return !taken && Math.hypot(east - ground[0], north - ground[1]) <= NEAR * grid ? { north, east } : null;
}
