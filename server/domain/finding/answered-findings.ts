import type { EditableField } from '../batch/correction.ts';
import type { FindingCode } from './finding.ts';

/** What is said of a text as the file has it: answered by whoever writes another. */
const TEXT = [
  'text.mixed_encoding',
  'text.mangled',
  'text.encoded_twice',
  'text.cut_off',
  'text.column_full',
  'text.invisible_character',
  'text.unmapped_byte',
  'text.control_character',
] as const satisfies readonly FindingCode[];

/** Facts of the source that a value given by hand answers, by the field. What the value itself is, is asked anew. */
export const ANSWERED_FINDINGS: Readonly<Record<EditableField, readonly FindingCode[]>> = {
  sheetNo: ['key.sheet_no_missing', 'key.sheet_no_invalid', 'key.sheet_no_differs'],
  parcelNo: ['key.parcel_no_missing', 'key.parcel_no_invalid', 'key.parcel_no_not_integer'],
  legalAreaM2: ['area.missing', 'area.negative', 'area.unreadable', 'area.overflow', 'area.purposes_differ'],
  purposes: ['land_use.missing', 'land_use.unknown', 'land_use.legacy_code', 'area.purposes_differ'],
  address: TEXT,
  holders: ['holder.missing', ...TEXT],
  certificateSerial: ['certificate.serial_unusual', ...TEXT],
  ring: [
    'geometry.self_intersection',
    'geometry.outside_commune',
    'geometry.reaches_outside_commune',
    'geometry.multipart',
    'geometry.repeated_point',
    'geometry.zero_area',
  ],
};

/** Role of the column whose text a field comes from. */
export const COLUMN_OF_TEXT: Readonly<Partial<Record<EditableField, string>>> = {
  address: 'address',
  holders: 'holder',
  certificateSerial: 'certificateSerial',
};

/**
 * The field in which a finding is put right by hand, where there is one. What lies between two records is put right in a ring;
 * what is said of a text, in the field that its column fills.
 */
export function fieldThatAnswers(code: FindingCode, columnRole: string | undefined): EditableField | null {
  if (code === 'topology.overlap' || code === 'register.overlap' || code === 'area.outside_tolerance') return 'ring';
  if (code === 'key.duplicate' || code === 'register.key_taken') return 'parcelNo';
  const fields = Object.keys(ANSWERED_FINDINGS) as EditableField[];
  const found = fields.find(
    (field) =>
      ANSWERED_FINDINGS[field].includes(code) && (!code.startsWith('text.') || COLUMN_OF_TEXT[field] === columnRole),
  );
  return found ?? null;
}
