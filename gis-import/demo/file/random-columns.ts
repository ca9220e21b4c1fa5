/** Column dictionaries at random: each role under one of the names it had somewhere, as number or as text. */
import type { DbfField } from '../../read/dbf-field.ts';
import type { Random } from './random.ts';

type RandomRole =
  | 'sheet'
  | 'parcel'
  | 'area'
  | 'landUse'
  | 'holder'
  | 'address'
  | 'identity'
  | 'serial'
  | 'commune'
  | 'junk';

export interface RandomColumn extends DbfField {
  role: RandomRole;
  comma: boolean;
}

const NAMES: Record<RandomRole, readonly string[]> = {
  sheet: ['SHBANDO', 'SODOTO', 'SO_TO', 'SOTO', 'SHTO', 'TOBD', 'SHTOBD', 'SOBANDO', 'TOBANDO'],
  parcel: ['SHTHUA', 'SOTHUA', 'SO_THUA', 'SH_THUA', 'THUA', 'SOTHUTUTHU'],
  area: ['DIENTICH', 'DTICH', 'AREA', 'DIENTICHPL', 'DT_PHAPLY'],
  landUse: ['MALOAIDAT', 'KHLOAIDAT', 'LOAIDAT', 'MDSD', 'MDSD2003', 'KH2003', 'MUCDICH', 'KYHIEUMUCD'],
  holder: ['TENCHU', 'HOTEN', 'CHU', 'CHUSUDUNG', 'TENCHUSDD'],
  address: ['DIACHI', 'DIADANH', 'VITRI', 'XUDONG'],
  identity: ['SOGIAYTO', 'CMND', 'SOCMND', 'CCCD'],
  serial: ['SOPHATHANH', 'SERIAL', 'SOSERI'],
  commune: ['MAXA', 'MADVHC', 'XAID'],
  junk: ['OBJECTID', 'MSCOLOR', 'Shape_Leng', 'DACAPGCN'],
};

const LENGTHS: Partial<Record<RandomRole, number>> = {
  holder: 120,
  address: 120,
  identity: 20,
  serial: 20,
  landUse: 16,
  commune: 5,
};
const OPTIONAL: readonly RandomRole[] = ['identity', 'serial', 'commune', 'junk'];

/** Columns in random order; the sheet number is left out in one file of eight. */
export function randomColumns(random: Random): RandomColumn[] {
  const roles: RandomRole[] = [
    'parcel',
    'area',
    'landUse',
    'holder',
    'address',
    ...OPTIONAL.filter(() => random.chance(0.5)),
  ];
  if (random.chance(0.875)) roles.push('sheet');
  return roles
    .map((role) => ({ role, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ role }): RandomColumn => {
      const name = random.pick(NAMES[role]);
      const asText = random.chance(0.4);
      if (role === 'area')
        return {
          role,
          name,
          type: asText ? 'C' : 'N',
          length: 14,
          decimals: asText ? 0 : 1,
          comma: asText && random.chance(0.5),
        };
      if (role === 'parcel' || role === 'sheet')
        return { role, name, type: asText ? 'C' : 'N', length: 6, decimals: 0, comma: false };
      if (role === 'junk') return { role, name, type: 'N', length: 9, decimals: 0, comma: false };
      return { role, name, type: 'C', length: LENGTHS[role] ?? 20, decimals: 0, comma: false };
    });
}
