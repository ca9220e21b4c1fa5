/** What a code of the rules is: how grave a breach is, on what law it rests where that is known, and what a person reads. */
export interface RuleWords {
  readonly severity: 'error' | 'warning' | 'info';
  /** Article, where the rule is one of law and not of the register itself. */
  readonly law?: string;
  /** `{name}` is a fact of the verdict; a bracketed part is left out when a fact of it is missing. */
  readonly vi: string;
  readonly en: string;
}

export type Rules = Readonly<Record<string, RuleWords>>;

/** Where a number that a rule works with comes from: dated rows, never a constant of the code. */
export type Threshold =
  | 'reference.parcel_minimum'
  | 'reference.area_tolerance'
  | 'reference.setting overlap_width_m'
  | 'reference.setting overlap_width_m, overlap_area_m2'
  | 'the right’s own last day'
  | 'the caveat’s own last day';

/** The numbers and codes that led to a verdict; never a person. */
export type Facts = Readonly<Record<string, unknown>>;

/** A rule with a file of its own: what plans asked the register for goes in, one set of facts for each breach comes out. */
export interface Rule<Asked, Code extends string = string> extends RuleWords {
  readonly code: Code;
  readonly threshold?: Threshold;
  /** Null where the rule does not apply; nothing in the list where it is kept. Pure: the same at a look, at lodging and at registration. */
  check(asked: Asked): readonly Facts[] | null;
}

/** What every rule is tried with (rules.test.ts). */
export interface Fixtures<Asked> {
  readonly passes: Asked;
  readonly fails: Asked;
  readonly notApplicable: Asked;
  /** Where a number decides: the last that keeps the rule, and the first that breaks it. */
  readonly limit?: { readonly kept: Asked; readonly broken: Asked };
}

/** A rule as it is written, with its code as its type. */
export const rule = <Asked, const Code extends string>(said: Rule<Asked, Code>): Rule<Asked, Code> => said;
