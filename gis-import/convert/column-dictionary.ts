/**
 * Which column of a legacy table means what (names seen in real exports; DBF cuts names at ten letters, and every
 * office had its own). A name is compared without case, blanks and underscores.
 */
export const COLUMN_ROLES = [
  'sheetNo',
  'parcelNo',
  'legalArea',
  'measuredArea',
  'landUse',
  'holder',
  'identity',
  'address',
  'certificateSerial',
  'useOrigin',
  'scale',
  'commune',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** In order of preference; the first present column wins. */
const NAMES: Record<ColumnRole, readonly string[]> = {
  sheetNo: [
    'SHBANDO',
    'SOHIEUTOBANDO',
    'SODOTO',
    'SOTOBANDO',
    'SOTO',
    'SHTO',
    'TOBD',
    'SHTOBD',
    'SOBANDO',
    'TOBANDO',
    'TOSO',
    'MAPSHEET',
  ],
  parcelNo: ['SHTHUA', 'SOTHUTUTHUA', 'SOTHUTU', 'SOTHUA', 'SOHIEUTHUA', 'THUASO', 'THUA', 'SHTHUATAM', 'PARCELNO'],
  legalArea: ['DIENTICHPL', 'DIENTICHPHAPLY', 'DTPHAPLY', 'DTPL', 'DTSD'],
  measuredArea: ['DIENTICH', 'DTICH', 'DIENTICHDO', 'DTDODAC', 'AREA'],
  landUse: [
    'MALOAIDAT',
    'KHLOAIDAT',
    'LOAIDAT',
    'MDSD',
    'MDSD2003',
    'KH2003',
    'MUCDICH',
    'KYHIEUMUCD',
    'KYHIEUMUCDICHSUDUNG',
    'MAMDSD',
    'MUCDICHSD',
  ],
  holder: ['TENCHU', 'HOTEN', 'CHUSUDUNG', 'TENCHUSDD', 'TENCHUSUDUNG', 'CHU', 'CHUSD', 'HOVATEN'],
  identity: [
    'SOGIAYTO',
    'CCCD',
    'SOCCCD',
    'CMND',
    'SOCMND',
    'SODINHDANH',
    'MADINHDANH',
    'SODDCN',
    'CMNDCCCD',
    'GIAYTO',
  ],
  address: ['DIACHITHUA', 'DIACHITHUADAT', 'DIACHI', 'DIADANH', 'VITRI', 'XUDONG'],
  certificateSerial: ['SOPHATHANH', 'SOPHATHANHGCN', 'SOSERI', 'SERI', 'SERIAL', 'SOGCN', 'SERIGCN', 'SOSERIGCN'],
  useOrigin: ['NGUONGOC', 'NGUONGOCSD', 'MANGUONGOC', 'NGUONGOCSUDUNG'],
  scale: ['TYLE', 'TILE', 'TYLEBD', 'TYLEBANDO'],
  commune: ['MAXA', 'MADVHC', 'KVHCID', 'XAID'],
};

const DBF_NAME_LENGTH = 10;

const plain = (name: string) => name.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** A cut name counts as its whole when the cut is where DBF cuts. */
export function matchesColumn(column: string, name: string): boolean {
  const present = plain(column);
  return present === name || (column.length === DBF_NAME_LENGTH && present.length >= 6 && name.startsWith(present));
}

/** Column index per role. `profile` names are the same for all legacy shapefiles so far. */
export function mapColumns(columns: readonly string[]): Map<ColumnRole, number> {
  const mapped = new Map<ColumnRole, number>();
  const taken = new Set<number>();
  for (const role of COLUMN_ROLES) {
    for (const name of NAMES[role]) {
      const index = columns.findIndex((column, i) => !taken.has(i) && matchesColumn(column, name));
      if (index >= 0) {
        mapped.set(role, index);
        taken.add(index);
        break;
      }
    }
  }
  return mapped;
}

/** Roles whose text is a person's or a place's name: there the capital that a legacy font had no byte for is restored. */
export const NAME_ROLES: ReadonlySet<ColumnRole> = new Set(['holder', 'address']);
