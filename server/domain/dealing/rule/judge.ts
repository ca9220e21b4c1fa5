import type { Verdict, VerdictCode } from '../verdict.ts';
import type { Rule } from './rule.ts';

/** What a rule says of what was asked: nothing where it is kept or does not apply. Some weigh less for some kinds of dealing. */
export const judge = <Asked>(
  { code, severity, check }: Rule<Asked, VerdictCode>,
  asked: Asked,
  weighs: Verdict['severity'] = severity,
): Verdict[] => (check(asked) ?? []).map((facts) => ({ code, severity: weighs, facts: { ...facts } }));
