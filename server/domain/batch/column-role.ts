/** What a column of a table of parcels can mean. */
export const COLUMN_ROLES = [
  'sheetNo',
  'parcelNo',
  'legalArea',
  'measuredArea',
  'landUse',
  'holder',
  'identity',
  'address',
  'certificateSerial',
  'useOrigin',
  'scale',
  'commune',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** What an officer says of a column: a meaning, or that it has none here. */
export const COLUMN_CHOICES = [...COLUMN_ROLES, 'none'] as const;
export type ColumnChoice = (typeof COLUMN_CHOICES)[number];
