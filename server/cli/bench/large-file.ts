/**
 * One legacy shapefile of many fictional parcels: EPSG:9214, TCVN3, without a planted fault. Kept under var/bench/files
 * between runs; the same number of parcels gives the same bytes.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoParcel } from '../../../gis-import/demo/district.ts';
import type { DbfCell } from '../../../gis-import/demo/file/write-dbf.ts';
import { writeShapefile } from '../../../gis-import/demo/file/write-shapefile.ts';
import { zipFiles } from '../../../gis-import/demo/file/zip-files.ts';
import { generateDistrict } from '../../../gis-import/demo/generate-district.ts';
import { sheetColumns } from '../../../gis-import/demo/sheet/sheet-columns.ts';
import { transformer } from '../../domain/crs.ts';
import { encodeText } from '../../domain/encoding/codec.ts';
import { prjText } from '../../domain/prj-text.ts';
import { BENCH_STORAGE, REGISTRY_SRID } from './kit/bench-database.ts';

export interface LargeFile {
  /** What our importer is given. */
  readonly zip: string;
  /** The same bytes unpacked, for peers that read no zip. */
  readonly shp: string;
  readonly parcels: number;
  /** Corners of the box around all parcels, WGS 84, closed. */
  readonly ring: readonly (readonly [number, number])[];
}

/** The commune all parcels are said to lie in; it does not exist. */
export const BENCH_COMMUNE = '99001';
const SEED = 1;
/** Raised when the generator changes what it makes, so that old files are not taken for new. */
const EDITION = 1;
/** The demonstration's first dozen of sheets have faults and other systems on purpose. */
const FIRST_DOZEN_HIGHEST_SHEET = 12;
const FIRST_DOZEN_PARCELS = 6_000;
/** What the generator may fall short of the number asked for. */
const RESERVE = 1.1;

export type Numbered = DemoParcel & { readonly sheetNo: number };

/** Clean fictional parcels of one system, in sheets numbered from 1. */
export function generateParcels(parcels: number): Numbered[] {
  const district = generateDistrict({ parcels: Math.ceil(parcels * RESERVE) + FIRST_DOZEN_PARCELS, seed: SEED });
  const clean = district.sheets.filter((sheet) => Number(sheet.sheetNo) > FIRST_DOZEN_HIGHEST_SHEET);
  if (clean.some((sheet) => sheet.srid !== REGISTRY_SRID || sheet.faults.length > 0))
    throw new Error('a sheet behind the first dozen has faults or another system: the generator has changed');
  // Sheets are numbered anew, so that sheet and number are unique in one file.
  const all = clean.flatMap((sheet, i) => sheet.parcels.map((parcel) => ({ ...parcel, sheetNo: i + 1 })));
  if (all.length < parcels) throw new Error(`only ${all.length} of ${parcels} parcels were generated`);
  return all.slice(0, parcels);
}

const COLUMNS = sheetColumns('famis');

function cellOf(parcel: Numbered, index: number, role: (typeof COLUMNS)[number]['role']): DbfCell {
  const text = (value: string | null): DbfCell => (value === null ? null : encodeText(value, 'tcvn3'));
  switch (role) {
    case 'id':
      return index + 1;
    case 'sheet':
      return parcel.sheetNo;
    case 'parcel':
      return Number(parcel.parcelNo);
    case 'area':
      return parcel.declaredAreaM2;
    case 'landUse':
      return text(parcel.landUse);
    case 'holder':
      return text(parcel.holder);
    case 'identity':
      return text(parcel.identityNumber);
    case 'address':
      return text(parcel.address);
    case 'serial':
      return text(parcel.certificateSerial);
    case 'colour':
      return 7;
    default:
      throw new Error(`column ${role} is not one of this dictionary`);
  }
}

/** Corners of the .shp header's box (ESRI Shapefile Technical Description, "Main File Header"), as a WGS 84 ring. */
export function boxRing(bytes: Buffer): LargeFile['ring'] {
  const [west, south, east, north] = [36, 44, 52, 60].map((at) => bytes.readDoubleLE(at)) as [
    number,
    number,
    number,
    number,
  ];
  const toWgs84 = transformer(REGISTRY_SRID, 4326);
  const corners: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return corners.map((corner) => toWgs84(corner));
}

/** A legacy shapefile of these parcels, part by part. */
export function partsOf(parcels: readonly Numbered[]): { name: string; bytes: Buffer }[] {
  const { shp, shx, dbf } = writeShapefile({
    fields: COLUMNS.map(({ name, type, length, decimals }) => ({ name, type, length, decimals })),
    rows: parcels.map((parcel, index) => ({
      rings: parcel.rings,
      cells: COLUMNS.map(({ role }) => cellOf(parcel, index, role)),
    })),
  });
  return [
    { name: 'parcels.shp', bytes: shp },
    { name: 'parcels.shx', bytes: shx },
    { name: 'parcels.dbf', bytes: dbf },
    { name: 'parcels.prj', bytes: Buffer.from(prjText(REGISTRY_SRID), 'latin1') },
  ];
}

async function makeParts(parcels: number, folder: string): Promise<void> {
  const files = partsOf(generateParcels(parcels));
  for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
  // Written last and under another name first: a zip in place means that everything is.
  await writeFile(join(folder, 'parcels.zip.new'), await zipFiles(files));
  await rename(join(folder, 'parcels.zip.new'), join(folder, 'parcels.zip'));
}

/** The file of so many parcels, made if missing. */
export async function getLargeFile(parcels: number, tell: (line: string) => void): Promise<LargeFile> {
  const folder = join(BENCH_STORAGE, 'files', `parcels-${parcels}-seed-${SEED}-edition-${EDITION}`);
  const [zip, shp] = [join(folder, 'parcels.zip'), join(folder, 'parcels.shp')];
  if (!existsSync(zip)) {
    tell(`generating ${parcels} fictional parcels …`);
    await mkdir(folder, { recursive: true });
    await makeParts(parcels, folder);
  }
  return { zip, shp, parcels, ring: boxRing(await readFile(shp)) };
}
