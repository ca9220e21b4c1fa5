/** Quick ground for random files: a crooked grid whose cells share their corners. */
import { getProjection, transformBetween } from '../../../server/domain/crs.ts';
import type { Position } from '../district.ts';
import type { SheetPlace } from '../sheet/place-sheet.ts';
import type { Random } from './random.ts';

export interface Plot {
  /** In the file's system and its true axis order; counter-clockwise, not closed. */
  ring: Position[];
  areaM2: number;
}

/** Metres; a geographic sheet is drawn in the registry's system and turned into degrees. */
const DRAWN_IN_METRES = 9214;

const quadArea = (ring: readonly Position[]): number => {
  const [[ax, ay], [bx, by], [cx, cy], [dx, dy]] = ring as [Position, Position, Position, Position];
  return Math.abs((cx - ax) * (dy - by) - (dx - bx) * (cy - ay)) / 2;
};

/** `count` four-cornered plots around the place, in rows from the north-west. */
export function randomPlots(
  random: Random,
  { centre, system }: Pick<SheetPlace, 'centre' | 'system'>,
  count: number,
): Plot[] {
  const geographic = system.kind === 'geographic';
  const drawing = getProjection(DRAWN_IN_METRES);
  const [east, north] = geographic ? transformBetween(system, drawing)(centre) : centre;
  const columns = Math.ceil(Math.sqrt(count) * random.between(0.8, 1.3));
  const [width, depth] = [random.between(9, 32), random.between(14, 42)];
  const corners = Array.from({ length: Math.ceil(count / columns) + 1 }, (_, row) =>
    Array.from({ length: columns + 1 }, (_, column): Position => {
      const x = east + (column - columns / 2 + random.between(-0.24, 0.24)) * width;
      const y = north - (row - count / columns / 2 + random.between(-0.24, 0.24)) * depth;
      return [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];
    }),
  );
  const toDegrees = transformBetween(drawing, system);
  return Array.from({ length: count }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    const ring = [
      corners[row + 1]![column]!,
      corners[row + 1]![column + 1]!,
      corners[row]![column + 1]!,
      corners[row]![column]!,
    ];
    const drawn = geographic
      ? ring.map((corner) => toDegrees(corner).map((value) => Math.round(value * 1e10) / 1e10) as Position)
      : ring;
    return { ring: drawn, areaM2: quadArea(ring) };
  });
}
