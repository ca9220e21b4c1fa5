import type { FindingCode } from '../../../server/domain/finding/finding.ts';
import type { KeyReading } from './key-evidence.ts';
import { unfoldExponent } from './unfold-exponent.ts';

/** A sheet or parcel number as a key: text without leading zeros, or the code that says why there is none. */
export interface ParsedKey {
  readonly value: string | null;
  readonly code: FindingCode | null;
}

const GROUPED: FindingCode = 'key.number_grouped';

/**
 * `12`, `012`, `12.0`, `1.20000000000e+001` → 12. `1.000` is one in a column of numbers, a thousand where the column
 * groups thousands, and nothing where that cannot be told.
 */
function whole(text: string, reading: KeyReading): ParsedKey | null {
  const plain = unfoldExponent(text) ?? '';
  const grouped = /^([1-9]\d{0,2})[.,](\d{3})$/.exec(plain);
  if (grouped && reading === 'thousands') return { value: `${grouped[1]}${grouped[2]}`, code: GROUPED };
  if (grouped && reading === 'unclear') return null;
  const match = /^0*(\d{1,8})(?:[.,]0*)?$/.exec(plain);
  return match?.[1] && Number(match[1]) > 0 ? { value: String(Number(match[1])), code: null } : null;
}

/** Written where there is no number; a column of numbers has 0 there, in any of its forms. */
const isNothing = (text: string): boolean => text === '-' || /^0*(?:[.,]0*)?$/.test(unfoldExponent(text) ?? '?');

/**
 * Parcel number: Arabic numerals 1..n within a sheet. Legacy tables also carry a letter (`12a`) or joined parcels
 * (`12+13`): kept as written, with a finding. Anything else is no key.
 */
export function parseParcelNo(raw: string, reading: KeyReading): ParsedKey {
  const text = raw.trim();
  if (isNothing(text)) return { value: null, code: 'key.parcel_no_missing' };
  const number = whole(text, reading);
  if (number) return number;
  const joined = text.replace(/\s+/g, '').toLowerCase();
  // A comma joins parcels, and parts thousands: 1,000 is no parcel 1 with a parcel 000.
  const unclear = /^\d{1,3}(?:,\d{3})+$/.test(joined);
  if (!unclear && /^\d{1,6}[a-zđ]?(?:[+,/&-]\d{1,6}[a-zđ]?)*$/.test(joined) && /[1-9]/.test(joined)) {
    return { value: joined.replace(/^0+(?=\d)/, ''), code: 'key.parcel_no_not_integer' };
  }
  return { value: null, code: 'key.parcel_no_invalid' };
}

/** Sheet number: Arabic numerals within a unit; a letter behind it is kept (`12a`). */
export function parseSheetNo(raw: string, reading: KeyReading): ParsedKey {
  const text = raw.trim();
  if (isNothing(text)) return { value: null, code: 'key.sheet_no_missing' };
  const number = whole(text, reading);
  if (number) return number;
  const plain = text
    .replace(/^(?:tờ|to|dc|đc)\s*(?:số\s*)?/i, '')
    .replace(/\s+/g, '')
    .toLowerCase();
  const again = whole(plain, reading);
  if (again) return again;
  if (/^\d{1,6}[a-z]$/.test(plain)) return { value: plain.replace(/^0+(?=\d)/, ''), code: null };
  return { value: null, code: 'key.sheet_no_invalid' };
}
