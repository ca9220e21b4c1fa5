/** The few things that are wrong on purpose, so that the demo shows what an import finds. */
import type { DemoParcel, DemoSheet } from '../district.ts';
import type { Random } from '../file/random.ts';
import { crossRing, overlapNeighbour } from './spoil-ring.ts';

/** Which sheets get which faults: unit and sheet number of the first dozen, and of those that wait. */
const FAULTS: Readonly<Record<string, readonly string[]>> = {
  '99001-1': ['land_use.legacy_code', 'text.case_repaired'],
  '99001-2': ['key.duplicate'],
  '99001-3': ['area.outside_tolerance', 'area.outside_tolerance'],
  '99002-1': ['text.mangled'],
  '99002-2': ['land_use.combined', 'area.outside_tolerance'],
  '99002-3': ['key.parcel_no_missing', 'geometry.null'],
  '99002-4': ['geometry.self_intersection'],
  '99011-5': ['topology.overlap'],
  // The sheet to be reviewed: several of each kind, so that something can be put right for all of a kind at once.
  '99001-5': [
    ...Array<string>(4).fill('text.case_repaired'),
    ...Array<string>(3).fill('area.outside_tolerance'),
    ...Array<string>(3).fill('land_use.legacy_code'),
    ...Array<string>(2).fill('land_use.unknown'),
    ...Array<string>(2).fill('text.mixed_encoding'),
    ...Array<string>(2).fill('geometry.self_intersection'),
    ...Array<string>(2).fill('topology.overlap'),
    ...Array<string>(2).fill('key.duplicate'),
    'key.parcel_no_missing',
    'key.parcel_no_not_integer',
    'land_use.combined',
    'text.mangled',
  ],
};

const isPrivate = (parcel: DemoParcel): boolean => parcel.useOrigin !== 'DG-QL' && parcel.rings?.length === 1;

/** Spoils one record; false where this one does not lend itself to it. */
const spoil = (sheet: DemoSheet, index: number, kind: string): boolean => {
  const parcel = sheet.parcels[index]!;
  switch (kind) {
    case 'land_use.legacy_code':
      if (parcel.landUse !== 'CLN' && parcel.landUse !== 'HNK') return false;
      parcel.landUse = 'BHK';
      return true;
    case 'land_use.unknown':
      parcel.landUse = 'VUO';
      return true;
    case 'land_use.combined':
      if (parcel.landUse !== 'ONT') return false;
      parcel.landUse = 'ONT+CLN';
      return true;
    case 'text.case_repaired':
      // TCVN3 has no byte for Ấ: the file reads Th«n Thanh Êm.
      parcel.address = 'Thôn Thanh Ấm';
      return true;
    case 'text.mixed_encoding':
      parcel.holder = 'Hộ bà Nguyễn Thị Phượng Tường';
      parcel.encoding = 'vni';
      return true;
    case 'text.mangled':
      parcel.holder = 'Nguy?n V?n Hi?u';
      return true;
    case 'key.duplicate':
      parcel.parcelNo = sheet.parcels[index - 1]!.parcelNo;
      return true;
    case 'key.parcel_no_missing':
      parcel.parcelNo = '';
      return true;
    case 'key.parcel_no_not_integer':
      parcel.parcelNo = `${sheet.parcels[index - 1]!.parcelNo}a`;
      return true;
    case 'geometry.null':
      parcel.rings = null;
      return true;
    case 'area.outside_tolerance':
      parcel.declaredAreaM2 = Math.round(parcel.declaredAreaM2 * 11.6) / 10;
      return true;
    case 'geometry.self_intersection':
      return crossRing(parcel);
    case 'topology.overlap':
      return overlapNeighbour(sheet.parcels, index);
    default:
      throw new RangeError(`no fault is called "${kind}"`);
  }
};

/** Plants the faults of this sheet and lists them in it. */
export function plantFaults(random: Random, sheet: DemoSheet): void {
  const used = new Set<number>();
  for (const kind of FAULTS[`${sheet.communeCode}-${sheet.sheetNo}`] ?? []) {
    for (let attempt = 0; attempt < 4000; attempt++) {
      const index = random.integer(1, sheet.parcels.length - 1);
      if (used.has(index) || used.has(index - 1) || !isPrivate(sheet.parcels[index]!) || !spoil(sheet, index, kind))
        continue;
      used.add(index);
      sheet.faults.push({ recordNo: index + 1, kind });
      break;
    }
  }
  sheet.faults.sort((a, b) => a.recordNo - b.recordNo);
}
