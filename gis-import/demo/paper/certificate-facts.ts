/** What a fictional certificate says. Every value is drawn from the seed; nobody it names exists. */
import type { Random } from '../file/random.ts';
import type { Names } from '../sheet/names.ts';

export interface CertificateHolder {
  readonly title: 'Ông' | 'Bà';
  readonly name: string;
  readonly identityNumber: string;
}

/** What may be filled in by hand on papers that are older than printers. */
export const WRITTEN_FIELDS = ['sheetNo', 'parcelNo', 'areaM2', 'holder'] as const;
export type WrittenField = (typeof WRITTEN_FIELDS)[number];

export interface CertificateFacts {
  /** As printed: two letters, a space, eight digits. */
  readonly serial: string;
  /** The code that only the QR carries. */
  readonly certificateCode: string;
  readonly bookNo: string;
  readonly holders: readonly CertificateHolder[];
  readonly sheetNo: string;
  readonly parcelNo: string;
  /** m², one decimal. */
  readonly areaM2: number;
  readonly purposes: readonly { readonly name: string; readonly code: string; readonly areaM2: number }[];
  readonly term: string;
  readonly address: string;
  /** YYYY-MM-DD */
  readonly issuedOn: string;
  readonly office: string;
  readonly signatory: string;
  /** What the QR says; null where it says what the paper says. */
  readonly qrSerial: string | null;
  /** Of the four-page form, 13 digits; null on the QR form, which has none. */
  readonly barcode: string | null;
  readonly byHand: readonly WrittenField[];
}

/** Names of the land-use codes as certificates spell them (TT 08/2024). */
const USE_NAMES: Readonly<Record<string, string>> = {
  ONT: 'Đất ở tại nông thôn',
  ODT: 'Đất ở tại đô thị',
  CLN: 'Đất trồng cây lâu năm',
  LUC: 'Đất chuyên trồng lúa',
  LUK: 'Đất trồng lúa còn lại',
  HNK: 'Đất trồng cây hằng năm khác',
  NTS: 'Đất nuôi trồng thuỷ sản',
  RSX: 'Đất rừng sản xuất',
};

/** The parcel a certificate is to be about; a parcel of nowhere where none is given. */
export interface ParcelOfPaper {
  readonly sheetNo: string;
  readonly parcelNo: string;
  readonly areaM2: number;
  readonly landUse: string;
  readonly address: string;
  readonly serial?: string;
  readonly holder?: string;
  readonly identityNumber?: string;
}

const LETTERS = 'ABCDEGHIKLMNOPQRSTUVXY';

function parcelOfNowhere(random: Random, names: Names): ParcelOfPaper {
  return {
    sheetNo: String(random.integer(1, 120)),
    parcelNo: String(random.integer(1, 900)),
    areaM2: Math.round(random.between(45, 4200) * 10) / 10,
    landUse: random.pick(['ONT', 'CLN', 'LUC', 'LUK', 'HNK', 'NTS', 'RSX', 'ONT+CLN']),
    address: `${names.hamlet()}, xã Yên Lĩnh, tỉnh Bắc Ninh`,
  };
}

function purposesOf(random: Random, { landUse, areaM2 }: ParcelOfPaper): CertificateFacts['purposes'] {
  const codes = landUse.split('+');
  if (codes.length === 1) return [{ code: landUse, name: USE_NAMES[landUse] ?? landUse, areaM2 }];
  const first = Math.round(areaM2 * random.between(0.2, 0.6) * 10) / 10;
  const parts = [first, Math.round((areaM2 - first) * 10) / 10];
  return codes.map((code, at) => ({ code, name: USE_NAMES[code] ?? code, areaM2: parts[at] ?? 0 }));
}

/** Draws a certificate of the QR form about `parcel`. */
export function drawCertificateFacts(random: Random, names: Names, given?: ParcelOfPaper): CertificateFacts {
  const parcel = given ?? parcelOfNowhere(random, names);
  const digits = (count: number) => Array.from({ length: count }, () => random.integer(0, 9)).join('');
  const day = new Date(Date.UTC(2025, 0, 2) + random.integer(0, 650) * 86_400_000).toISOString().slice(0, 10);
  const serial = parcel.serial ?? `A${random.pick([...LETTERS])} ${digits(8)}`;
  const holder = (): CertificateHolder => ({
    title: random.pick(['Ông', 'Bà'] as const),
    name: names.person(),
    identityNumber: `099${random.integer(0, 1)}${digits(2)}${digits(6)}`,
  });
  const first = parcel.holder
    ? { ...holder(), name: parcel.holder, ...(parcel.identityNumber && { identityNumber: parcel.identityNumber }) }
    : holder();
  const isLiving = parcel.landUse.startsWith('O');
  return {
    serial,
    certificateCode: `${digits(2)}${random.pick([...LETTERS])}${digits(9)}`,
    bookNo: random.pick([`VP${digits(5)}`, `CN${digits(5)}`, `CS${digits(5)}`, `CH${digits(5)}`]),
    holders: random.chance(0.3) && !parcel.holder ? [first, holder()] : [first],
    sheetNo: parcel.sheetNo,
    parcelNo: parcel.parcelNo,
    areaM2: parcel.areaM2,
    purposes: purposesOf(random, parcel),
    term: isLiving
      ? 'Lâu dài'
      : `Đến ngày ${random.integer(10, 28)}/${random.integer(10, 12)}/${random.integer(2043, 2074)}`,
    address: parcel.address,
    issuedOn: day,
    office: 'Chi nhánh Văn phòng Đăng ký đất đai Yên Lĩnh',
    signatory: names.person(),
    qrSerial: null,
    barcode: null,
    byHand: [],
  };
}

/** Draws a certificate of the four-page form (10/12/2009 to 31/12/2024) about `parcel`: other serial, other numbers, and a barcode. */
export function drawFourPageFacts(random: Random, names: Names, given?: ParcelOfPaper): CertificateFacts {
  const facts = drawCertificateFacts(random, names, given);
  const digits = (count: number) => Array.from({ length: count }, () => random.integer(0, 9)).join('');
  const issuedOn = new Date(Date.UTC(2009, 11, 10) + random.integer(0, 5500) * 86_400_000).toISOString().slice(0, 10);
  const isOld = issuedOn < '2016';
  return {
    ...facts,
    serial: given?.serial ?? `${random.pick(['B', 'C', 'D'] as const)}${random.pick([...LETTERS])} ${digits(6)}`,
    bookNo: random.pick([`CH${digits(5)}`, `CS${digits(5)}`, `CN${digits(2)}.${digits(3)}`]),
    holders: facts.holders.map((holder) =>
      isOld && !given?.identityNumber ? { ...holder, identityNumber: `99${digits(7)}` } : holder,
    ),
    issuedOn,
    barcode: `99001${issuedOn.slice(2, 4)}${digits(6)}`,
  };
}

/** What stands in the QR: eight fields joined by |. The national rule is not known to us; readers treat it as opaque (fact sheet 3.7). */
export function qrPayload(facts: CertificateFacts): string {
  const [year, month, day] = facts.issuedOn.split('-');
  const made = `${day}-${month}-${year}-08-30-00`;
  const serial = (facts.qrSerial ?? facts.serial).replace(' ', '');
  return [made, 'H05.99.01', 'DiaBaDemo', `H05.99.01-${facts.bookNo}`, serial, facts.certificateCode, made, '990'].join(
    '|',
  );
}
