/**
 * What of a finding's detail may stand in a sentence. Each placeholder has a form its value must have; a value of any
 * other form is left out, so that a name, an address or an identity number that slipped into a detail is never shown.
 */

import { isSpelledColumn } from '../batch/column-words.ts';
import { DIFFERENCE_FIELDS, type DifferenceField } from '../batch/difference.ts';
import { encodingName } from '../encoding/encoding-name.ts';
import { formatBytes, formatNumber, formatPlain, formatShare } from '../words/format-number.ts';
import type { Language } from '../words/language.ts';
import { systemName } from '../words/system-name.ts';

type Detail = Readonly<Record<string, unknown>>;
type Format = (value: unknown, language: Language) => string | null;

/** A finite number, also as decimal text: PostgreSQL hands numerics over as text. */
function toNumber(value: unknown): number | null {
  if (typeof value === 'string' && !/^-?\d{1,15}(?:\.\d{1,12})?$/.test(value)) return null;
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** Identity numbers have nine digits or more; no count, measure or coordinate of a sheet is that large. */
const LARGEST = 1e8;

const number = (show: (value: number, language: Language) => string, largest = LARGEST): Format => {
  return (value, language) => {
    const found = toNumber(value);
    return found === null || Math.abs(found) >= largest ? null : show(found, language);
  };
};
const text = (form: RegExp): Format => {
  return (value) => (typeof value === 'string' && form.test(value) ? value : null);
};
const word = (words: Readonly<Record<string, Record<Language, string>>>): Format => {
  return (value, language) =>
    typeof value === 'string' && Object.hasOwn(words, value) ? words[value]![language] : null;
};

const count = number((value, language) => formatNumber(value, language, 0));
const ordinal = number((value, language) => formatPlain(value, language));
const measure = number((value, language) => formatNumber(value, language));
const bytes = number(formatBytes, 1e15);
const degrees = number((value, language) => formatPlain(value, language, 5));
const coordinate = number((value, language) => formatPlain(value, language, 3));
const system = number((value, language) => (Number.isInteger(value) ? systemName(value, language) : `${value}`));
const communeCode = text(/^\d{5}$/);
/** Digits of a key, never as many in a row as an identity number has. */
const key = text(/^(?!.*\d{7})\d[0-9A-Za-zđ+,/&-]{0,29}$/);
const COLUMN = /^(?!.*\d{5})[A-Za-z][A-Za-z0-9_]{0,14}$/;

/** A name of letters and digits as tables have, or of Vietnamese words of which names of columns are made. */
const isColumn = (name: string): boolean => COLUMN.test(name) || isSpelledColumn(name);
const column: Format = (value) => (typeof value === 'string' && isColumn(value) ? value : null);

/** All column names of a list; of what may be no name only how many there are. */
const columnList: Format = (value) => {
  if (typeof value !== 'string') return null;
  const all = value.split(', ');
  const names = all.filter(isColumn);
  if (names.length === 0) return null;
  return names.join(', ') + (names.length < all.length ? `, … (+${all.length - names.length})` : '');
};

/** The point that PostGIS puts behind the reason of an invalid polygon: `Self-intersection[416463.2 2353280.6]`. */
const pointOfReason: Format = (value, language) => {
  const match = typeof value === 'string' ? /\[(-?[\d.]{1,24}) (-?[\d.]{1,24})\]$/.exec(value) : null;
  const [x, y] = [Number(match?.[1]), Number(match?.[2])];
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  return `(${formatPlain(x, language, 3)}; ${formatPlain(y, language, 3)})`;
};

const leftOut = word({
  other_set: { vi: 'tệp thuộc một lớp khác', en: 'a file of another layer' },
  unknown_kind: { vi: 'loại tệp không dùng đến', en: 'a kind of file that is not used' },
  memo: { vi: 'cột ghi chú dài, nội dung nằm ở tệp ngoài', en: 'a memo column, whose text lies in another file' },
});
const followed = word({ shp: { vi: 'tệp .shp', en: 'the .shp' }, shx: { vi: 'tệp .shx', en: 'the .shx' } });

const inUnit = (words: Readonly<Record<string, Record<Language, string>>>): Format => {
  return (value, language) => words[String(value)]?.[language] ?? null;
};
/** By their size in metres. */
const unit = inUnit({
  '0.001': { vi: 'milimét', en: 'millimetres' },
  '0.01': { vi: 'xentimét', en: 'centimetres' },
  '0.1': { vi: 'đềximét', en: 'decimetres' },
  '1000': { vi: 'kilômét', en: 'kilometres' },
  '0.3048': { vi: 'foot (0,3048 m)', en: 'feet (0.3048 m)' },
});

const DIFFERENCE_WORDS: Readonly<Record<DifferenceField, Record<Language, string>>> = {
  boundary: { vi: 'ranh giới', en: 'boundary' },
  legalAreaM2: { vi: 'diện tích pháp lý', en: 'legal area' },
  purposes: { vi: 'mục đích sử dụng đất', en: 'land use' },
  address: { vi: 'địa chỉ', en: 'address' },
  holders: { vi: 'người sử dụng đất', en: 'holders' },
  certificateSerial: { vi: 'số phát hành giấy chứng nhận', en: 'serial of the certificate' },
};
/** Names of facts in which a record differs, as people call them. */
const differenceList: Format = (value, language) => {
  if (typeof value !== 'string') return null;
  const words = value
    .split(',')
    .flatMap((name) => DIFFERENCE_FIELDS.filter((one) => one === name).map((one) => DIFFERENCE_WORDS[one][language]));
  return words.length === 0 ? null : words.join(', ');
};

const FORMATS = {
  accuracyM: ordinal,
  allowedM2: measure,
  areaM2: measure,
  at: pointOfReason,
  brokenAt: ordinal,
  bytes,
  claimed: communeCode,
  claimedBytes: bytes,
  claimedRows: count,
  code: communeCode,
  column,
  columns: columnList,
  commune: communeCode,
  computedM2: measure,
  dbfRecords: count,
  declared: system,
  detected: (value, language) => (typeof value === 'string' ? encodingName(value, language) : null),
  declaredM2: measure,
  encoding: (value, language) => (typeof value === 'string' ? encodingName(value, language) : null),
  entry: ordinal,
  differing: differenceList,
  extension: text(/^\.?[A-Za-z][A-Za-z0-9]{0,7}$/),
  followed,
  givenScale: ordinal,
  givenSheet: key,
  insideCommune: number(formatShare),
  landUse: text(/^(?!\d{4})[A-ZĐ0-9]{1,4}$/),
  lat: degrees,
  lengthM: measure,
  limitBytes: bytes,
  line: ordinal,
  lon: degrees,
  medianM: measure,
  metres: ordinal,
  metres2: ordinal,
  metres3: ordinal,
  metres4: ordinal,
  missing: count,
  no: key,
  numbers: text(/^(?!.*\d{7})\d[0-9A-Za-zđ+/& ,-]{0,299}$/),
  other: ordinal,
  parcels: count,
  parts: count,
  points: count,
  registeredM2: measure,
  rings: count,
  most: count,
  ratio: count,
  reason: leftOut,
  rival: system,
  rival2: system,
  rival3: system,
  rival4: system,
  rows: count,
  scale: ordinal,
  sets: count,
  sheet: key,
  shpRecords: count,
  srid: system,
  sumM2: measure,
  times: count,
  unit,
  unused: count,
  widthM: measure,
  x: coordinate,
  y: coordinate,
} satisfies Record<string, Format>;

/** Placeholders a sentence may use. */
export const DETAIL_PLACEHOLDERS: readonly string[] = Object.keys(FORMATS);

/** The word for `{placeholder}`, or null when the detail has none that may be shown. */
export function findingDetailWord(placeholder: string, language: Language, detail: Detail | undefined): string | null {
  if (!detail || !Object.hasOwn(FORMATS, placeholder)) return null;
  const value = detail[placeholder === 'at' ? 'reason' : placeholder];
  return FORMATS[placeholder as keyof typeof FORMATS](value, language);
}
