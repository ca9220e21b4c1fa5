/** Rules that stand in a file of their kind, with sentence and severity in one place. */
import { BOUNDARY_RULES } from './boundary-rules.ts';
import { HOLDER_RULES } from './holder-rules.ts';
import { LEASE_RULES } from './lease-rules.ts';
import { MORTGAGE_RULES } from './mortgage-rules.ts';
import { PROOF_RULES } from './proof-rules.ts';
import { PURPOSE_RULES } from './purpose-rules.ts';
import { RESTRICTION_RULES } from './restriction-rules.ts';
import { RESURVEY_RULES } from './resurvey-rules.ts';
import { TERM_RULES } from './term-rules.ts';

export const ALL_RULES = {
  ...HOLDER_RULES,
  ...PURPOSE_RULES,
  ...TERM_RULES,
  ...MORTGAGE_RULES,
  ...LEASE_RULES,
  ...RESTRICTION_RULES,
  ...PROOF_RULES,
  ...BOUNDARY_RULES,
  ...RESURVEY_RULES,
} as const;
export type RuleCode = keyof typeof ALL_RULES;
