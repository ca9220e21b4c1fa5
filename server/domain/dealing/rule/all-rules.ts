/** Rules that stand in a file of their kind, with sentence and severity in one place. */
import { HOLDER_RULES } from './holder-rules.ts';

export const ALL_RULES = {
  ...HOLDER_RULES,
} as const;
export type RuleCode = keyof typeof ALL_RULES;
