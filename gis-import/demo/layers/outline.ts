/** Shapes of fictional layers, as drawn on a map of other making than the cadastre: nothing meets its boundaries. Metres, EPSG:9214. */
import type { Position } from '../district.ts';
import type { Random } from '../file/random.ts';

const millimetre = ([x, y]: Position): Position => [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];

/** A ragged ring around a centre. */
export function around(random: Random, [x, y]: Position, radius: number, unevenness = 0.12): Position[] {
  const corners = Math.max(16, Math.min(64, Math.round(radius / 4)));
  const [one, two] = [random.between(0, 6.28), random.between(0, 6.28)];
  return Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    const r = radius * (1 + unevenness * (0.6 * Math.sin(3 * angle + one) + 0.4 * Math.sin(5 * angle + two)));
    return millimetre([x + r * Math.cos(angle), y + r * Math.sin(angle)]);
  });
}

/** A line from one place to another that strays to the sides in long bends. */
export function bend(random: Random, from: Position, to: Position, stray: number): Position[] {
  const steps = 48;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const [one, two] = [random.between(0, 6.28), random.between(0, 6.28)];
  return Array.from({ length: steps + 1 }, (_, i) => {
    const s = i / steps;
    const off = stray * (0.7 * Math.sin(4.3 * s + one) + 0.3 * Math.sin(9.1 * s + two));
    return millimetre([from[0] + dx * s - (dy / length) * off, from[1] + dy * s + (dx / length) * off]);
  });
}

/** The line moved to its left. */
function beside(line: readonly Position[], distance: number): Position[] {
  return line.map(([x, y], i) => {
    const [before, after] = [line[Math.max(0, i - 1)]!, line[Math.min(line.length - 1, i + 1)]!];
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]);
    return millimetre([
      x - ((after[1] - before[1]) / length) * distance,
      y + ((after[0] - before[0]) / length) * distance,
    ]);
  });
}

/** The ground along a line between two distances from it, to its left where positive. */
export const strip = (line: readonly Position[], from: number, to: number): Position[] => [
  ...beside(line, from),
  ...beside(line, to).reverse(),
];

/** Ground divided into columns and rows whose edges bend; neighbours share them corner by corner. */
export function patchwork(
  random: Random,
  [west, south, east, north]: readonly [number, number, number, number],
  columns: number,
  rows: number,
): Position[][] {
  const [width, height] = [(east - west) / columns, (north - south) / rows];
  const corner = (i: number, j: number): Position => {
    const inside = i > 0 && i < columns && j > 0 && j < rows;
    const own = random.fork(`corner ${i} ${j}`);
    const shift = (size: number) => (inside ? own.between(-0.28, 0.28) * size : 0);
    return [west + i * width + shift(width), south + j * height + shift(height)];
  };
  const edge = (name: string, from: Position, to: Position): Position[] => {
    const own = random.fork(name);
    return bend(own, from, to, 0.06 * Math.min(width, height))
      .filter((_, i) => i % 6 === 0)
      .map((at, i, all) => (i === 0 ? millimetre(from) : i === all.length - 1 ? millimetre(to) : at));
  };
  const level = (i: number, j: number) => edge(`level ${i} ${j}`, corner(i, j), corner(i + 1, j));
  const upright = (i: number, j: number) => edge(`upright ${i} ${j}`, corner(i, j), corner(i, j + 1));
  const open = (line: Position[]) => line.slice(0, -1);
  return Array.from({ length: columns * rows }, (_, k) => {
    const [i, j] = [k % columns, Math.floor(k / columns)];
    return [
      ...open(level(i, j)),
      ...open(upright(i + 1, j)),
      ...open(level(i, j + 1).reverse()),
      ...open(upright(i, j).reverse()),
    ];
  });
}
