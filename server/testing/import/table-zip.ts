/** A legacy sheet as a zip with columns of the test's own choice: a row of squares, one per row of cells. For tests. */

import type { DbfCell } from '../../../gis-import/demo/file/write-dbf.ts';
import { writeShapefile } from '../../../gis-import/demo/file/write-shapefile.ts';
import { zipFiles } from '../../../gis-import/demo/file/zip-files.ts';
import { prjText } from '../../domain/prj-text.ts';
import { squareAt } from './sheet-zip.ts';

/** `NAME`, `NAME 16` (text, that wide), `NAME N12.1` (number). */
export type ColumnText = string;

export interface TableParts {
  shp: Buffer;
  shx: Buffer | null;
  dbf: Buffer | null;
  prj: string | null;
}

function field(text: ColumnText) {
  const match = /^(.+?)(?: (N?)(\d+)(?:\.(\d+))?)?$/s.exec(text)!;
  const [, name, number, length = '40', decimals = '0'] = match;
  return { name: name!, type: number === 'N' ? 'N' : 'C', length: Number(length), decimals: Number(decimals) };
}

/** Cells are bytes, numbers, or text that is written in UTF-8. */
export function tableParts(
  columns: readonly ColumnText[],
  rows: readonly (readonly DbfCell[])[],
  origin: readonly [number, number],
): TableParts {
  const bytes = (cell: DbfCell) => (typeof cell === 'string' ? new TextEncoder().encode(cell) : cell);
  const parts = writeShapefile({
    fields: columns.map(field),
    rows: rows.map((cells, i) => ({ rings: [squareAt(origin, i)], cells: cells.map(bytes) })),
  });
  return { ...parts, prj: prjText(9214) };
}

export const zipParts = ({ shp, shx, dbf, prj }: TableParts): Promise<Buffer> =>
  zipFiles(
    Object.entries({ shp, shx, dbf, prj: prj === null ? null : Buffer.from(prj) }).flatMap(([kind, bytes]) =>
      bytes === null ? [] : [{ name: `to.${kind}`, bytes }],
    ),
  );

export const tableZip = (...table: Parameters<typeof tableParts>): Promise<Buffer> => zipParts(tableParts(...table));
