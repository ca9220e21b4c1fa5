import { CRS84, findOgcSystem, type OgcSystem } from './ogc-systems.ts';

const NUMBER = /^[-+]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:[eE][-+]?\d{1,3})?$/;

type Sides = readonly [west: number, south: number, east: number, north: number];

/** A shape as PostGIS reads it. */
export interface AskedShape {
  readonly wkt: string;
  readonly srid: number;
}

/** The four sides of a text of four numbers, or of six, whose heights do not count. */
function sidesOf(text: string, { northFirst }: OgcSystem): Sides | undefined {
  const parts = text.split(',');
  if ((parts.length !== 4 && parts.length !== 6) || !parts.every((part) => NUMBER.test(part))) return undefined;
  const numbers = parts.map(Number);
  if (!numbers.every(Number.isFinite)) return undefined;
  const [a, b, c, d] = (numbers.length === 4 ? numbers : [numbers[0], numbers[1], numbers[3], numbers[4]]) as [
    number,
    number,
    number,
    number,
  ];
  return northFirst ? [b, a, d, c] : [a, b, c, d];
}

/** What of a box lies where the system can say anything of Viet Nam; undefined where nothing does. */
function clamp([west, south, east, north]: Sides, { domain }: OgcSystem): Sides | undefined {
  const box: Sides = [
    Math.max(west, domain[0]),
    Math.max(south, domain[1]),
    Math.min(east, domain[2]),
    Math.min(north, domain[3]),
  ];
  return box[0] <= box[2] && box[1] <= box[3] ? box : undefined;
}

/** A box may be a point or a line: it gets ground to stand on, a tenth of a millimetre to each side. */
function widen([west, south, east, north]: Sides, { decimals }: OgcSystem): Sides {
  const least = decimals === 9 ? 1e-9 : 1e-4;
  const [x, y] = [west === east ? least : 0, south === north ? least : 0];
  return [west - x, south - y, east + x, north + y];
}

const ring = ([west, south, east, north]: Sides): string =>
  `((${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south}))`;

/**
 * The shape that `bbox` asks for. 'nothing' is a box outside of all that can be here; undefined is no box at all. West of more than
 * east crosses 180° (OGC API - Features Part 1, 7.15.3), in degrees only.
 */
export function readBbox(text: string, crs: string | undefined): AskedShape | 'nothing' | undefined {
  const system = crs === undefined ? CRS84 : findOgcSystem(crs);
  if (!system) return undefined;
  const sides = sidesOf(text, system);
  if (!sides || sides[1] > sides[3]) return undefined;
  const [west, south, east, north] = sides;
  const crosses = west > east;
  if (crosses && system.srid !== 4326) return undefined;
  const boxes = crosses
    ? ([
        [west, south, 180, north],
        [-180, south, east, north],
      ] as const)
    : [sides];
  const inside = boxes.flatMap((box) => {
    const there = clamp(box, system);
    return there ? [widen(there, system)] : [];
  });
  if (inside.length === 0) return 'nothing';
  return { wkt: `MULTIPOLYGON(${inside.map(ring).join(',')})`, srid: system.srid };
}
