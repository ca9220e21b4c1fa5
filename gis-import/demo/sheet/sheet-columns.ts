/**
 * The column dictionaries of old programs, as seen in cadastral tables: same facts, other names, types and widths.
 * DBF names end after ten letters (SOTHUTUTHU, KYHIEUMUCD, DIENTICHPL).
 */
import type { DbfField } from '../../read/dbf-field.ts';

export type ColumnRole =
  | 'id'
  | 'commune'
  | 'sheet'
  | 'parcel'
  | 'area'
  | 'landUse'
  | 'holder'
  | 'identity'
  | 'address'
  | 'serial'
  | 'origin'
  | 'colour'
  | 'length';

export interface SheetColumn extends DbfField {
  role: ColumnRole;
  /** Numbers written as text with a comma for the point. */
  comma?: boolean;
}

const text = (role: ColumnRole, name: string, length: number): SheetColumn => ({
  role,
  name,
  type: 'C',
  length,
  decimals: 0,
});
const number = (role: ColumnRole, name: string, length: number, decimals = 0): SheetColumn => ({
  role,
  name,
  type: 'N',
  length,
  decimals,
});

const DICTIONARIES: Readonly<Record<string, readonly SheetColumn[]>> = {
  famis: [
    number('id', 'OBJECTID', 9),
    number('sheet', 'SHBANDO', 4),
    number('parcel', 'SHTHUA', 5),
    number('area', 'DIENTICH', 12, 1),
    text('landUse', 'MALOAIDAT', 20),
    text('holder', 'TENCHU', 100),
    text('identity', 'SOCMND', 20),
    text('address', 'DIACHI', 100),
    text('serial', 'SOPHATHANH', 20),
    number('colour', 'MSCOLOR', 4),
  ],
  text: [
    text('sheet', 'SOTO', 6),
    text('parcel', 'SOTHUA', 8),
    text('area', 'DTICH', 14),
    text('landUse', 'MDSD', 12),
    text('holder', 'HOTEN', 120),
    text('identity', 'SOGIAYTO', 20),
    text('address', 'DIADANH', 120),
    text('serial', 'SOPHATHANH', 20),
  ],
  comma: [
    text('sheet', 'TOBD', 4),
    text('parcel', 'THUA', 6),
    { ...text('area', 'DIENTICH', 12), comma: true },
    text('landUse', 'LOAIDAT', 10),
    text('holder', 'CHUSUDUNG', 100),
    text('address', 'XUDONG', 80),
    text('identity', 'SOCMND', 20),
    text('serial', 'SOPHATHANH', 20),
    number('length', 'Shape_Leng', 14, 3),
  ],
  exchange: [
    text('commune', 'MAXA', 5),
    number('sheet', 'SOTO', 5),
    number('parcel', 'SOTHUTUTHU', 6),
    number('area', 'DIENTICH', 12, 1),
    number('area', 'DIENTICHPL', 12, 1),
    text('landUse', 'KYHIEUMUCD', 20),
    text('holder', 'TENCHU', 120),
    text('identity', 'SOGIAYTO', 20),
    text('address', 'DIACHI', 120),
    text('serial', 'SOPHATHANH', 20),
    text('origin', 'NGUONGOC', 20),
  ],
  old: [
    number('sheet', 'SO_TO', 4),
    number('parcel', 'SO_THUA', 5),
    number('area', 'DTSD', 8),
    text('landUse', 'MDSD2003', 6),
    text('holder', 'CHU', 60),
    text('address', 'VITRI', 60),
    text('serial', 'SOPHATHANH', 12),
  ],
  nosheet: [
    number('id', 'ID', 9),
    number('parcel', 'SH_THUA', 5),
    number('area', 'AREA', 12, 1),
    text('landUse', 'KHLOAIDAT', 12),
    text('holder', 'TENCHUSDD', 100),
    text('identity', 'SOCMND', 20),
    text('address', 'DIACHI', 100),
    text('serial', 'SOPHATHANH', 20),
  ],
};

/** The columns of a dictionary, in file order. */
export function sheetColumns(dictionary: string): readonly SheetColumn[] {
  const columns = DICTIONARIES[dictionary];
  if (!columns) throw new RangeError(`no column dictionary is called "${dictionary}"`);
  return columns;
}
