import { describePrj, type PrjDescription } from './parse-prj.ts';

/** What a .prj claims: nothing, nothing one can read, or a system. */
export function claimOfPrj(prj: string | null): 'missing' | 'unreadable' | PrjDescription {
  if (prj === null || prj.trim() === '') return 'missing';
  return describePrj(prj) ?? 'unreadable';
}
