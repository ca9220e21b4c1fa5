/** For what staff may look persons up: a closed list, so that a log of looks can be read by its purposes. */
export const LOOK_PURPOSES = [
  'dealing',
  'request',
  'counter',
  'dispute',
  'authority',
  'inspection',
  'data_check',
] as const;
export type LookPurpose = (typeof LOOK_PURPOSES)[number];

/** Letters of the file number or note that says more. */
export const LOOK_NOTE = { least: 3, most: 200 } as const;
