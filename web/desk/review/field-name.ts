import type { DeskWordKey, DeskWords } from '../../i18n/desk-words.ts';

const NAMED = [
  'sheetNo',
  'parcelNo',
  'scale',
  'purposes',
  'legalAreaM2',
  'areaM2',
  'address',
  'holders',
  'certificateSerial',
  'useOrigin',
  'ring',
];

/** A field of a record in words; one that has none is called as the file calls it. */
export const fieldName = (field: string, w: DeskWords): string =>
  NAMED.includes(field) ? w(`field.${field}` as DeskWordKey) : field;
