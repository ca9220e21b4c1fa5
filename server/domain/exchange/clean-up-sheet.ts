/**
 * Sheet PL3-01 of Kế hoạch 515/KH-BCA-BNNMT: a row is a certificate × a parcel × a person. Names and order of the columns are the plan's; what the
 * register does not hold (day of birth, sex, buildings, origin and form of use …) stays empty. Two columns of our own follow the last one and say
 * what is wrong with a row and what it lacks. Pure.
 */
import type { SheetColumn, SheetColumnKind, SheetValue } from '../spreadsheet/sheet-column.ts';

/** A certificate's row as the register and the archive know it. Days are `YYYY-MM-DD`, areas exact decimal text in m². */
export interface CleanUpFacts {
  readonly communeCode: string;
  readonly serial: string;
  readonly rightId: string;
  /** As issued here, else as a person confirmed it on the scan. */
  readonly issuedOn: string | null;
  readonly bookNo: string | null;
  /** As party.party.kind. */
  readonly kind: string;
  /** As recorded with the right, and as it holds now. */
  readonly recordedName: string;
  readonly name: string;
  readonly address: string | null;
  readonly identityNumbers: readonly string[];
  readonly parcelCode: string;
  readonly sheet: string;
  readonly no: string;
  readonly parcelAddress: string | null;
  readonly areaM2: string;
  readonly purposes: readonly {
    readonly code: string;
    readonly areaM2: string | null;
    readonly until: string | null;
  }[];
  /** Persons who hold the parcel by this certificate. */
  readonly holders: number;
  /** The certificate as confirmed in the archive; null where no scan of it stands with the parcel. */
  readonly scan: {
    readonly holder: string | null;
    readonly sheetNo: string | null;
    readonly parcelNo: string | null;
    readonly file: string;
    /** Other papers of its dossier. */
    readonly papersFile: string | null;
  } | null;
}

const PURPOSES = 3;
const ASSETS = [
  'loaitaisan',
  'khunhachungcu_honhop',
  'nhachungcu',
  'socanho',
  'dientichxaydung',
  'dientichsan',
  'hinhthucsohuu',
  'thoihansohuu',
  'caphang',
] as const;
const PURPOSE = ['loaidat', 'dientich', 'nguongoc', 'hinhthucsudung', 'thoihansudung'] as const;

interface Column extends SheetColumn {
  /** Tells columns of one header apart. */
  readonly id: string;
}

const column = (id: string, header = id, kind: SheetColumnKind = 'text'): Column => ({ id, header, kind });
const texts = (...ids: readonly string[]): Column[] => ids.map((id) => column(id));

/** What is wrong with a row, and what it lacks. */
const WRONG = 'Kiểm tra: chỗ sai';
const MISSING = 'Kiểm tra: còn thiếu';

/** Columns 1 to 57 under the names that are known of them, and our own two. */
const COLUMNS: readonly Column[] = [
  ...texts('madvhc', 'sophathanhgcn'),
  column('ngaycapgcn', 'ngaycapgcn', 'day'),
  ...texts('sovaosogcn', 'tentochuc', 'madinhdanhtochuc', 'hovatenchusudung'),
  column('ngaysinh', 'ngaysinh', 'day'),
  ...texts('gioitinh', 'sodinhdanhcanhan', 'diachithuongtru', 'phapnhantrengcn', 'vaitrophapnhan'),
  column('tenchusudunghientai'),
  column('ngaysinh, now', 'ngaysinh', 'day'),
  column('sodinhdanh, now', 'sodinhdanh'),
  column('diachi, now', 'diachi'),
  column('lydothaydoi'),
  ...texts('madinhdanhthuadat', 'soto_gcn', 'sothua_gcn', 'soto', 'sothua', 'diachi_thuadat'),
  column('dientichthuadat', 'dientichthuadat', 'number'),
  ...Array.from({ length: PURPOSES }, (_, at) =>
    PURPOSE.map((name) => column(`${name}, ${at}`, name, name === 'dientich' ? 'number' : 'text')),
  ).flat(),
  ...texts(...ASSETS),
  ...texts('tenfilequet', 'sogiayto1', 'loaigiayto1', 'sogiayto2', 'loaigiayto2', 'hosoquet', 'guid', 'phanloai'),
  ...texts(WRONG, MISSING),
];
export const CLEAN_UP_COLUMNS: readonly SheetColumn[] = COLUMNS;

/** phapnhantrengcn, by the kind of a party. */
const LEGAL_FORMS: Readonly<Record<string, string>> = {
  person: 'Cá nhân',
  household: 'Hộ gia đình',
  couple: 'Vợ chồng',
  group: 'Đồng sử dụng',
  community: 'Cộng đồng dân cư',
  organisation: 'Tổ chức',
};

/** Square metres by which areas of purposes may differ from the parcel's before it is an error: who fills the sheet takes about that much. */
const SUM_TOLERANCE_CM2 = 5_000n;

/** Exact decimal text of m² in cm². */
function cm2(text: string): bigint {
  const [whole = '0', part = ''] = text.split('.');
  return BigInt(whole) * 10_000n + BigInt(part.padEnd(4, '0').slice(0, 4));
}

const same = (a: string, b: string): boolean =>
  a.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLocaleLowerCase('vi') ===
  b.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLocaleLowerCase('vi');

/** Twelve digits are a personal identity number, nine those of the card before it. */
const personal = (numbers: readonly string[]): string | null => numbers.find(({ length }) => length === 12) ?? null;
const older = (numbers: readonly string[]): readonly string[] => numbers.filter(({ length }) => length === 9);

const legalForm = ({ kind, holders }: CleanUpFacts): string | null =>
  kind === 'person' && holders > 1 ? LEGAL_FORMS.group! : (LEGAL_FORMS[kind] ?? null);

/** Where the register and the paper, or the register and itself, do not agree. */
export function wrongIn(facts: CleanUpFacts, usualSerial: boolean): string[] {
  const { purposes, areaM2, scan, sheet, no } = facts;
  const wrong: string[] = [];
  if (!usualSerial) wrong.push(`số phát hành "${facts.serial}" không đúng dạng`);
  const areas = purposes.map((purpose) => purpose.areaM2);
  if (areas.length > 0 && areas.every((area) => area !== null)) {
    const sum = areas.reduce((total, area) => total + cm2(area), 0n);
    const off = sum - cm2(areaM2);
    if ((off < 0n ? -off : off) > SUM_TOLERANCE_CM2)
      wrong.push('tổng diện tích các loại đất khác diện tích thửa quá 0,5 m²');
  }
  if (purposes.length > PURPOSES) wrong.push(`có ${purposes.length} loại đất, mẫu chỉ có ${PURPOSES} chỗ`);
  if (scan) {
    const onPaper = [scan.sheetNo, scan.parcelNo];
    if (scan.sheetNo !== null && scan.parcelNo !== null && (!same(scan.sheetNo, sheet) || !same(scan.parcelNo, no)))
      wrong.push(`GCN ghi tờ ${onPaper[0]} thửa ${onPaper[1]}, sổ ghi tờ ${sheet} thửa ${no}`);
    if (scan.holder !== null && facts.holders === 1 && !same(scan.holder, facts.name))
      wrong.push('tên trên GCN khác tên trong sổ');
  }
  return wrong;
}

/** What the plan asks for and neither register nor archive can say. */
export function missingIn(facts: CleanUpFacts): string[] {
  const { kind, identityNumbers, scan } = facts;
  const said: readonly (readonly [boolean, string])[] = [
    [facts.issuedOn === null, 'ngày cấp GCN'],
    [facts.bookNo === null, 'số vào sổ'],
    [legalForm(facts) === null, 'loại chủ sử dụng'],
    [kind === 'person' && personal(identityNumbers) === null, 'số định danh cá nhân'],
    [kind === 'organisation' && identityNumbers.length === 0, 'mã định danh tổ chức'],
    [scan === null, 'bản quét GCN'],
    [scan !== null && (scan.sheetNo === null || scan.parcelNo === null), 'số tờ, số thửa trên GCN'],
    [scan !== null && scan.papersFile === null, 'bản quét giấy tờ'],
  ];
  return said.filter(([is]) => is).map(([, what]) => what);
}

/** Cells of a row, in the order of {@link CLEAN_UP_COLUMNS}. */
export function cleanUpRow(facts: CleanUpFacts, usualSerial: boolean): SheetValue[] {
  const { scan, purposes, identityNumbers } = facts;
  const isOrganisation = facts.kind === 'organisation';
  const [first = null, second = null] = older(identityNumbers);
  const cells = new Map<string, SheetValue>([
    ['madvhc', facts.communeCode],
    ['sophathanhgcn', facts.serial],
    ['ngaycapgcn', facts.issuedOn],
    ['sovaosogcn', facts.bookNo],
    ['phapnhantrengcn', legalForm(facts)],
    // Which of a couple or of a household a name is, only a person can tell.
    ['vaitrophapnhan', legalForm(facts) === LEGAL_FORMS.person ? 'Cá nhân' : null],
    ['madinhdanhthuadat', facts.parcelCode],
    ['soto_gcn', scan?.sheetNo ?? null],
    ['sothua_gcn', scan?.parcelNo ?? null],
    ['soto', facts.sheet],
    ['sothua', facts.no],
    ['diachi_thuadat', facts.parcelAddress],
    ['dientichthuadat', Number(facts.areaM2)],
    ['tenfilequet', scan?.file ?? null],
    ['sogiayto1', first],
    ['loaigiayto1', first && 'CMND'],
    ['sogiayto2', second],
    ['loaigiayto2', second && 'CMND'],
    ['hosoquet', scan?.papersFile ?? null],
    ['guid', facts.rightId],
  ]);
  if (isOrganisation) {
    cells.set('tentochuc', facts.name);
    cells.set('madinhdanhtochuc', identityNumbers[0] ?? null);
  } else {
    cells.set('hovatenchusudung', scan?.holder && facts.holders === 1 ? scan.holder : facts.recordedName);
    cells.set('sodinhdanhcanhan', personal(identityNumbers));
    cells.set('diachithuongtru', facts.address);
    cells.set('tenchusudunghientai', facts.name);
    cells.set('sodinhdanh, now', personal(identityNumbers));
    cells.set('diachi, now', facts.address);
  }
  for (const [at, { code, areaM2, until }] of purposes.slice(0, PURPOSES).entries()) {
    cells.set(`loaidat, ${at}`, code);
    cells.set(`dientich, ${at}`, areaM2 === null ? null : Number(areaM2));
    cells.set(`thoihansudung, ${at}`, until);
  }
  cells.set(WRONG, wrongIn(facts, usualSerial).join('; ') || null);
  cells.set(MISSING, missingIn(facts).join('; ') || null);
  return COLUMNS.map(({ id }) => cells.get(id) ?? null);
}
