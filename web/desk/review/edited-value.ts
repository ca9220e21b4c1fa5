import type { BatchRecord } from '../../../server/domain/contract/batch-shapes.ts';
import {
  EDIT_BOUNDS,
  type Edit,
  type EditableField,
  type EditedPurposes,
  PARCEL_NO,
  PURPOSE_CODE,
  SHEET_NO,
} from '../../../server/domain/correction.ts';
import { formatPlain } from '../../../server/domain/format-number.ts';
import type { Language } from '../../../server/domain/language.ts';
import { readPlainText } from './read-reason.ts';

/** What stands in a field now, as an officer types it. */
export function textOf(
  { candidate }: Pick<BatchRecord, 'candidate'>,
  field: EditableField,
  language: Language,
): string {
  if (!candidate) return '';
  const number = (value: number | null) => (value === null ? '' : formatPlain(value, language, 4));
  if (field === 'legalAreaM2') return number(candidate.legalAreaM2);
  if (field === 'purposes')
    return candidate.purposes.map(({ code, areaM2 }) => `${code} ${number(areaM2)}`.trim()).join(' + ');
  return candidate[field] ?? '';
}

const FORMS = { sheetNo: new RegExp(SHEET_NO), parcelNo: new RegExp(PARCEL_NO), purpose: new RegExp(PURPOSE_CODE) };

/** A number with a decimal comma in Vietnamese, a point in English; thousands are not parted. Undefined: no number. */
function readNumber(text: string, language: Language): number | undefined {
  const plain = language === 'vi' ? text.replace(',', '.') : text;
  return /^\d{1,9}(\.\d{1,4})?$/.test(plain) && Number(plain) > 0 ? Number(plain) : undefined;
}

/** `ONT 300 + CLN 100,5`. */
function readPurposes(text: string, language: Language): EditedPurposes | undefined {
  const parts = text.split('+').map((part) => part.trim().split(/\s+/));
  const read = parts.map(([code = '', area, ...more]) => {
    const areaM2 = area === undefined ? null : readNumber(area, language);
    return FORMS.purpose.test(code.toUpperCase()) && areaM2 !== undefined && more.length === 0
      ? { code: code.toUpperCase(), areaM2 }
      : undefined;
  });
  return read.every((part) => part !== undefined) && read.length <= EDIT_BOUNDS.purposes ? read : undefined;
}

/** What was typed as an edit; null where it cannot be one. The server judges it again. */
export function readEdit(field: EditableField, typed: string, reason: string, language: Language): Edit | null {
  const text = typed.trim().replaceAll(/\s+/g, ' ');
  switch (field) {
    case 'sheetNo':
      return FORMS.sheetNo.test(text) ? { field, value: text, reason } : null;
    case 'parcelNo':
      return FORMS.parcelNo.test(text) && text.length <= EDIT_BOUNDS.parcelNo ? { field, value: text, reason } : null;
    case 'address': {
      const value = text === '' ? null : readPlainText(text);
      const fits = text === '' || (value !== null && value.length <= EDIT_BOUNDS.address);
      return fits ? { field, value, reason } : null;
    }
    case 'legalAreaM2': {
      const value = text === '' ? null : readNumber(text, language);
      const fits = value === null || (value !== undefined && value >= EDIT_BOUNDS.legalAreaM2);
      return fits ? { field, value, reason } : null;
    }
    case 'purposes': {
      const value = readPurposes(text, language);
      return value ? { field, value, reason } : null;
    }
  }
}
