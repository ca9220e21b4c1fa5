/** A small good shapefile on disk, to be damaged byte by byte. For tests only. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenedShapefile, openShapefile, type ShapefileParts } from '../../read/open-shapefile.ts';
import type { RawRow } from '../../read/raw-row.ts';
import { type ShapefileSource, writeShapefile } from './write-shapefile.ts';

export const FIELDS = [
  { name: 'SHBANDO', type: 'N', length: 4, decimals: 0 },
  { name: 'SHTHUA', type: 'N', length: 5, decimals: 0 },
  { name: 'TENCHU', type: 'C', length: 20, decimals: 0 },
];

type Ring = [number, number][];

/** A closed square of 10 m, clockwise. */
export const square = (x: number, y: number): Ring => [
  [x, y],
  [x, y + 10],
  [x + 10, y + 10],
  [x + 10, y],
  [x, y],
];

/** `count` squares side by side; row i carries its own number, so that a shifted attribute is noticed. */
export function goodSource(count = 3): ShapefileSource {
  const rows = Array.from({ length: count }, (_, i) => ({
    rings: [square(420000 + 10 * i, 2353000)],
    cells: [12, i + 1, `Chu ${i + 1}`],
  }));
  return { fields: FIELDS, rows };
}

/** Bytes of the parts; null leaves a part out. */
export interface PartBytes {
  shp: Uint8Array;
  dbf: Uint8Array;
  shx: Uint8Array | null;
  prj?: string;
  cpg?: string;
}

export const goodParts = (count = 3): { shp: Buffer; shx: Buffer; dbf: Buffer } => writeShapefile(goodSource(count));

/** Runs `use` on the parts in a folder of their own. */
export async function withParts<T>(bytes: PartBytes, use: (parts: ShapefileParts) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'diaba-read-'));
  try {
    const paths: Record<string, string> = {};
    for (const [kind, content] of Object.entries(bytes) as [string, Uint8Array | string | null][]) {
      if (content === null) continue;
      paths[kind] = join(folder, `part.${kind}`);
      await writeFile(paths[kind], content);
    }
    return await use(paths as unknown as ShapefileParts);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Opens, reads all rows (cells copied), closes. */
export async function readAll(parts: ShapefileParts): Promise<{ file: OpenedShapefile; rows: RawRow[] }> {
  const file = await openShapefile(parts);
  try {
    const rows: RawRow[] = [];
    for await (const row of file.rows()) rows.push({ ...row, cells: row.cells.map((cell) => cell.slice()) });
    return { file, rows };
  } finally {
    await file.close();
  }
}
