/** Corrections of a record under review: changes between what the file says and what is proposed for the register. */
import Type from 'typebox';

/**
 * `applied` and `accepted` are in effect, `proposed` and `rejected` are not. A rule of the import leaves its own as
 * applied or proposed. Undoing takes decisions back to that; where none was made, it takes back what the import applied,
 * and the text stands as it was decoded.
 */
export const CORRECTION_STATUSES = ['applied', 'proposed', 'accepted', 'rejected'] as const;
export type CorrectionStatus = (typeof CORRECTION_STATUSES)[number];

export const DECISIONS = ['accept', 'reject', 'undo'] as const;
export type Decision = (typeof DECISIONS)[number];

/** The rule under which a person's own edits stand; other rules are those of the import, such as text.case_repaired. */
export const OFFICER_RULE = 'officer';

/** What a person may change by hand, beside what the import proposes. */
export const EDITABLE_FIELDS = [
  'sheetNo',
  'parcelNo',
  'purposes',
  'legalAreaM2',
  'address',
  'holders',
  'certificateSerial',
  'ring',
] as const;
export type EditableField = (typeof EDITABLE_FIELDS)[number];

/** Numbers of sheets and parcels as the import keeps them; a code of land use. */
export const SHEET_NO = '^[1-9][0-9]{0,8}[a-z]?$';
export const PARCEL_NO = '^[1-9][0-9]{0,8}$|^[1-9][0-9]{0,5}[a-zđ]?([+,/&-][0-9]{1,6}[a-zđ]?)*$';
export const PURPOSE_CODE = '^[A-ZĐ0-9]{1,4}$';
/** Letters, rows, corners and m² that an edit has at most or at least. */
export const EDIT_BOUNDS = {
  parcelNo: 40,
  address: 300,
  purposes: 12,
  legalAreaM2: 0.01,
  holders: 20,
  holderName: 200,
  serial: 40,
  rings: 20,
  corners: 2000,
} as const;

/**
 * Text without control characters, those of direction among them, that begins and ends with something and has a letter or digit of any script: spaces
 * without width say nothing. ECMA-262 with the flag u, as JSON Schema has it: there \p{Cs} is half a character.
 */
export const PLAIN_TEXT =
  '^(?=[\\s\\S]*[\\p{L}\\p{N}])[^\\s\\u0000-\\u001f\\u007f\\p{Cs}\\p{Bidi_Control}]([^\\u0000-\\u001f\\u007f\\p{Cs}\\p{Bidi_Control}]*[^\\s\\u0000-\\u001f\\u007f\\p{Cs}\\p{Bidi_Control}])?$';
/** Letters of a reason. */
export const REASON_LETTERS = { least: 3, most: 500 } as const;
/** Why something was done, for those who come after. */
export const Reason = Type.String({
  minLength: REASON_LETTERS.least,
  maxLength: REASON_LETTERS.most,
  pattern: PLAIN_TEXT,
});
