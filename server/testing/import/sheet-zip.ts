/** A small legacy sheet as a zip: a row of squares, each line its own overrides. For tests. */
import { randomBytes } from 'node:crypto';
import { writeShapefile } from '../../../gis-import/demo/file/write-shapefile.ts';
import { zipFiles } from '../../../gis-import/demo/file/zip-files.ts';
import { encodeText, type TextEncoding } from '../../domain/encoding/codec.ts';
import { prjText } from '../../domain/prj-text.ts';

type Ring = readonly (readonly [number, number])[];

export interface SheetRow {
  readonly sheetNo: string;
  readonly parcelNo: string;
  readonly area: string;
  readonly landUse: string;
  readonly holder: string;
  readonly identity: string;
  readonly address: string;
  readonly serial: string;
  readonly rings: readonly Ring[] | null;
  readonly deleted: boolean;
  /** Null: that of the sheet. */
  readonly encoding: TextEncoding | null;
}

export interface SheetOverrides {
  readonly rows?: readonly Partial<SheetRow>[];
  readonly encoding?: TextEncoding;
  /** System the coordinates are in; they are given as they stand. */
  readonly prj?: number | null;
  readonly shapeType?: 5 | 15 | 25;
  /** South-west corner of the first square, [east, north]. */
  readonly origin?: readonly [number, number];
  readonly swapAxes?: boolean;
  /** A note beside the sheet, of that many bytes: a file that takes its time. */
  readonly noteBytes?: number;
  /** Columns of another kind than text of the usual width, by name. */
  readonly columns?: Readonly<Record<string, { type: string; length: number; decimals: number }>>;
  /** Name of the system in the .prj instead of its own. */
  readonly prjName?: string;
}

/** Side of a square, metres. */
export const SIDE = 20;
/** Inside commune 07210, EPSG:9214. */
export const ORIGIN = [416_785, 2_353_056] as const;

const FIELDS = [
  { name: 'SHBANDO', type: 'C', length: 6, decimals: 0 },
  { name: 'SHTHUA', type: 'C', length: 10, decimals: 0 },
  { name: 'DIENTICH', type: 'C', length: 12, decimals: 0 },
  { name: 'MALOAIDAT', type: 'C', length: 20, decimals: 0 },
  { name: 'TENCHU', type: 'C', length: 80, decimals: 0 },
  { name: 'SOGIAYTO', type: 'C', length: 20, decimals: 0 },
  { name: 'DIACHI', type: 'C', length: 80, decimals: 0 },
  { name: 'SOPHATHANH', type: 'C', length: 20, decimals: 0 },
];

export function squareAt(origin: readonly [number, number], column: number, row = 0): Ring {
  const [x, y] = [origin[0] + column * SIDE, origin[1] + row * SIDE];
  return [
    [x, y],
    [x, y + SIDE],
    [x + SIDE, y + SIDE],
    [x + SIDE, y],
    [x, y],
  ];
}

/** Metres between plots of different tests; each has a sheet number of its own, 12 for the first. */
export const PLOT = 200;
const sheetOf = (origin: readonly [number, number]) => String(12 + Math.round((origin[1] - ORIGIN[1]) / PLOT));

/** Row i is a clean parcel number i of its plot's sheet unless overridden. */
export function sheetRows(rows: readonly Partial<SheetRow>[], origin: readonly [number, number] = ORIGIN): SheetRow[] {
  return rows.map((row, i) => ({
    sheetNo: sheetOf(origin),
    parcelNo: String(i + 1),
    area: '400.0',
    landUse: 'ONT',
    holder: 'Nguyễn Thị Hư Cấu',
    identity: '',
    address: 'Thôn Trại Cau',
    serial: '',
    rings: [squareAt(origin, i)],
    deleted: false,
    encoding: null,
    ...row,
  }));
}

export async function sheetZip(overrides: SheetOverrides = {}): Promise<Buffer> {
  const { encoding = 'tcvn3', prj = 9214, shapeType = 5, origin = ORIGIN, swapAxes = false } = overrides;
  const rows = sheetRows(overrides.rows ?? Array.from({ length: 4 }, () => ({})), origin);
  const turn = ([x, y]: readonly [number, number]): [number, number] => (swapAxes ? [y, x] : [x, y]);
  const fields = FIELDS.map((field) => ({ ...field, ...overrides.columns?.[field.name] }));
  const text = (value: string, own: TextEncoding | null) => encodeText(value, own ?? encoding);
  // What is longer than its column is cut at the byte, wherever in a letter that is.
  const cut = (bytes: Uint8Array, column: string) =>
    bytes.subarray(0, fields.find(({ name }) => name === column)?.length);
  const parts = writeShapefile({
    fields,
    shapeType,
    rows: rows.map((row) => ({
      rings: row.rings?.map((ring) => ring.map(turn)) ?? null,
      deleted: row.deleted,
      cells: [
        row.sheetNo,
        row.parcelNo,
        row.area,
        row.landUse,
        cut(text(row.holder, row.encoding), 'TENCHU'),
        row.identity,
        text(row.address, row.encoding),
        row.serial,
      ],
    })),
  });
  const files = [
    { name: 'to12.shp', bytes: parts.shp },
    { name: 'to12.shx', bytes: parts.shx },
    { name: 'to12.dbf', bytes: parts.dbf },
    ...(overrides.noteBytes ? [{ name: 'ghi-chu.txt', bytes: randomBytes(overrides.noteBytes) }] : []),
  ];
  if (prj === null) return zipFiles(files);
  const wkt = overrides.prjName ? prjText(prj).replace(/"[^"]*"/, `"${overrides.prjName}"`) : prjText(prj);
  return zipFiles([...files, { name: 'to12.prj', bytes: Buffer.from(wkt) }]);
}
