import {
  EDIT_BOUNDS,
  type EditableField,
  PARCEL_NO,
  PURPOSE_CODE,
  SHEET_NO,
} from '../../../../server/domain/batch/correction.ts';
import type { Edit, EditedHolders, EditedPurposes } from '../../../../server/domain/batch/edit.ts';
import type { BatchRecord } from '../../../../server/domain/contract/batch/batch-shapes.ts';
import { HOLDER_KINDS } from '../../../../server/domain/holder-kind.ts';
import { formatPlain } from '../../../../server/domain/words/format-number.ts';
import type { Language } from '../../../../server/domain/words/language.ts';
import { readPlainText } from '../read-reason.ts';
import type { TypedHolder } from './holders-field.tsx';
import type { TypedPurpose } from './purposes-field.tsx';

/** What is typed for a field: a line of text, or rows. The ring is drawn, not typed. */
export type Typed =
  | { readonly field: Exclude<EditableField, 'purposes' | 'holders' | 'ring'>; readonly text: string }
  | { readonly field: 'purposes'; readonly rows: readonly TypedPurpose[] }
  | { readonly field: 'holders'; readonly rows: readonly TypedHolder[] };

/** What stands in a field now, as an officer types it. */
export function typedOf(
  { candidate }: Pick<BatchRecord, 'candidate'>,
  field: Typed['field'],
  language: Language,
): Typed {
  const number = (value: number | null) => (value === null ? '' : formatPlain(value, language, 4));
  switch (field) {
    case 'purposes': {
      const rows = (candidate?.purposes ?? []).map(({ code, areaM2 }) => ({ code, area: number(areaM2) }));
      return { field, rows: rows.length > 0 ? rows : [{ code: '', area: '' }] };
    }
    case 'holders': {
      const rows = (candidate?.holders ?? []).map(({ name, kind }, from) => ({
        name,
        kind: HOLDER_KINDS.find((one) => one === kind) ?? 'unknown',
        from,
      }));
      return { field, rows };
    }
    case 'legalAreaM2':
      return { field, text: number(candidate?.legalAreaM2 ?? null) };
    default:
      return { field, text: candidate?.[field] ?? '' };
  }
}

const FORMS = { sheetNo: new RegExp(SHEET_NO), parcelNo: new RegExp(PARCEL_NO), purpose: new RegExp(PURPOSE_CODE) };

/** A number with a decimal comma in Vietnamese, a point in English; thousands are not parted. Undefined: no number. */
function readNumber(text: string, language: Language): number | undefined {
  const plain = language === 'vi' ? text.trim().replace(',', '.') : text.trim();
  return /^\d{1,9}(\.\d{1,4})?$/.test(plain) && Number(plain) > 0 ? Number(plain) : undefined;
}

function readPurposes(rows: readonly TypedPurpose[], language: Language): EditedPurposes | null {
  const read = rows.map(({ code, area }) => {
    const areaM2 = area.trim() === '' ? null : readNumber(area, language);
    return FORMS.purpose.test(code) && areaM2 !== undefined ? { code, areaM2 } : undefined;
  });
  const isWhole = read.every((part) => part !== undefined);
  return isWhole && read.length > 0 && read.length <= EDIT_BOUNDS.purposes ? read : null;
}

function readHolders(rows: readonly TypedHolder[]): EditedHolders | null {
  const read = rows.map(({ name, kind, from }) => {
    const text = readPlainText(name);
    return text !== null && text.length <= EDIT_BOUNDS.holderName ? { name: text, kind, from } : undefined;
  });
  return read.every((one) => one !== undefined) ? read : null;
}

/** Text of at most so many letters, or nothing; undefined where it says nothing that can be read. */
function readOptional(text: string, most: number): string | null | undefined {
  if (text === '') return null;
  const plain = readPlainText(text);
  return plain !== null && plain.length <= most ? plain : undefined;
}

/** What was typed as an edit; null where it cannot be one. The server judges it again. */
export function readEdit(typed: Typed, reason: string, language: Language): Edit | null {
  if (typed.field === 'purposes') {
    const value = readPurposes(typed.rows, language);
    return value && { field: typed.field, value, reason };
  }
  if (typed.field === 'holders') {
    const value = readHolders(typed.rows);
    return value && { field: typed.field, value, reason };
  }
  const { field } = typed;
  const text = typed.text.trim().replaceAll(/\s+/g, ' ');
  switch (field) {
    case 'sheetNo':
      return FORMS.sheetNo.test(text) ? { field, value: text, reason } : null;
    case 'parcelNo':
      return FORMS.parcelNo.test(text) && text.length <= EDIT_BOUNDS.parcelNo ? { field, value: text, reason } : null;
    case 'address':
    case 'certificateSerial': {
      const value = readOptional(text, field === 'address' ? EDIT_BOUNDS.address : EDIT_BOUNDS.serial);
      return value === undefined ? null : { field, value, reason };
    }
    case 'legalAreaM2': {
      const value = text === '' ? null : readNumber(text, language);
      const fits = value === null || (value !== undefined && value >= EDIT_BOUNDS.legalAreaM2);
      return fits ? { field, value, reason } : null;
    }
  }
}
