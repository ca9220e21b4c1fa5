import type { HolderQuestion } from './holder-question.ts';

/** Whether a name stands alone: there are thousands of it, and whoever else has it is nobody's business. */
export const needsSecondKey = ({ name, serial, digits, parcel, place }: HolderQuestion): boolean =>
  name !== undefined && serial === undefined && digits === undefined && parcel === undefined && place === undefined;
