/**
 * What the rules say of a dealing: a code, how grave it is, and the numbers that led to it. An error stops lodging and
 * registration, a warning is shown to who decides. Facts hold ids, codes, numbers and document numbers; never a person.
 */
import Type, { type Static } from 'typebox';
import { ALL_RULES, type RuleCode } from './rule/all-rules.ts';

export type VerdictCode = RuleCode;
export const VERDICT_CODES = Object.keys(ALL_RULES) as readonly VerdictCode[];

export const Verdict = Type.Object({
  code: Type.Unsafe<VerdictCode>({ type: 'string', enum: [...VERDICT_CODES] }),
  severity: Type.Unsafe<'error' | 'warning' | 'info'>({ type: 'string', enum: ['error', 'warning', 'info'] }),
  facts: Type.Record(Type.String(), Type.Unknown(), {
    description: 'Numbers and codes that led to it; never a person',
  }),
});
export type Verdict = Static<typeof Verdict>;

export const verdict = (code: VerdictCode, facts: Record<string, unknown> = {}): Verdict => ({
  code,
  severity: ALL_RULES[code].severity,
  facts,
});

export const stops = (verdicts: readonly Verdict[]): boolean => verdicts.some(({ severity }) => severity === 'error');
