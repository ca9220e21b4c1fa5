import type { Verdict } from './verdict.ts';

/** What a rule says where an act has nothing to act on: no mortgage to release, no certificate to exchange, or one issued already. */
const NOTHING_THERE: ReadonlySet<string> = new Set([
  'mortgage.not_current',
  'caveat.not_current',
  'lease.not_current',
  'restriction.not_current',
  'certificate.not_held',
  'certificate.already_held',
]);

/** Whether an act is only out of place on a parcel: nothing forbids it, there is nothing to do it to. */
export const isOutOfPlace = (reasons: readonly Pick<Verdict, 'code'>[]): boolean =>
  reasons.length > 0 && reasons.every(({ code }) => NOTHING_THERE.has(code));
