/** Damages of a random file: to single records before it is written, to its parts afterwards. */
import type { Random } from '../file/random.ts';
import type { ShapefileRow } from '../file/write-shapefile.ts';

/** A row that is still being made. */
export type DraftRow = { -readonly [K in keyof ShapefileRow]: ShapefileRow[K] };
type Ring = readonly (readonly [number, number])[];

export interface FileParts {
  shp: Buffer;
  shx: Buffer | null;
  dbf: Buffer;
}

const closed = (ring: Ring): Ring => [...ring, ring[0]!];
const ringOf = (row: DraftRow): Ring => row.rings![0]!;

/** The columns' places are needed by the faults of the key and the area; `metre` is one in the unit of the file. */
interface DamageSite {
  parcel: number;
  area: number;
  metre: number;
}

/** Spoils one record. */
const ROW_DAMAGES: Record<string, (row: DraftRow, at: DamageSite, random: Random) => void> = {
  'shape.far_vertex': (row, { metre }, random) => {
    const distance = metre * 10 ** random.between(2.5, 5.5);
    const [a, [x, y], ...rest] = ringOf(row) as readonly [number, number][] as [[number, number], [number, number]];
    row.rings = [[a, random.chance(0.5) ? [x + distance, y] : [x, y - distance], ...rest]];
  },
  'shape.null': (row) => {
    row.rings = null;
  },
  'shape.multipart': (row) => {
    const [a, b, c, d] = ringOf(row) as [[number, number], [number, number], [number, number], [number, number]];
    const towards = (p: readonly [number, number], q: readonly [number, number], t: number): [number, number] => [
      p[0] + (q[0] - p[0]) * t,
      p[1] + (q[1] - p[1]) * t,
    ];
    row.rings = [
      [a, towards(a, b, 0.45), towards(d, c, 0.45), d],
      [towards(a, b, 0.55), b, c, towards(d, c, 0.55)],
    ];
  },
  'shape.self_crossing': (row) => {
    const [a, b, c, d] = ringOf(row);
    row.rings = [[a!, c!, b!, d!]];
  },
  'shape.unclosed': (row) => {
    row.rings = [[...ringOf(row)].reverse()];
    row.raw = true;
  },
  'shape.repeated_point': (row) => {
    const [a, b, c, d] = ringOf(row);
    row.rings = [[a!, b!, b!, c!, d!]];
  },
  'shape.too_few_points': (row) => {
    row.rings = [closed(ringOf(row).slice(0, 2))];
    row.raw = true;
  },
  'shape.not_finite': (row) => {
    const [a, b, c] = ringOf(row);
    row.rings = [closed([a!, [Number.NaN, b![1]], c!])];
    row.raw = true;
  },
  'row.deleted': (row) => {
    row.deleted = true;
  },
  'key.missing': (row, at) => {
    row.cells = row.cells.with(at.parcel, null);
  },
  'area.off': (row, at) => {
    const cell = row.cells[at.area]!;
    row.cells = row.cells.with(at.area, typeof cell === 'number' ? cell * 1.5 : '999999');
  },
};

const FILE_DAMAGES: Record<string, (random: Random, parts: FileParts) => void> = {
  'shx.missing': (_, parts) => {
    parts.shx = null;
  },
  'shp.truncated': (random, parts) => {
    parts.shp = parts.shp.subarray(0, 100 + Math.floor((parts.shp.length - 100) * random.between(0.2, 0.9)));
  },
  'dbf.truncated': (random, parts) => {
    parts.dbf = parts.dbf.subarray(0, Math.floor(parts.dbf.length * random.between(0.5, 0.95)));
  },
  'dbf.fewer_rows': (_, parts) => {
    const rowLength = parts.dbf.readUInt16LE(10);
    const rows = parts.dbf.readUInt32LE(4);
    parts.dbf = Buffer.concat([parts.dbf.subarray(0, parts.dbf.length - 1 - 2 * rowLength), Buffer.of(0x1a)]);
    parts.dbf.writeUInt32LE(rows - 2, 4);
  },
  'dbf.trailing_bytes': (_, parts) => {
    parts.dbf = Buffer.concat([parts.dbf, Buffer.alloc(7, 0x20)]);
  },
};

/** After these the file as a whole must be refused: its shapes and rows may no longer belong together. */
export const FATAL_DAMAGES: ReadonlySet<string> = new Set(['shp.truncated', 'dbf.truncated', 'dbf.fewer_rows']);

/** Names of the damages to do: none for a third of the files, else one to three, at most one of them fatal. */
export function chooseDamages(random: Random): string[] {
  if (random.chance(0.35)) return [];
  const names = [
    ...Object.keys(ROW_DAMAGES),
    ...Object.keys(ROW_DAMAGES),
    ...Object.keys(FILE_DAMAGES),
    'shape.z',
    'shape.m',
    'text.mixed',
    'text.mangled',
  ];
  const chosen = new Set(Array.from({ length: random.integer(1, 3) }, () => random.pick(names)));
  if (chosen.has('shape.z')) chosen.delete('shape.m');
  const fatal = [...chosen].filter((name) => FATAL_DAMAGES.has(name));
  return [...chosen].filter((name) => !FATAL_DAMAGES.has(name) || name === fatal[0]).sort();
}

/** Spoils one to three records for each damage that is a record's, never the same record twice; their numbers by damage. */
export function damageRows(
  random: Random,
  rows: DraftRow[],
  damages: readonly string[],
  at: DamageSite,
): Record<string, number[]> {
  const untouched = rows.map((_, index) => index);
  const spoilt: Record<string, number[]> = {};
  for (const name of damages) {
    const spoil = ROW_DAMAGES[name];
    for (let times = random.integer(1, 3); spoil && times > 0; times--) {
      const index = untouched.splice(random.integer(0, untouched.length - 1), 1)[0]!;
      spoil(rows[index]!, at, random);
      spoilt[name] = [...(spoilt[name] ?? []), index + 1];
    }
  }
  return spoilt;
}

/** Spoils the written parts. */
export function damageParts(random: Random, parts: FileParts, damages: readonly string[]): void {
  for (const name of damages) FILE_DAMAGES[name]?.(random, parts);
}
