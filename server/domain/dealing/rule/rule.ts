/** What a rule of dealings is: how grave a breach is, on what law it rests where that is known, and what a person reads. */
export interface Rule {
  readonly severity: 'error' | 'warning' | 'info';
  /** Article, where the rule is one of law and not of the register itself. */
  readonly law?: string;
  /** `{name}` is a fact of the verdict; a bracketed part is left out when a fact of it is missing. */
  readonly vi: string;
  readonly en: string;
}

export type Rules = Readonly<Record<string, Rule>>;
