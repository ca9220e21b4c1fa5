/** One sheet as the old office hands it over: a zipped shapefile in its own encoding, column names and habits. */
import { encodeText } from '../../../server/domain/encoding/codec.ts';
import { prjText } from '../../../server/domain/prj-text.ts';
import type { DemoParcel, DemoSheet } from '../district.ts';
import type { DbfCell } from '../file/write-dbf.ts';
import { writeShapefile } from '../file/write-shapefile.ts';
import { zipFiles } from '../file/zip-files.ts';
import { type SheetColumn, sheetColumns } from './sheet-columns.ts';

/** What the .prj that lies claims: TM-3 at 105°. */
const LIE = 5897;

const perimeter = (parcel: DemoParcel): number =>
  (parcel.rings ?? [])
    .flatMap((ring) =>
      ring.map((a, i) => Math.hypot(ring[(i + 1) % ring.length]![0] - a[0], ring[(i + 1) % ring.length]![1] - a[1])),
    )
    .reduce((sum, side) => sum + side, 0);

const readValue = (
  sheet: DemoSheet,
  parcel: DemoParcel,
  index: number,
  column: SheetColumn,
): string | number | null => {
  switch (column.role) {
    case 'id':
      return index + 1;
    case 'commune':
      return sheet.communeCode;
    case 'sheet':
      return sheet.sheetNo;
    case 'parcel':
      return parcel.parcelNo;
    case 'area':
      return parcel.declaredAreaM2;
    case 'landUse':
      return parcel.landUse;
    case 'holder':
      return parcel.holder;
    case 'identity':
      return parcel.identityNumber;
    case 'address':
      return parcel.address;
    case 'serial':
      return parcel.certificateSerial;
    case 'origin':
      return parcel.useOrigin;
    case 'colour':
      return 7;
    case 'length':
      return perimeter(parcel);
  }
};

const cellOf = (sheet: DemoSheet, parcel: DemoParcel, index: number, column: SheetColumn): DbfCell => {
  const value = readValue(sheet, parcel, index, column);
  if (value === null || value === '') return null;
  if (column.type === 'N') return Number(value);
  const text = typeof value === 'number' ? value.toFixed(sheet.areaStep === 1 ? 0 : 1) : value;
  return encodeText(column.comma ? text.replace('.', ',') : text, parcel.encoding ?? sheet.encoding);
};

/** The files of the zip: .shp, .shx, .dbf, and the .prj the sheet has, right or lying; never a .cpg. */
export function sheetFiles(sheet: DemoSheet): { name: string; bytes: Buffer }[] {
  const columns = sheetColumns(sheet.dictionary);
  const { shp, shx, dbf } = writeShapefile({
    fields: columns.map(({ name, type, length, decimals }) => ({ name, type, length, decimals })),
    rows: sheet.parcels.map((parcel, index) => ({
      rings: parcel.rings,
      cells: columns.map((column) => cellOf(sheet, parcel, index, column)),
    })),
  });
  const files = [
    { name: `${sheet.file}.shp`, bytes: shp },
    { name: `${sheet.file}.shx`, bytes: shx },
    { name: `${sheet.file}.dbf`, bytes: dbf },
  ];
  if (sheet.prj !== 'none')
    files.push({
      name: `${sheet.file}.prj`,
      bytes: Buffer.from(prjText(sheet.prj === 'lie' ? LIE : sheet.srid), 'latin1'),
    });
  return files;
}

export const zipSheet = (sheet: DemoSheet): Promise<Buffer> => zipFiles(sheetFiles(sheet));

/** As a copy that was broken off leaves it: a part of the shapes is not there, the table is whole. */
export function zipCutOff(sheet: DemoSheet): Promise<Buffer> {
  const cut = ({ name, bytes }: { name: string; bytes: Buffer }) =>
    name.endsWith('.shp') ? { name, bytes: bytes.subarray(0, Math.floor(bytes.length * 0.6)) } : { name, bytes };
  return zipFiles(sheetFiles(sheet).map(cut));
}
