import { type Fixtures, rule } from '../rule.ts';

interface Asked {
  readonly until: string;
  /** Last day of the right; null where none is registered. */
  readonly right: string | null;
}

/** A lease ends with the right that it is of, or before. */
export const leaseBeyondTerm = rule({
  code: 'lease.beyond_term',
  severity: 'error',
  threshold: 'the right’s own last day',
  vi: 'Thời hạn thuê[ {until}] vượt quá thời hạn của quyền[ {right}].',
  en: 'The lease[, until {until},] is longer than the right[, until {right}].',
  check: ({ until, right }: Asked) => (right === null ? null : until > right ? [{ until, right }] : []),
});

export const fixtures: Fixtures<Asked> = {
  passes: { until: '2030-01-01', right: '2030-01-01' },
  fails: { until: '2030-01-02', right: '2030-01-01' },
  notApplicable: { until: '2099-01-01', right: null },
};
