import type { FindingCode } from '../../server/domain/finding.ts';

/** A sheet or parcel number as a key: text without leading zeros, or the code that says why there is none. */
export interface ParsedKey {
  readonly value: string | null;
  readonly code: FindingCode | null;
}

/** `12`, `012`, `12.0` (a number column) → 12. */
function whole(text: string): string | null {
  const match = /^0*(\d{1,9})(?:[.,]0*)?$/.exec(text);
  return match?.[1] && Number(match[1]) > 0 ? String(Number(match[1])) : null;
}

/**
 * Parcel number: Arabic numerals 1..n within a sheet. Legacy tables also carry a letter (`12a`) or joined parcels
 * (`12+13`): kept as written, with a finding. Anything else is no key.
 */
export function parseParcelNo(raw: string): ParsedKey {
  const text = raw.trim();
  if (text === '' || text === '0' || text === '-') return { value: null, code: 'key.parcel_no_missing' };
  const number = whole(text);
  if (number) return { value: number, code: null };
  const joined = text.replace(/\s+/g, '').toLowerCase();
  if (/^\d{1,6}[a-zđ]?(?:[+,/&-]\d{1,6}[a-zđ]?)*$/.test(joined) && /[1-9]/.test(joined)) {
    return { value: joined.replace(/^0+(?=\d)/, ''), code: 'key.parcel_no_not_integer' };
  }
  return { value: null, code: 'key.parcel_no_invalid' };
}

/** Sheet number: Arabic numerals within a unit; a letter behind it is kept (`12a`). */
export function parseSheetNo(raw: string): ParsedKey {
  const text = raw.trim();
  if (text === '' || text === '0' || text === '-') return { value: null, code: 'key.sheet_no_missing' };
  const number = whole(text);
  if (number) return { value: number, code: null };
  const plain = text
    .replace(/^(?:tờ|to|dc|đc)\s*(?:số\s*)?/i, '')
    .replace(/\s+/g, '')
    .toLowerCase();
  const again = whole(plain);
  if (again) return { value: again, code: null };
  if (/^\d{1,6}[a-z]$/.test(plain)) return { value: plain.replace(/^0+(?=\d)/, ''), code: null };
  return { value: null, code: 'key.sheet_no_invalid' };
}
