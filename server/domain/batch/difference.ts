/** What of a registered parcel a record that comes again can say otherwise (docs/adr/0059). */
export const DIFFERENCE_FIELDS = [
  'boundary',
  'legalAreaM2',
  'purposes',
  'address',
  'holders',
  'certificateSerial',
] as const;
export type DifferenceField = (typeof DIFFERENCE_FIELDS)[number];

/** Reasons for which the program itself leaves a record of a registered parcel out; nobody takes it back in. */
export const LEFT_AS_REGISTERED = ['register.unchanged', 'register.differs'] as const;
