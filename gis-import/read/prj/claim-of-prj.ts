import { maskIdentityNumbers } from '../../../server/domain/identity-number/mask-identity-numbers.ts';
import { describePrj, type PrjDescription } from './parse-prj.ts';

/** What a .prj claims: nothing, nothing one can read, or a system. */
export function claimOfPrj(prj: string | null): 'missing' | 'unreadable' | PrjDescription {
  if (prj === null || prj.trim() === '') return 'missing';
  const claim = describePrj(prj);
  if (claim === null) return 'unreadable';
  // The name stands in findings and reasons, which are kept.
  return { ...claim, name: claim.name === null ? null : maskIdentityNumbers(claim.name) };
}
