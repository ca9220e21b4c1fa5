/** A field as a person types it, in the form in which it is kept; null for what it cannot be. */
import { normaliseSerial } from '../certificate-serial.ts';
import { parcelNumber, sheetNumber } from '../land-number.ts';
import { endOfDay } from '../legal-day.ts';
import type { Language } from '../words/language.ts';
import type { FieldName } from './document.ts';
import { parseArea } from './parse-area.ts';

/** Letters that any value may have. */
const LONGEST = 300;

function parseDay(text: string): string | null {
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const day = vietnamese
    ? `${vietnamese[3]}-${vietnamese[2]?.padStart(2, '0')}-${vietnamese[1]?.padStart(2, '0')}`
    : text;
  try {
    endOfDay(day);
    return day;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function parseNumbers(text: string): string | null {
  const numbers = text.split(';').map((one) => one.replace(/[\s.]/g, ''));
  return numbers.every((one) => /^(?:\d{9}|\d{12})$/.test(one)) ? numbers.join('; ') : null;
}

const listed = (text: string, by: string): string =>
  text
    .split(by)
    .map((one) => one.trim())
    .filter(Boolean)
    .join(by === ';' ? '; ' : by);

export function parseFieldValue(name: FieldName, given: string): string | null {
  const text = given.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (text === '' || text.length > LONGEST) return null;
  switch (name) {
    case 'serial': {
      const read = normaliseSerial(text);
      return read?.usual ? read.serial : null;
    }
    case 'bookNo':
      return text.length <= 40 ? text : null;
    case 'barcode': {
      const digits = text.replaceAll(' ', '');
      return /^\d{13}$/.test(digits) ? digits : null;
    }
    case 'sheetNo': {
      const value = sheetNumber(text);
      return /^\d{1,6}[a-z]?$/.test(value) ? value : null;
    }
    case 'parcelNo': {
      const value = parcelNumber(text);
      return /^\d{1,6}[a-z]?(?:\+\d{1,6}[a-z]?)*$/.test(value) ? value : null;
    }
    case 'areaM2': {
      const area = parseArea(text);
      return area && String(area.areaM2);
    }
    case 'landUse': {
      const codes = listed(text.toUpperCase().replaceAll(' ', ''), '+');
      return /^[A-ZĐ]{2,5}(?:\+[A-ZĐ]{2,5})*$/u.test(codes) ? codes : null;
    }
    case 'holder':
      return listed(text, ';') || null;
    case 'identityNumber':
      return parseNumbers(text);
    case 'issuedOn':
      return parseDay(text);
  }
}

/** What a value of a field must look like, for whoever typed another. */
export const FIELD_FORMS: Record<FieldName, Record<Language, string>> = {
  serial: {
    vi: 'một hoặc hai chữ cái và 6 hoặc 8 chữ số, ví dụ AA 01234567',
    en: 'one or two letters and 6 or 8 digits, as AA 01234567',
  },
  bookNo: { vi: 'không quá 40 ký tự, ví dụ VP00324', en: 'at most 40 letters, as VP00324' },
  barcode: { vi: '13 chữ số dưới mã vạch', en: 'the 13 digits below the barcode' },
  sheetNo: { vi: 'số tờ, ví dụ 12 hoặc 12a', en: 'a sheet number, as 12 or 12a' },
  parcelNo: { vi: 'số thửa, ví dụ 105 hoặc 12+13', en: 'a parcel number, as 105 or 12+13' },
  areaM2: { vi: 'diện tích tính bằng m², ví dụ 1.234,5', en: 'an area in m², as 1.234,5' },
  landUse: { vi: 'mã loại đất, nhiều mã nối bằng dấu +, ví dụ ONT+CLN', en: 'land-use codes joined by +, as ONT+CLN' },
  holder: { vi: 'họ tên, nhiều người cách nhau bằng dấu chấm phẩy', en: 'a name; several are set apart by semicolons' },
  identityNumber: {
    vi: '9 hoặc 12 chữ số, nhiều số cách nhau bằng dấu chấm phẩy',
    en: '9 or 12 digits; several are set apart by semicolons',
  },
  issuedOn: { vi: 'ngày, ví dụ 01/02/2025', en: 'a day, as 01/02/2025' },
};
