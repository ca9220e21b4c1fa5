/** Columns of a table as people head them, read as what a row can be looked up by. */
import { searchKey } from '../encoding/search-key.ts';
import type { Language } from '../words/language.ts';

export const LOOKUP_FIELDS = [
  'code',
  'commune',
  'district',
  'sheet',
  'no',
  'serial',
  'identityNumber',
  'lat',
  'lon',
  'x',
  'y',
  'srid',
  'coordinates',
  'address',
  'text',
] as const;
export type LookupField = (typeof LOOKUP_FIELDS)[number];

/** Heads without accents and signs; the first of each is how our own files write it. */
const HEADS: Record<LookupField, readonly string[]> = {
  code: ['code', 'ma thua', 'ma thua dat', 'parcel code', 'ma dinh danh thua dat', 'parcelcode'],
  commune: [
    'commune',
    'xa',
    'phuong',
    'xa phuong',
    'xa phuong thi tran',
    'phuong xa',
    'phuong xa thi tran',
    'ten xa',
    'ma xa',
    'don vi hanh chinh',
    'dvhc',
    'ward',
    'commune code',
    'communecode',
  ],
  district: ['district', 'huyen', 'quan huyen', 'huyen quan', 'thanh pho', 'ten huyen'],
  sheet: [
    'sheet',
    'to',
    'so to',
    'to so',
    'to ban do',
    'so to ban do',
    'to ban do so',
    'shbando',
    'so hieu to ban do',
    'sheet no',
    'sheetno',
    'map sheet',
  ],
  no: [
    'no',
    'thua',
    'so thua',
    'thua so',
    'so thua dat',
    'thua dat so',
    'shthua',
    'so hieu thua',
    'parcel no',
    'parcelno',
    'parcel number',
  ],
  serial: [
    'serial',
    'so phat hanh',
    'so seri',
    'seri',
    'so giay chung nhan',
    'so gcn',
    'so phat hanh gcn',
    'certificate serial',
  ],
  identityNumber: [
    'identity number',
    'cccd',
    'cmnd',
    'so cccd',
    'so cmnd',
    'so dinh danh',
    'so dinh danh ca nhan',
    'can cuoc',
    'cccd cmnd',
    'identitynumber',
  ],
  lat: ['lat', 'vi do', 'latitude'],
  lon: ['lon', 'kinh do', 'longitude', 'lng', 'long'],
  x: ['x', 'x m', 'toa do x', 'north', 'northing'],
  y: ['y', 'y m', 'toa do y', 'east', 'easting'],
  srid: ['srid', 'epsg', 'he toa do'],
  coordinates: ['coordinates', 'toa do', 'vi tri'],
  address: ['address', 'dia chi', 'dia chi thua dat'],
  text: ['text', 'tra cuu', 'cau hoi', 'thua dat', 'parcel', 'query', 'q'],
};

const FIELD_OF = new Map(LOOKUP_FIELDS.flatMap((field) => HEADS[field].map((head) => [head, field] as const)));

/** What a head says its column holds; undefined for a column of the asker's own, which is given back as it came. */
export const fieldOfHead = (head: string): LookupField | undefined =>
  FIELD_OF.get(
    searchKey(head)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );

/** What a column holds, in words. */
export const FIELD_TEXT: Record<LookupField, Record<Language, string>> = {
  code: { vi: 'mã thửa', en: 'parcel code' },
  commune: { vi: 'xã, phường', en: 'commune' },
  district: { vi: 'huyện', en: 'district' },
  sheet: { vi: 'số tờ', en: 'sheet' },
  no: { vi: 'số thửa', en: 'number' },
  serial: { vi: 'số phát hành', en: 'serial' },
  identityNumber: { vi: 'số định danh', en: 'identity number' },
  lat: { vi: 'vĩ độ', en: 'latitude' },
  lon: { vi: 'kinh độ', en: 'longitude' },
  x: { vi: 'toạ độ X', en: 'X (north)' },
  y: { vi: 'toạ độ Y', en: 'Y (east)' },
  srid: { vi: 'hệ toạ độ', en: 'coordinate system' },
  coordinates: { vi: 'toạ độ', en: 'coordinates' },
  address: { vi: 'địa chỉ', en: 'address' },
  text: { vi: 'câu hỏi', en: 'question' },
};

/** Columns by which alone a row can be looked up. */
const KEYS: readonly LookupField[] = ['code', 'no', 'serial', 'identityNumber', 'coordinates', 'text'];

/** What each column holds; the first of two with the same meaning counts. Undefined where no row could be looked up. */
export function readHeads(heads: readonly string[]): (LookupField | null)[] | undefined {
  const taken = new Set<LookupField>();
  const fields = heads.map((head) => {
    const field = fieldOfHead(head);
    if (field === undefined || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
  const both = (a: LookupField, b: LookupField) => taken.has(a) && taken.has(b);
  return KEYS.some((key) => taken.has(key)) || both('lat', 'lon') || both('x', 'y') ? fields : undefined;
}

/** The heads that are understood, for saying so: one of each kind. */
export const KNOWN_HEADS: Readonly<Record<'vi' | 'en', string>> = {
  vi: 'Mã thửa; Xã, Số tờ, Số thửa; Vĩ độ, Kinh độ; X, Y, EPSG; Địa chỉ',
  en: 'Code; Commune, Sheet, No; Lat, Lon; X, Y, EPSG; Address',
};
